import type { Hono } from 'hono';
import type { Category, DeliveryMethod, Product, ProductOffer, Variant } from '../api.ts';
import { categoryTrail } from '../category-trail.ts';
import { ROW, rowsBeside } from '../goes-with.ts';
import { GoesWithPage } from '../pages/goes-with.tsx';
import { ProductPage } from '../pages/product.tsx';
import { gallerySizes } from '../parts/gallery.tsx';
import { breadcrumbData, plainText, productData, ratingData } from '../seo.ts';
import type { Crumb } from '../seo.ts';
import { voiceOf } from '../voice.ts';
import type { Voice } from '../voice.ts';
import { page, shelves } from '../visit/page.tsx';
import { deliveryAtHome } from '../visit/delivery.ts';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

export function productRoutes(app: Hono<ShopEnv>): void {
  app.get('/products/:slug/goes-with', goesWith);
  app.get('/products/:slug', (c) => showProduct(c, c.req.param('slug')));
}

/** The page of a product; with a refusal when putting it into the cart did not work. */
export async function showProduct(c: ShopRequest, slug: string, refusal = '', status = 200): Promise<Response> {
  const { visit } = c.var;
  const product = await orNull(visit.ask('storefront.products.get', { id: slug }));
  if (!product) return c.notFound() as Promise<Response>;
  if (slug !== product.slug && status === 200) return c.redirect(visit.href(`/products/${product.slug}`) + visit.url.search, 301);
  const chosen = chooseVariant(product, visit.url.searchParams.get('variant'));
  const [categories, offers, delivery, voice, plans] = await Promise.all([shelves(visit), offersOn(visit, product), deliveryAtHome(visit), voiceOf(visit, product), visit.ask('storefront.products.plans', { id: product.id })]);
  const crumbs = categoryTrail(deepest(product, categories), categories);
  const body = <ProductPage visit={visit} product={product} chosen={chosen} refusal={refusal} crumbs={crumbs} offers={offers} plans={plans.data} delivery={delivery} voice={voice} />;
  return page(c, productHead(visit, { product, crumbs, delivery, voice }), body, status);
}

async function offersOn(visit: Visit, product: Product): Promise<ProductOffer[]> {
  const currency = product.variants[0]?.price.currency;
  return currency ? (await visit.ask('storefront.products.offers', { productId: product.id, currency })).data : [];
}

async function goesWith(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const product = await orNull(visit.ask('storefront.products.get', { id: c.req.param('slug') ?? '' }));
  if (!product) return c.notFound() as Promise<Response>;
  const [found, beside] = await Promise.all([visit.ask('storefront.products.recommendations', { id: product.id, limit: ROW }), visit.ask('storefront.recommendations.for-products', { products: product.id, limit: 3 * ROW })]);
  return page(c, { title: `Goes with ${product.title} · ${visit.shop.name}` }, <GoesWithPage visit={visit} product={product} found={rowsBeside(found, beside.data)} />);
}

/** The variant in the address, else the first that can be bought. */
function chooseVariant(product: Product, id: string | null): Variant | undefined {
  return product.variants.find((each) => each.id === id) ?? product.variants.find((each) => each.available) ?? product.variants[0];
}

/** Of a product's categories the most particular one. */
function deepest(product: Product, categories: Category[]): string {
  const depth = (id: string): number => categoryTrail(id, categories).length;
  return product.categories.map((each) => each.id).toSorted((a, b) => depth(b) - depth(a))[0] ?? '';
}

interface Shown {
  product: Product;
  /** The categories above it. */
  crumbs: Crumb[];
  delivery: DeliveryMethod[];
  voice: Voice;
}

function productHead(visit: Visit, { product, crumbs: above, delivery, voice }: Shown): Parameters<typeof page>[1] {
  const image = product.images[0];
  const path = `/products/${product.slug}`;
  const crumbs: Crumb[] = [{ name: visit.shop.name, path: '/' }, ...above, { name: product.title, path }];
  return {
    title: product.seo.title || `${product.title} · ${visit.shop.name}`,
    description: product.seo.description || plainText(product.descriptionHtml, 155) || `${product.title} at ${visit.shop.name}.`,
    canonical: path,
    image,
    preload: image && { image, sizes: gallerySizes },
    kind: 'product',
    data: [{ ...productData(visit, product, delivery), ...ratingData(voice.reviews) }, breadcrumbData(visit, crumbs)],
  };
}
