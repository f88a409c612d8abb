import { joinAs, ownShop, signUp } from '#modules/accounts/testing.ts';
import { runReaction, systemContext } from '#platform/jobs/worker.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';

/** A workspace with an owner, ready to be told things. */
export async function openOffice(name = 'Olive') {
  const browser = await signUp(name);
  const { workspaceId, ctx } = await ownShop(browser, `${name}’s shop`);
  return { workspaceId, browser, owner: ctx, system: systemContext(workspaceId, 'test'), join: (role: string, who: string) => joinAs(ctx, role, who) };
}

/** A fact as the relay hands it over, told by nobody in particular. */
export function factOf(ctx: Context, name: string, data: Record<string, unknown>, actor = { kind: 'system', id: 'test', name: 'test' }) {
  return { id: newId(), workspace_id: ctx.workspaceId, event: name, about: newId(), data, actor, told_at: now().toISOString(), relayed: 1 };
}

/** Lets the members hear a fact, as often as asked: as the worker does. */
export async function hear(fact: ReturnType<typeof factOf>): Promise<void> {
  await runReaction('notifications.notify-members', fact);
}

export const aParkedJob = () => ({ jobId: newId(), reaction: 'orders.confirmation-mail', event: 'order.confirmed', message: 'boom' });
