import { Hono } from 'hono';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import type { StorefrontApi } from './api.ts';
import type { AssetNames } from './assets.ts';
import { BrokenPage, MissingPage, RefusedPage } from './pages/trouble.tsx';
import { accountRoutes } from './routes/account.tsx';
import { accountLinkRoutes } from './routes/account-links.tsx';
import { accountAddressRoutes } from './routes/account-addresses.tsx';
import { accountDetailsRoutes } from './routes/account-details.tsx';
import { accountPrivacyRoutes } from './routes/account-privacy.tsx';
import { appRoutes } from './routes/app.tsx';
import { browseRoutes } from './routes/browse.tsx';
import { cartRoutes } from './routes/cart.tsx';
import { checkoutRoutes } from './routes/checkout.tsx';
import { conversationRoutes } from './routes/conversations.tsx';
import { discoverRoutes } from './routes/discover.tsx';
import { homeRoutes } from './routes/home.tsx';
import { machineRoutes } from './routes/machines.ts';
import { orderNewsRoutes } from './routes/order-news.ts';
import { orderRoutes } from './routes/orders.tsx';
import { orderAfterRoutes } from './routes/order-after.tsx';
import { orderReturnRoutes } from './routes/order-return.tsx';
import { UNSUBSCRIBE } from './one-press.ts';
import { reminderRoutes } from './routes/reminders.tsx';
import { productRoutes } from './routes/product.tsx';
import { searchRoutes } from './routes/search.tsx';
import { alertRoutes } from './routes/alerts.tsx';
import { questionRoutes } from './routes/questions.tsx';
import { reviewRoutes } from './routes/reviews.tsx';
import { sizeRoutes } from './routes/sizes.tsx';
import { subscriptionRoutes } from './routes/subscriptions.tsx';
import { warrantyRoutes } from './routes/warranty.tsx';
import { wishlistRoutes } from './routes/wishlist.tsx';
import type { ShopContext } from './shop.ts';
import { sentFromThisShop } from './visit/origin.ts';
import { page } from './visit/page.tsx';
import { wantsJson } from './visit/refused.ts';
import { openVisit } from './visit/visit.ts';
import type { ShopEnv, ShopRequest } from './visit/visit.ts';

type Storefront = (request: Request, shop: ShopContext) => Promise<Response>;

/** All pages of a shop over a door to its data. One instance serves every shop of the installation. */
export function createStorefront(api: StorefrontApi, assets: AssetNames): Storefront {
  const app = new Hono<ShopEnv>({ getPath: (request, options) => pathInShop(request, (options as { env?: ShopContext }).env) });
  app.use(async (c, next) => {
    c.set('visit', openVisit(c, api, assets));
    if (c.req.method === 'POST' && c.req.path !== UNSUBSCRIBE && !sentFromThisShop(c.req.raw)) throw new Refusal('forbidden', 'This form was not sent from the shop itself.');
    await next();
  });
  for (const routes of [homeRoutes, appRoutes, discoverRoutes, orderNewsRoutes, browseRoutes, searchRoutes, productRoutes, cartRoutes, reminderRoutes, checkoutRoutes, orderRoutes, accountRoutes, accountLinkRoutes, accountDetailsRoutes, accountAddressRoutes, accountPrivacyRoutes, orderAfterRoutes, orderReturnRoutes, conversationRoutes, machineRoutes]) routes(app);
  for (const routes of [reviewRoutes, questionRoutes, sizeRoutes, wishlistRoutes, alertRoutes, warrantyRoutes, subscriptionRoutes]) routes(app);
  app.notFound((c) => page(c, { title: `Not found · ${c.env.storefront.name}` }, <MissingPage visit={c.var.visit} />, 404));
  app.onError(trouble);
  return async (request, shop) => app.fetch(request, shop);
}

/** "/shops/gems/cart" in a shop at /shops/gems is "/cart". */
function pathInShop(request: Request, shop: ShopContext | undefined): string {
  const path = new URL(request.url).pathname.slice(shop?.basePath.length ?? 0);
  return path.length > 1 ? path.replace(/\/$/, '') : '/';
}

/** A refusal is said in the shop's own frame; a bug is logged and shown as one, with the number that finds it in the log. */
async function trouble(thrown: Error, c: ShopRequest): Promise<Response> {
  if (!(thrown instanceof Refusal)) return broken(thrown, c);
  if (wantsJson(c)) return c.json({ refused: thrown.sentence }, thrown.status as 422);
  if (thrown.code === 'not_found') return c.notFound() as Promise<Response>;
  return page(c, { title: `Sorry · ${c.env.storefront.name}` }, <RefusedPage visit={c.var.visit} says={thrown.sentence} />, thrown.status);
}

async function broken(thrown: Error, c: ShopRequest): Promise<Response> {
  const { requestId } = c.env.context;
  log.error('A storefront page broke', { requestId, path: c.req.path, error: thrown });
  if (wantsJson(c)) return c.json({ refused: 'Something broke on our side. Please try again in a moment.' }, 500);
  return page(c, { title: `Sorry · ${c.env.storefront.name}` }, <BrokenPage visit={c.var.visit} requestId={requestId} />, 500);
}
