import { createTask, finishTask, setTaskRoute } from '#modules/tasks/index.ts';
import { HOUR, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** What there is to do in a small shop: some of it somebody's, some of it nobody's yet. */
export async function workThings(ctx: Context, userId: string): Promise<void> {
  const inHours = (hours: number) => later(now(), hours * HOUR).toISOString();
  await setTaskRoute.call(ctx, { kind: 'dispute', people: [userId], dueHours: 72, escalateHours: 12 });
  await setTaskRoute.call(ctx, { kind: 'Pictures', dueHours: 120 });
  const [order] = await ctx.read((r) => r.sql<{ id: string }>`select id from orders order by placed_at desc, id limit 1`);
  if (order) await createTask.call(ctx, { title: 'Ask the customer for a better address', priority: 'high', dueAt: inHours(20), assigneeId: userId, about: { list: 'orders.list', id: order.id } });
  await createTask.call(ctx, { title: 'Photograph the new arrivals', kind: 'Pictures', note: 'The light is best before noon.' });
  await createTask.call(ctx, { title: 'Call the courier about Saturday', priority: 'low' });
  const counted = await createTask.call(ctx, { title: 'Count the top shelf', dueAt: inHours(4), assigneeId: userId });
  await finishTask.call(ctx, { id: counted.id });
}
