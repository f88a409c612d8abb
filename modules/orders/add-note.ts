import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderMentioned, orderUpdated } from './events.ts';
import { lockOrder } from './lock-order.ts';
import type { EntryDetails } from './shapes.ts';
import { writeTimeline } from './timeline.ts';

const Ids = z.array(z.uuid()).max(20).default([]).transform((ids) => [...new Set(ids)]);

/** A note among colleagues, with files and with people called by name; the customer never sees it. */
export const addOrderNote = operation({
  name: 'orders.add-note',
  route: 'POST /orders/:id/notes',
  says: 'Write a note on an order',
  needs: 'orders:write',
  input: z.object({
    id: z.uuid(),
    text: z.string().trim().min(1).max(5_000),
    mentions: Ids.meta({ description: 'ids of members who should hear of it' }),
    files: Ids.meta({ description: 'ids of uploaded files' }),
  }),
  output: AdminOrder,
  async run(tx, { id, text, mentions, files }) {
    const order = await lockOrder(tx, id);
    const details: EntryDetails = { mentions: await membersNamed(tx, mentions), files: await filesNamed(tx, files) };
    await writeTimeline(tx, { orderId: id, kind: 'note', says: text, details });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'note' });
    if (mentions.length > 0) tx.tell(orderMentioned, { orderId: id, number: order.number, memberIds: mentions, by: actorName(tx.actor), text: text.slice(0, 500) });
    return readAdminOrder(tx, id);
  },
});

async function membersNamed(r: Reader, ids: readonly string[]): Promise<NonNullable<EntryDetails['mentions']>> {
  if (ids.length === 0) return [];
  const found = await r.sql<{ id: string; name: string }>`select id, name from members where id = any(${[...ids]}::uuid[]) order by name`;
  if (found.length < ids.length) throw new Refusal('not_found', 'Somebody you mention is not a member of this workspace.');
  return found;
}

async function filesNamed(tx: Tx, ids: readonly string[]): Promise<NonNullable<EntryDetails['files']>> {
  if (ids.length === 0) return [];
  const found = await tx.sql<{ id: string; name: string; bytes: number; contentType: string }>`
    select id, name, bytes, content_type as "contentType" from files where id = any(${[...ids]}::uuid[]) order by name`;
  if (found.length < ids.length) throw new Refusal('not_found', 'A file was not found. Send it again.');
  return found;
}
