import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { DiscountCode, normalCode } from '#modules/discounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { MINUTE } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { Cart, presentCart } from './cart.ts';
import { factsFor } from './facts.ts';
import { lockOpenCart } from './open-cart.ts';
import { showCart } from './show-cart.ts';

/** So many codes may be tried in one cart or checkout. */
export const MOST_CODES = 5;

const WINDOW = 10 * MINUTE;

/** Counts a try at guessing a code: per address of the network, and per cart or checkout. Comes before the try itself. */
export async function slowDownCodes(ctx: Context, of: string): Promise<void> {
  await countAttempt([
    { key: `codes:${ctx.workspaceId}:from:${ctx.address ?? 'unknown'}`, times: 100, withinMillis: WINDOW },
    { key: `codes:${ctx.workspaceId}:of:${of}`, times: 20, withinMillis: WINDOW },
  ]);
}

// What is answered before the try was counted. It says nothing of any cart.
const NOTHING = presentCart({ id: '00000000-0000-4000-8000-000000000000', currency: 'AUD', note: '', codes: [] }, [], { forSale: new Map(), stock: new Map() }, { lines: new Map(), applied: [], codes: [], delivery: null });

/** Enters a discount code. A code nobody knows is refused; a known one stays in the cart, and the cart says why it does not apply yet. */
export const applyCode = operation({
  name: 'storefront.cart.apply-code',
  on: 'storefront',
  route: 'POST /cart/:id/codes',
  says: 'Enter a discount code',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid(), code: DiscountCode }),
  output: Cart,
  run: async () => NOTHING,
  async afterCommit(ctx, _nothing, { id, code }) {
    await slowDownCodes(ctx, id);
    return ctx.transaction(async (tx) => {
      const { head, lines } = await lockOpenCart(tx, id);
      const codes = withCode(head.codes, code);
      const cart = await showCart(tx, { ...head, codes }, lines, await factsFor(tx, head, lines));
      refuseUnknown(cart.codes, code);
      await tx.sql`update carts set codes = ${codes}::text[] where id = ${head.id}`;
      return cart;
    });
  },
});

export const removeCode = operation({
  name: 'storefront.cart.remove-code',
  on: 'storefront',
  route: 'DELETE /cart/:id/codes/:code',
  says: 'Take a discount code out',
  needs: 'storefront:cart',
  input: z.object({ id: z.uuid(), code: z.string().max(60) }),
  output: Cart,
  async run(tx, { id, code }) {
    const { head, lines } = await lockOpenCart(tx, id);
    const codes = head.codes.filter((each) => each !== normalCode(code));
    await tx.sql`update carts set codes = ${codes}::text[] where id = ${head.id}`;
    return showCart(tx, { ...head, codes }, lines, await factsFor(tx, head, lines));
  },
});

export function withCode(codes: readonly string[], code: string): string[] {
  const all = [...new Set([...codes, code])];
  if (all.length > MOST_CODES) throw new Refusal('too_many_codes', `At most ${MOST_CODES} codes can be entered. Take one out first.`);
  return all;
}

// A code that ended long ago is answered like one that never was, so that guessing learns nothing from it.
export function refuseUnknown(standing: readonly { code: string; applied: boolean; sentence: string }[], code: string): void {
  const found = standing.find((each) => each.code === code);
  if (found?.sentence === UNKNOWN) throw new Refusal('unknown_code', `We do not know the code ${code}.`, { fields: { code: UNKNOWN } });
}

const UNKNOWN = 'We do not know this code.';
