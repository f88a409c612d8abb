import type { Hono } from 'hono';
import { NotePage } from '../pages/trouble.tsx';
import { UNSUBSCRIBE } from '../one-press.ts';
import { keepCart } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

/** What the links of a reminder open. */
export function reminderRoutes(app: Hono<ShopEnv>): void {
  app.get('/cart/restore', restore);
  app.get(UNSUBSCRIBE, ask);
  app.post(UNSUBSCRIBE, end);
}

async function restore(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  try {
    const { cartId } = await visit.tell('storefront.cart.restore', { token: token(c) });
    keepCart(c, await visit.ask('storefront.cart.get', { id: cartId }));
    return c.redirect(visit.href('/cart'), 303);
  } catch (thrown) {
    const says = refusalOf(thrown).code === 'already_ordered' ? refusalOf(thrown).sentence : 'This cart is not here any more. What you liked may still be.';
    return page(c, { title: `Your cart · ${visit.shop.name}` }, <NotePage visit={visit} title="Your cart" says={says} />, 404);
  }
}

/** A press is asked for, because mail programs open links by themselves. */
function ask(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const body = <NotePage visit={visit} title="No more reminders" says="We write once when you leave something in your cart. One press, and we never do again." press="Stop reminders" action={UNSUBSCRIBE + visit.url.search} />;
  return page(c, { title: `Reminders · ${visit.shop.name}` }, body);
}

async function end(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  await visit.tell('storefront.reminders.end', { token: token(c) });
  return page(c, { title: `Reminders · ${visit.shop.name}` }, <NotePage visit={visit} title="No more reminders" says="Done. Mails about your orders still reach you." />);
}

function token(c: ShopRequest): string {
  return c.var.visit.url.searchParams.get('token') ?? '';
}
