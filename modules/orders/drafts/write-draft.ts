import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { Draft, DraftInput, presentDraft, quoteDraft, readDraft, type DraftRow } from './draft.ts';

/** Begins an order by hand: for a customer on the phone, at a market, or with prices agreed by hand. */
export const createDraft = operation({
  name: 'orders.create-draft',
  route: 'POST /order-drafts',
  says: 'Begin a draft order',
  needs: 'orders:write',
  input: DraftInput,
  output: Draft,
  async run(tx, input) {
    const row = rowOf(newId(), input, input.currency ?? (await workspaceSettings(tx)).currency);
    return save(tx, row);
  },
});

/** Replaces what a draft says. A draft that became an order stays as it is. */
export const updateDraft = operation({
  name: 'orders.update-draft',
  route: 'PUT /order-drafts/:id',
  says: 'Change a draft order',
  needs: 'orders:write',
  input: DraftInput.extend({ id: z.uuid() }),
  output: Draft,
  async run(tx, input) {
    const before = await readDraft(tx, input.id, 'for update');
    if (before.orderId) throw new Refusal('already_completed', 'This draft has become an order already.', { orderId: before.orderId });
    return save(tx, rowOf(input.id, input, input.currency ?? before.currency));
  },
});

function rowOf(id: string, input: DraftInput, currency: string): DraftRow {
  return {
    id,
    email: input.email || null,
    customerName: input.customerName,
    currency,
    lines: input.lines,
    shippingAddress: input.shippingAddress ?? null,
    billingAddress: input.billingAddress ?? null,
    shippingMethodId: input.shippingMethodId ?? null,
    shippingPrice: input.shippingPrice ?? null,
    discount: input.discount,
    note: input.note,
    orderId: null,
  };
}

async function save(tx: Tx, row: DraftRow): Promise<Draft> {
  const price = await quoteDraft(tx, row);
  await tx.sql`
    insert into order_drafts as d (id, email, customer_name, currency, lines, shipping_address, billing_address, shipping_method_id,
      shipping_price, discount, note, created_by, updated_at)
    values (${row.id}, ${row.email}, ${row.customerName}, ${row.currency}, ${JSON.stringify(row.lines)}::jsonb, ${json(row.shippingAddress)}::jsonb,
      ${json(row.billingAddress)}::jsonb, ${row.shippingMethodId}, ${row.shippingPrice}, ${row.discount}, ${row.note}, ${actorName(tx.actor)}, ${tx.now})
    on conflict (workspace_id, id) do update set email = excluded.email, customer_name = excluded.customer_name, currency = excluded.currency,
      lines = excluded.lines, shipping_address = excluded.shipping_address, billing_address = excluded.billing_address,
      shipping_method_id = excluded.shipping_method_id, shipping_price = excluded.shipping_price, discount = excluded.discount,
      note = excluded.note, updated_at = excluded.updated_at`;
  return presentDraft(row, price);
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
