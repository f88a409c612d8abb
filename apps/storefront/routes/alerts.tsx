import type { Hono } from 'hono';
import { AlertsPage } from '../pages/alerts.tsx';
import { pageBefore, signInFirst } from '../visit/forms.ts';
import { page } from '../visit/page.tsx';
import { fields, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { showProduct } from './product.tsx';

export function alertRoutes(app: Hono<ShopEnv>): void {
  app.post('/products/:slug/restock-alert', waitForStock);
  app.post('/products/:slug/price-alert', watchPrice);
  app.post('/saved-searches', saveSearch);
  app.get('/account/alerts', showAlerts);
  app.post('/account/alerts/:id/end', endAlert);
}

async function waitForStock(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { variantId = '', email } = await fields(c);
  try {
    await visit.tell('storefront.alerts.restock', { variantId, ...(email && { email }) });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return showProduct(c, c.req.param('slug')!, refusal.sentence, refusal.status);
  }
  return c.redirect(`${visit.href(`/products/${c.req.param('slug')}`)}?variant=${encodeURIComponent(variantId)}&told=1`, 303);
}

async function watchPrice(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const slug = c.req.param('slug')!;
  if (!visit.signedIn) return signInFirst(c, `/products/${slug}`);
  const { productId = '' } = await fields(c);
  await visit.tell('storefront.alerts.price', { productId });
  const before = pageBefore(c, `/products/${slug}`);
  return c.redirect(before.endsWith('/wishlist') ? before : `${visit.href(`/products/${slug}`)}?told=1`, 303);
}

async function saveSearch(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const sent = await fields(c);
  if (!visit.signedIn) return signInFirst(c, '/search');
  const filter = Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => {
    const key = /^filter\[(.{1,300})\]$/.exec(name)?.[1];
    return key ? [[key, value]] : [];
  }));
  await visit.tell('storefront.alerts.search', { ...(sent['q'] && { q: sent['q'] }), ...(sent['category'] && { category: sent['category'] }), ...(Object.keys(filter).length > 0 && { filter }) });
  const back = new URL(pageBefore(c, '/account/alerts'), visit.origin);
  back.searchParams.set('saved', '1');
  return c.redirect(back.pathname + back.search, 303);
}

async function showAlerts(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (!visit.signedIn) return signInFirst(c, '/account/alerts');
  const { data } = await visit.ask('storefront.alerts.mine', {});
  return page(c, { title: `Alerts · ${visit.shop.name}` }, <AlertsPage visit={visit} alerts={data} />);
}

async function endAlert(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (!visit.signedIn) return signInFirst(c, '/account/alerts');
  await visit.tell('storefront.alerts.end', { id: c.req.param('id')! });
  return c.redirect(visit.href('/account/alerts'), 303);
}
