import type { Hono } from 'hono';
import type { ProductCard } from '../api.ts';
import { categoryTrail } from '../category-trail.ts';
import { properSearch, readListing, toQuery } from '../listing-query.ts';
import { HomePage } from '../pages/home.tsx';
import { ListingPage } from '../pages/listing.tsx';
import type { ListingPageProps } from '../pages/listing.tsx';
import { heroSizes } from '../pages/home.tsx';
import { breadcrumbData } from '../seo.ts';
import type { Crumb } from '../seo.ts';
import { page, shelves } from '../visit/page.tsx';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

/** Home, categories and everything. */
export function browseRoutes(app: Hono<ShopEnv>): void {
  app.get('/', home);
  app.get('/products', (c) => listing(c, { title: 'Everything', path: '/products', crumbs: [] }));
  app.get('/categories/:slug', category);
}

async function home(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const [loved, fresh, categories] = await Promise.all([
    visit.ask('storefront.products.list', { sort: 'bestselling', limit: 8 }),
    visit.ask('storefront.products.list', { sort: 'newest', limit: 8 }),
    shelves(visit),
  ]);
  const { headline, intro } = visit.shop.theme ?? {};
  const window = shopWindow([...loved.data, ...fresh.data]);
  const shown = window[0]?.image ?? null;
  const known = new Set(loved.data.map((each) => each.id));
  const others = fresh.data.filter((each) => !known.has(each.id));
  const head = {
    title: headline ? `${visit.shop.name} · ${headline}` : visit.shop.name,
    description: intro ?? `${visit.shop.name}: ${loved.total} products, from ${categories.slice(0, 4).map((each) => each.name).join(', ')}.`,
    canonical: '/',
    image: shown,
    preload: shown ? { image: shown, sizes: heroSizes } : undefined,
    data: [{ '@context': 'https://schema.org', '@type': 'WebSite', name: visit.shop.name, url: visit.address('/') }],
  };
  return page(c, head, <HomePage visit={visit} window={window} loved={loved.data} fresh={others} categories={categories} />);
}

/** What a shop puts into its window: its finest things, not the cheap ones that sell most. */
function shopWindow(products: ProductCard[]): ProductCard[] {
  const once = new Map(products.filter((each) => each.image && each.available).map((each) => [each.id, each]));
  return [...once.values()].toSorted((a, b) => b.price.amount - a.price.amount).slice(0, 3);
}

async function category(c: ShopRequest): Promise<Response> {
  const categories = await shelves(c.var.visit);
  const here = categories.find((each) => each.slug === c.req.param('slug'));
  if (!here) return c.notFound() as Promise<Response>;
  const crumbs = categoryTrail(here.id, categories);
  const children = categories.filter((each) => each.parentId === here.id && each.productCount > 0);
  return listing(c, { title: here.name, path: `/categories/${here.slug}`, category: here.slug, crumbs: crumbs.slice(0, -1), children });
}

type Place = Pick<ListingPageProps, 'title' | 'path' | 'crumbs' | 'children'> & { category?: string };

async function listing(c: ShopRequest, place: Place): Promise<Response> {
  const { visit } = c.var;
  const proper = properSearch(visit.url.searchParams, visit.shop.currency);
  if (proper !== null) return c.redirect(visit.href(place.path) + proper, 302);
  const asked = readListing(visit.url.searchParams);
  const found = await visit.ask('storefront.products.list', toQuery(asked, place.category ? { category: place.category } : { facets: '1' }));
  const crumbs: Crumb[] = [{ name: visit.shop.name, path: '/' }, ...place.crumbs, { name: place.title, path: place.path }];
  const head = {
    title: `${place.title} · ${visit.shop.name}`,
    description: `${place.title} at ${visit.shop.name}: ${found.total} products.`,
    canonical: place.path,
    image: found.data[0]?.image,
    data: [breadcrumbData(visit, crumbs)],
  };
  return page(c, head, <ListingPage visit={visit} asked={asked} found={found} {...place} />);
}
