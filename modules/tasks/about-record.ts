import * as z from 'zod';
import { notFound, Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import type { View } from '#platform/operations/view.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { About } from './record-task.ts';

/** Names a record of the dashboard by the list it stands in. */
export const AboutInput = z.object({
  list: z.string().max(100).meta({ description: 'the list view it stands in, like orders.list' }),
  id: z.uuid(),
});

export interface FoundRecord extends About {
  storefrontId: string | null;
}

type Row = Record<string, unknown> & { id: string };

/** The record as the caller finds it: what they may not see, no task of theirs can be about. */
export async function findRecord(ctx: Context, { list, id }: z.infer<typeof AboutInput>): Promise<FoundRecord> {
  const view = registry.views().find((each) => each.name === list && each.on === 'admin' && each.list && each.opens?.endsWith('/:id'));
  if (!view) throw new Refusal('invalid', `Tasks cannot be about something of the list "${list}".`, { fields: { about: 'names no list of records' } });
  const { data } = (await view.call(ctx, { ids: id, limit: 1 })) as { data: Row[] };
  const [row] = data;
  if (!row) throw notFound('What the task is about');
  return { type: list.split('.')[0]!, id, label: labelOf(view, row), link: view.opens!.replace(':id', id), storefrontId: typeof row['storefrontId'] === 'string' ? row['storefrontId'] : null };
}

// What a row is searched by first is what people know it by.
function labelOf(view: View, row: Row): string {
  const [key, facts] = Object.entries(view.columns!).find(([name, column]) => column.search && row[name] !== null && row[name] !== '') ?? [];
  const value = key === undefined ? row.id : row[key];
  return facts?.type === 'number' ? `#${String(value as number)}` : String(value as string).slice(0, 200);
}
