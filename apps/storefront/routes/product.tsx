import type { Hono } from 'hono';
import type { Category, Product, Variant } from '../api.ts';
import { categoryTrail } from '../category-trail.ts';
import { ProductPage } from '../pages/product.tsx';
import { gallerySizes } from '../parts/gallery.tsx';
import { breadcrumbData, plainText, productData, ratingData } from '../seo.ts';
import type { Crumb } from '../seo.ts';
import { voiceOf } from '../voice.ts';
import type { Voice } from '../voice.ts';
import { page, shelves } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

export function productRoutes(app: Hono<ShopEnv>): void {
  app.get('/products/:slug', (c) => showProduct(c, c.req.param('slug')));
}

/** The page of a product; with a refusal when putting it into the cart did not work. */
export async function showProduct(c: ShopRequest, slug: string, refusal = '', status = 200): Promise<Response> {
  const { visit } = c.var;
  const product = await orNull(visit.ask('storefront.products.get', { id: slug }));
  if (!product) return c.notFound() as Promise<Response>;
  if (slug !== product.slug && status === 200) return c.redirect(visit.href(`/products/${product.slug}`) + visit.url.search, 301);
  const chosen = chooseVariant(product, visit.url.searchParams.get('variant'));
  const [categories, voice] = await Promise.all([shelves(visit), voiceOf(visit, product)]);
  const crumbs = categoryTrail(deepest(product, categories), categories);
  return page(c, productHead(visit, product, crumbs, voice), <ProductPage visit={visit} product={product} chosen={chosen} refusal={refusal} crumbs={crumbs} voice={voice} />, status);
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

function productHead(visit: Visit, product: Product, above: Crumb[], voice: Voice): Parameters<typeof page>[1] {
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
    data: [{ ...productData(visit, product), ...ratingData(voice.reviews) }, breadcrumbData(visit, crumbs)],
  };
}
