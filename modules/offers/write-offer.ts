import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DiscountTerms, DiscountThings, putDiscount } from '#modules/discounts/index.ts';
import { offerChanged } from './events.ts';
import { Offer, readOffer } from './read-offer.ts';
import { PLACES } from './tables.ts';

const Fields = z.object({
  title: z.string().trim().min(1).max(120).meta({ description: 'what shoppers read above it' }),
  trigger: DiscountThings.meta({ description: 'what has to be in the cart; nothing named = anything' }),
  productId: z.uuid().meta({ description: 'what is offered' }),
  places: z.array(z.enum(PLACES)).min(1).max(2).meta({ description: 'in the cart, or on the page after ordering' }),
  percent: z.int().min(1).max(10_000).nullable().meta({ description: 'hundredths of a percent it is cheaper in the cart; null = not at all' }),
  active: z.boolean(),
});
type Fields = z.output<typeof Fields>;

export const createOffer = operation({
  name: 'offers.create',
  route: 'POST /offers',
  says: 'Make an upsell offer',
  needs: 'discounts:write',
  input: Fields.partial().extend({ title: Fields.shape.title, productId: Fields.shape.productId }),
  output: Offer,
  async run(tx, given) {
    const fields: Fields = { trigger: { productIds: [], collectionIds: [] }, places: ['cart'], percent: null, active: true, ...given };
    const id = newId();
    await store(tx, id, fields, null);
    tx.changed({ record: 'offer', id, after: fields });
    return readOffer(tx, id);
  },
});

export const updateOffer = operation({
  name: 'offers.update',
  route: 'PATCH /offers/:id',
  says: 'Change an upsell offer',
  needs: 'discounts:write',
  input: Fields.partial().extend({ id: z.uuid() }),
  output: Offer,
  async run(tx, { id, ...changes }) {
    const { discountId, ...before } = await lock(tx, id);
    await store(tx, id, { ...before, ...changes }, discountId);
    tx.changed({ record: 'offer', id, before, after: changes });
    return readOffer(tx, id);
  },
});

/** The offer goes with its counts; orders keep the price they had. */
export const deleteOffer = operation({
  name: 'offers.delete',
  route: 'DELETE /offers/:id',
  says: 'Delete an upsell offer',
  needs: 'discounts:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const { discountId, ...before } = await lock(tx, id);
    if (discountId) await keepDiscount(tx, discountId, { ...before, active: false });
    await tx.sql`delete from offers where id = ${id}`;
    tx.tell(offerChanged, { offerId: id });
    tx.changed({ record: 'offer', id, before });
    return { id };
  },
});

async function lock(tx: Tx, id: string): Promise<Fields & { discountId: string | null }> {
  const [row] = await tx.sql<Fields & { discountId: string | null }>`
    select title, trigger, product_id as "productId", places, percent, active, discount_id as "discountId" from offers where id = ${id} for update`;
  if (!row) throw notFound('The offer');
  return row;
}

async function store(tx: Tx, id: string, fields: Fields, before: string | null): Promise<void> {
  const known = await tx.sql`select 1 from products where id = ${fields.productId}`;
  if (known.length === 0) throw notFound('The product');
  const discountId = fields.percent === null ? before : (before ?? newId());
  if (discountId) await keepDiscount(tx, discountId, fields);
  await tx.sql`
    insert into offers (id, title, trigger, product_id, places, percent, discount_id, active, created_at, updated_at)
    values (${id}, ${fields.title}, ${JSON.stringify(fields.trigger)}::jsonb, ${fields.productId}, ${fields.places}::text[], ${fields.percent}, ${discountId}, ${fields.active}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, id) do update set title = excluded.title, trigger = excluded.trigger, product_id = excluded.product_id, places = excluded.places,
      percent = excluded.percent, discount_id = excluded.discount_id, active = excluded.active, updated_at = excluded.updated_at`;
  tx.tell(offerChanged, { offerId: id });
}

// Beside one thing that triggers it, one of the offered things is cheaper: that is "buy one, get one cheaper", and is priced as such.
async function keepDiscount(tx: Tx, id: string, { title, trigger, productId, percent, active, places }: Fields): Promise<void> {
  const terms = DiscountTerms.parse({ percent: percent ?? 1, buy: trigger, things: { productIds: [productId], collectionIds: [] }, mostTimes: 1, combines: ['order', 'shipping'] });
  const plain = { code: null, startsAt: null, endsAt: null, maxUses: null, maxPerCustomer: null };
  await putDiscount(tx, id, { ...plain, title, kind: 'buy_x_get_y', terms, active: active && percent !== null && places.includes('cart') });
}
