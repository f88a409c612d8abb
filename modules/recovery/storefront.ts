import * as z from 'zod';
import { applyCode, cartView } from '#modules/carts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { idIn } from './link.ts';
import { readSettings } from './settings.ts';

const Token = z.string().max(200);

/** The link of a reminder brings a cart back, on any device. With a code of the shop's settings, that code is entered. */
export const restoreCart = operation({
  name: 'storefront.cart.restore',
  on: 'storefront',
  route: 'POST /cart/restore',
  says: 'Bring a left cart back',
  needs: 'storefront:cart',
  input: z.object({ token: Token }),
  output: z.object({ cartId: z.uuid() }),
  async run(tx, { token }) {
    const id = idIn('restore', tx.workspaceId, token);
    const [left] = id ? await tx.sql<{ cartId: string; ordered: boolean }>`
      update abandoned_carts set opened_at = coalesce(opened_at, ${tx.now}) where id = ${id} returning cart_id as "cartId", order_id is not null as ordered` : [];
    if (!left) throw new Refusal('not_found', 'This link does not lead to a cart any more.');
    if (left.ordered) throw new Refusal('already_ordered', 'What was in this cart was ordered already. Thank you!');
    return { cartId: left.cartId };
  },
  async afterCommit(ctx, answer) {
    const { code } = await ctx.read(readSettings);
    const cart = await cartView.call(ctx, { id: answer.cartId });
    // A code that has ended meanwhile is no reason to keep the cart back.
    if (code && !cart.codes.some((each) => each.code === code)) await applyCode.call(ctx, { id: cart.id, code }).catch(unlessBug);
    return { cartId: cart.id };
  },
});

function unlessBug(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

/** No more reminders for whoever got this mail. The token alone is the right to it, so that a mail program can do it with one press. */
export const unsubscribe = operation({
  name: 'storefront.reminders.end',
  on: 'storefront',
  route: 'POST /reminders/end',
  says: 'End reminders of left carts',
  needs: 'storefront:cart',
  input: z.object({ token: Token }),
  output: z.object({ ended: z.literal(true) }),
  async run(tx, { token }) {
    const id = idIn('unsubscribe', tx.workspaceId, token);
    const [left] = id ? await tx.sql<{ email: string }>`select email from abandoned_carts where id = ${id}` : [];
    if (!left) throw new Refusal('not_found', 'This link does not work any more.');
    await tx.sql`insert into recovery_opt_outs (email, at) values (${left.email}, ${tx.now}) on conflict do nothing`;
    return { ended: true as const };
  },
});
