import * as z from 'zod';
import { MOST_CODES, slowDownCodes } from '#modules/carts/index.ts';
import { normalCode } from '#modules/discounts/index.ts';
import { giftCardByCode, looksLikeGiftCard } from '#modules/gift-cards/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { quote, type Quote } from '../quote.ts';
import { Checkout, showCheckout, wantedBy, type CheckoutRow } from './checkout.ts';
import { lockCheckout } from './checkout-rows.ts';

const Nothing = z.object({ id: z.uuid(), checkout: Checkout.nullable() });

/** A discount code or the code of a gift card, whichever it is. One nobody knows is refused; guessing is slowed down. */
export const enterCode = operation({
  name: 'storefront.checkout.apply-code',
  on: 'storefront',
  route: 'POST /checkout/:id/codes',
  says: 'Enter a discount code or a gift card',
  needs: 'storefront:checkout',
  input: z.object({ id: z.uuid(), giftCardOrCode: z.string().trim().min(3).max(60).meta({ description: 'as typed' }) }),
  output: Nothing,
  run: async (_tx, { id }) => ({ id, checkout: null }),
  async afterCommit(ctx, _nothing, { id, giftCardOrCode: typed }) {
    await slowDownCodes(ctx, id);
    const checkout = await ctx.transaction(async (tx) => {
      const row = await openCheckout(tx, id);
      return looksLikeGiftCard(typed) ? withGiftCard(tx, row, typed) : withCode(tx, row, normalCode(typed));
    });
    return { id, checkout };
  },
});

async function openCheckout(tx: Tx, id: string): Promise<CheckoutRow> {
  const row = await lockCheckout(tx, id);
  if (row.order_id) throw new Refusal('already_ordered', 'This checkout has become an order already.');
  return row;
}

async function withCode(tx: Tx, row: CheckoutRow, code: string): Promise<Checkout> {
  const codes = [...new Set([...row.codes, code])];
  refuseTooMany(codes.length + row.gift_card_ids.length);
  const price = await quote(tx, wantedBy({ ...row, codes }));
  const standing = price.codes.find((each) => each.code === code);
  if (standing?.reason?.code === 'unknown') throw new Refusal('unknown_code', 'We do not know this code.', { fields: { giftCardOrCode: 'is not known' } });
  return save(tx, { ...row, codes }, price);
}

// Sixteen letters may be a discount code as well.
async function withGiftCard(tx: Tx, row: CheckoutRow, typed: string): Promise<Checkout> {
  const [discount] = await tx.sql`select 1 from discounts where code = ${normalCode(typed)}`;
  if (discount) return withCode(tx, row, normalCode(typed));
  const card = await giftCardByCode(tx, typed, row.currency);
  const gift_card_ids = [...new Set([...row.gift_card_ids, card.id])];
  refuseTooMany(row.codes.length + gift_card_ids.length);
  const after = { ...row, gift_card_ids };
  return save(tx, after, await quote(tx, wantedBy(after)));
}

function refuseTooMany(count: number): void {
  if (count > MOST_CODES) throw new Refusal('too_many_codes', `At most ${MOST_CODES} codes can be entered. Take one out first.`);
}

async function save(tx: Tx, row: CheckoutRow, price: Quote): Promise<Checkout> {
  await tx.sql`
    update checkouts set codes = ${row.codes}::text[], gift_card_ids = ${row.gift_card_ids}::uuid[], store_credit = ${row.store_credit}, updated_at = ${tx.now} where id = ${row.id}`;
  await tx.sql`update carts set codes = ${row.codes}::text[] where id = ${row.cart_id} and state = 'open'`;
  return showCheckout(tx, row, price);
}

/** Takes a discount code or a gift card out again, and says whether store credit is used. What is not named stays. */
export const changeTender = operation({
  name: 'storefront.checkout.change-codes',
  on: 'storefront',
  route: 'PUT /checkout/:id/codes',
  says: 'Take codes out, use store credit',
  needs: 'storefront:checkout',
  input: z.object({ id: z.uuid(), without: z.array(z.string().max(60)).max(20).default([]).meta({ description: 'discount codes, and ids of gift cards' }), storeCredit: z.boolean().optional() }),
  output: Checkout,
  async run(tx, { id, without, storeCredit }) {
    const row = await openCheckout(tx, id);
    const gone = new Set(without.flatMap((each) => [each.toLowerCase(), normalCode(each)]));
    const after = { ...row, codes: row.codes.filter((code) => !gone.has(code)), gift_card_ids: row.gift_card_ids.filter((card) => !gone.has(card)), store_credit: storeCredit ?? row.store_credit };
    return save(tx, after, await quote(tx, wantedBy(after)));
  },
});
