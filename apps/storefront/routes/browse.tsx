import type { Hono } from 'hono';
import { categoryTrail } from '../category-trail.ts';
import { properSearch, readListing, toQuery } from '../listing-query.ts';
import { ListingPage } from '../pages/listing.tsx';
import type { ListingPageProps } from '../pages/listing.tsx';
import { breadcrumbData } from '../seo.ts';
import type { Crumb } from '../seo.ts';
import { page, shelves } from '../visit/page.tsx';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

/** Categories and everything. */
export function browseRoutes(app: Hono<ShopEnv>): void {
  app.get('/products', (c) => listing(c, { title: 'Everything', path: '/products', crumbs: [] }));
  app.get('/categories/:slug', category);
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
