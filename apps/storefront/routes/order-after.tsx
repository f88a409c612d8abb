import type { Hono } from 'hono';
import type { Order } from '../api.ts';
import { TrackingPage } from '../pages/order-tracking.tsx';
import { keepCart } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { putIntoCart, showCart } from './cart.tsx';
import { withOrder } from './orders.tsx';

/** What somebody does with an order after it was placed: follow it, buy it again. */
export function orderAfterRoutes(app: Hono<ShopEnv>): void {
  app.get('/orders/:id/tracking', withOrder(showTracking));
  app.post('/orders/:id/again', withOrder(buyAgain));
}

function showTracking(c: ShopRequest, order: Order): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Where is order #${order.number}? · ${visit.shop.name}` }, <TrackingPage visit={visit} order={order} />);
}

/** Puts the same things into the cart at today's price; what is no longer sold is named and the rest is there. */
async function buyAgain(c: ShopRequest, order: Order): Promise<Response> {
  const refused: string[] = [];
  for (const line of order.lines) {
    try {
      const cart = await putIntoCart(c, { variantId: line.variantId, quantity: line.quantity });
      keepCart(c, cart);
      c.var.visit.cartId = cart.id;
    } catch (thrown) {
      refused.push(`${line.title}: ${refusalOf(thrown).sentence}`);
    }
  }
  return refused.length > 0 ? showCart(c, refused.join(' ')) : c.redirect(c.var.visit.href('/cart?added=1'), 303);
}
