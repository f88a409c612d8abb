import type { Hono } from 'hono';
import type { ProductPage, Suggestions } from '../api.ts';
import type { Suggestion, SuggestionGroup } from '../islands/search-box.tsx';
import { listingSearch, properSearch, readListing, toQuery } from '../listing-query.ts';
import type { Listing } from '../listing-query.ts';
import { ListingPage } from '../pages/listing.tsx';
import { sized } from '../parts/picture.tsx';
import { page } from '../visit/page.tsx';
import { fields } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** The search, its suggestions, and the note that a found product was opened. */
export function searchRoutes(app: Hono<ShopEnv>): void {
  app.get('/search', search);
  app.get('/search/suggestions', suggestions);
  app.post('/search/clicks', opened);
}

const NOTHING: ProductPage = { data: [], nextCursor: null, total: 0, facets: [] };

async function search(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const proper = properSearch(visit.url.searchParams, visit.shop.currency);
  if (proper !== null && visit.url.searchParams.get('q') !== '') return c.redirect(visit.href('/search') + proper, 302);
  const asked = readListing(visit.url.searchParams);
  const found = asked.q ? await visit.ask('storefront.products.list', toQuery(asked, {})) : NOTHING;
  // Turning a page or a filter is not another search.
  if (asked.q && !asked.cursor && asked.filters.size === 0 && !asked.sort) await visit.tell('storefront.searches.record', { q: asked.q, hits: found.closest || found.didYouMean ? 0 : found.total });
  const instead = found.total === 0 ? (await visit.ask('storefront.products.list', { sort: 'trending', limit: 4 })).data : [];
  const fewer = found.total === 0 ? await fewerWords(visit, asked) : [];
  const title = asked.q ? `“${asked.q}”` : 'Search';
  const body = <ListingPage visit={visit} asked={asked} found={found} title={title} path="/search" crumbs={[]} instead={instead} fewer={fewer} />;
  return page(c, { title: `${title} · ${visit.shop.name}` }, body);
}

const MOST_WORDS = 4;

/** Of a search without a hit: its single words that do find something. */
async function fewerWords(visit: Visit, { q }: Listing): Promise<{ q: string; total: number }[]> {
  const words = [...new Set(q.split(/\s+/).filter((word) => word.length > 2))].slice(0, MOST_WORDS);
  if (words.length < 2) return [];
  const found = await Promise.all(words.map(async (word) => ({ q: word, total: (await visit.ask('storefront.products.list', { q: word, limit: 1, facets: '0' })).total })));
  return found.filter(({ total }) => total > 0);
}

async function suggestions(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { q } = readListing(visit.url.searchParams);
  const found = await visit.ask('storefront.search.suggestions', { q });
  return c.json({ data: grouped(visit, found) }, 200, { 'cache-control': 'private, max-age=30' });
}

function grouped(visit: Visit, { products, categories, queries, didYouMean }: Suggestions): SuggestionGroup[] {
  const searched = (words: string): Suggestion => ({ href: visit.href('/search') + listingSearch(readListing(new URLSearchParams({ q: words }))), title: words, says: '' });
  const groups: SuggestionGroup[] = [
    { name: 'Did you mean', found: didYouMean ? [searched(didYouMean)] : [] },
    { name: 'Searches', found: queries.map(searched) },
    { name: 'Categories', found: categories.map((each) => ({ href: visit.href(`/categories/${each.slug}`), title: each.name, says: '' })) },
    { name: 'Products', found: products.map((each) => ({ href: visit.href(`/products/${each.slug}`), title: each.title, says: visit.money(each.price), ...(each.image && { image: sized(each.image.url, 160) }) })) },
  ];
  return groups.filter((group) => group.found.length > 0);
}

async function opened(c: ShopRequest): Promise<Response> {
  const { q = '' } = await fields(c);
  await c.var.visit.tell('storefront.searches.click', { q: q.slice(0, 200) });
  return c.body(null, 204);
}
