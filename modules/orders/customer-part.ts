import { fullName, type CustomerEntry, type CustomerPart, type ErasedCustomer } from '#modules/customers/index.ts';
import { files } from '#platform/files/configured-files.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';

personalLogs.add('order_timeline', { text: ['says'] });

/** What orders keep of a customer. */
export const ordersOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`update checkouts set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update orders set customer_id = ${into} where customer_id = ${from}`;
  },
  // Each order's own timeline tells of its payments, refunds, parcels and returns.
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select t.id::text, t.at, t.kind, 'Order #' || o.number || ': ' || t.says as says, case when t.by_name in ('house', 'shopper') then '' else t.by_name end as "byName", '/orders/' || o.id as "to"
    from orders o join order_timeline t on t.order_id = o.id where o.customer_id = ${id} order by t.at desc, t.id desc limit ${most}`,
  write: (r, { id }) => r.sql`
    select o.number, o.placed_at as "placedAt", o.email, o.currency, o.total, o.refunded_total as "refunded", o.payment_state as "payment", o.fulfilment_state as "fulfilment",
      o.cancelled_at as "cancelledAt", o.shipping_address as "shippingAddress", o.billing_address as "billingAddress", o.note,
      (select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'sku', l.sku, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'total', l.total) order by l.position)
        from order_lines l where l.order_id = o.id) as lines,
      (select json_agg(json_build_object('number', b.number, 'stage', b.stage, 'reason', b.reason, 'note', b.note, 'outcome', b.outcome, 'begunAt', b.created_at) order by b.number)
        from order_returns b where b.order_id = o.id) as returns
    from orders o where o.customer_id = ${id} order by o.placed_at`,
  waits: async (r, { id }) => (await r.sql`
    select 1 from orders where customer_id = ${id} and cancelled_at is null and (return_state = 'requested'
      or payment_state in ('paid', 'authorized', 'partially_refunded') and fulfilment_state <> 'fulfilled') limit 1`).length > 0,
  givesAway,
  erase: eraseOrders,
};

async function givesAway(r: Reader, { id }: ErasedCustomer): Promise<{ ids: string[]; words: string[] }> {
  const rows = await r.sql<{ id: string; checkoutId: string | null; email: string; name: string; places: ({ name?: string; line1?: string; phone?: string | null } | null)[] }>`
    select id, checkout_id as "checkoutId", email, customer_name as name, json_build_array(shipping_address, billing_address) as places from orders where customer_id = ${id}`;
  const words = rows.flatMap((row) => [row.email, fullName(row.name), ...row.places.flatMap((place) => [fullName(place?.name ?? ''), place?.line1 ?? '', place?.phone ?? ''])]);
  return { ids: rows.flatMap((row) => [row.id, ...(row.checkoutId ? [row.checkoutId] : [])]), words };
}

// What was sold stays for the books, with the country and region the tax depends on; whose it was does not. Links handed out
// before open nothing more.
async function eraseOrders(tx: Tx, { id, emails }: ErasedCustomer): Promise<void> {
  await tx.sql`delete from checkouts where customer_id = ${id} or lower(email) = any(${emails})`;
  await tx.sql`delete from order_drafts where lower(email) = any(${emails})`;
  await tx.sql`delete from mail_messages where about in (select id from orders where customer_id = ${id})`;
  await erasePhotos(tx, id);
  const place = (column: string) => `${column} = case when ${column} is not null then jsonb_build_object('name', '', 'company', null, 'line1', '', 'line2', null, 'city', '',
    'region', ${column} -> 'region', 'postalCode', '', 'country', ${column} -> 'country', 'phone', null) end`;
  await tx.query(
    `update orders set customer_name = '', email = '', note = '', placed_from = null, link_version = link_version + 1, updated_at = $2,
      ${place('shipping_address')}, ${place('billing_address')}, customer_id = null where customer_id = $1`,
    [id, tx.now],
  );
}

// The bytes go too; a turn that breaks afterwards finds the rows again and nothing to open.
async function erasePhotos(tx: Tx, customerId: string): Promise<void> {
  const of = await tx.sql<{ photos: { id: string }[] }>`select r.photos from order_returns r join orders o on o.id = r.order_id where o.customer_id = ${customerId}`;
  const gone = await tx.sql<{ key: string }>`delete from files where id = any(${of.flatMap(({ photos }) => photos.map((photo) => photo.id))}::uuid[]) returning key`;
  for (const { key } of gone) await files().store.delete(key);
  await tx.sql`update order_returns set note = '', photos = '[]' where order_id in (select id from orders where customer_id = ${customerId})`;
}
