import type { Hono } from 'hono';
import type { Product, SizeAnswer } from '../api.ts';
import { SizeGuidePage } from '../pages/size-guide.tsx';
import { page } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { withProduct } from './reviews.tsx';

export function sizeRoutes(app: Hono<ShopEnv>): void {
  app.get('/products/:slug/size-guide', (c) => withProduct(c, (product) => showGuide(c, product)));
}

async function showGuide(c: ShopRequest, product: Product): Promise<Response> {
  const { visit } = c.var;
  const { guide, fit } = await visit.ask('storefront.sizing.get', { productId: product.id });
  if (!guide) return c.notFound() as Promise<Response>;
  const params = visit.url.searchParams;
  const unit = params.get('unit') === 'in' || (params.get('unit') === null && guide.unit === 'in') ? 'in' : 'cm';
  const body = Object.fromEntries(guide.measures.flatMap(({ key }) => {
    const typed = (params.get(key) ?? '').trim().replace(',', '.');
    return /^\d{1,3}(\.\d)?$/.test(typed) && Number(typed) > 0 ? [[key, Number(typed)]] : [];
  }));
  const answer: SizeAnswer | null = Object.keys(body).length > 0 ? await orNull(visit.ask('storefront.sizing.recommend', { productId: product.id, unit, body })) : null;
  const asked = guide.measures.some(({ key }) => params.has(key));
  const head = { title: `Sizes of ${product.title} · ${visit.shop.name}`, canonical: `/products/${product.slug}/size-guide` };
  return page(c, head, <SizeGuidePage visit={visit} product={product} guide={guide} fit={fit} unit={unit} body={body} answer={answer} asked={asked ? 'asked' : 'not yet'} />);
}
