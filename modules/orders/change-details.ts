import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { Address } from './address.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderUpdated } from './events.ts';
import { lockOrder } from './lock-order.ts';
import { readOrder, type OrderRecord } from './order-record.ts';
import { writeTimeline } from './timeline.ts';

const Tags = z.array(z.string().trim().min(1).max(60)).max(50).transform((tags) => [...new Set(tags)]);
const Details = z.object({
  note: z.string().max(5_000),
  tags: Tags,
  email: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('an e-mail address is needed'))]),
  shippingAddress: Address.nullable(),
  billingAddress: Address.nullable(),
});
type Details = z.output<typeof Details>;
type Field = keyof Details;

const words: Record<Field, string> = { note: 'note', tags: 'tags', email: 'e-mail address', shippingAddress: 'delivery address', billingAddress: 'billing address' };

/**
 * Changes note, tags, e-mail and addresses. Whoever saves names the version they saw: what somebody else changed meanwhile is
 * kept, and where both changed the same field it is refused with the other's value (`theirs`), so that nothing is lost silently.
 */
export const changeOrderDetails = operation({
  name: 'orders.change-details',
  route: 'PATCH /orders/:id',
  says: 'Change note, tags and addresses of an order',
  needs: 'orders:write',
  input: z.object({
    id: z.uuid(),
    version: z.int().min(1).meta({ description: 'of the order as it was read' }),
    was: Details.partial().default({}).meta({ description: 'the changed fields as they were read; needed to merge with a newer version' }),
    change: Details.partial(),
  }),
  output: z.object({ order: AdminOrder, merged: z.array(z.string()).meta({ description: 'fields somebody else changed meanwhile; they are kept' }) }),
  async run(tx, { id, version, was, change }) {
    const locked = await lockOrder(tx, id);
    const before = await readOrder(tx, id);
    const wanted = fieldsOf(change).filter((field) => !same(before[field], change[field]));
    if (version !== locked.version) refuseIfBothChanged(before, was, change, wanted);
    if (wanted.length > 0) await store(tx, before, Object.fromEntries(wanted.map((field) => [field, change[field]])));
    const merged = version === locked.version ? [] : fieldsOf(was).filter((field) => !same(was[field], before[field]) && !wanted.includes(field)).map((field) => words[field]);
    return { order: await readAdminOrder(tx, id), merged };
  },
});

function fieldsOf(part: Partial<Details>): Field[] {
  return (Object.keys(words) as Field[]).filter((field) => part[field] !== undefined);
}

function same(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

// Stored JSON gives its keys back in an order of its own.
function inOrder(value: unknown): string {
  return value && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(Object.entries(value).toSorted()) : JSON.stringify(value ?? null);
}

function refuseIfBothChanged(now: OrderRecord, was: Partial<Details>, change: Partial<Details>, wanted: readonly Field[]): void {
  const both = wanted.filter((field) => !same(was[field], now[field]));
  if (both.length === 0) return;
  const theirs = Object.fromEntries(both.map((field) => [field, now[field]]));
  const mine = Object.fromEntries(both.map((field) => [field, change[field]]));
  throw new Refusal('conflict', `Somebody else changed the ${both.map((field) => words[field]).join(' and the ')} meanwhile.`, { conflict: both, theirs, mine, version: now.version });
}

async function store(tx: Tx, before: OrderRecord, change: Partial<Details>): Promise<void> {
  const after = { ...pick(before), ...change };
  await tx.sql`
    update orders set note = ${after.note}, tags = ${after.tags}, email = ${after.email}, shipping_address = ${jsonOf(after.shippingAddress)}::jsonb,
      billing_address = ${jsonOf(after.billingAddress)}::jsonb, version = version + 1, updated_at = ${tx.now}
    where id = ${before.id}`;
  const changed = fieldsOf(change);
  await writeTimeline(tx, { orderId: before.id, kind: 'details', says: `Changed: ${changed.map((field) => words[field]).join(', ')}.` });
  tx.changed({ record: 'order', id: before.id, before: Object.fromEntries(changed.map((field) => [field, before[field]])), after: change });
  tx.tell(orderUpdated, { orderId: before.id, number: before.number, change: 'details' });
}

function pick({ note, tags, email, shippingAddress, billingAddress }: OrderRecord): Details {
  return { note, tags, email, shippingAddress, billingAddress };
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
