import type { JSX } from 'preact';
import type { Category, ProductCard, ProductPage } from '../api.ts';
import { listingSearch } from '../listing-query.ts';
import type { Listing } from '../listing-query.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { ActiveFilters, FilterButton, FilterForm, SortMenu, usefulFacets } from '../parts/filters.tsx';
import { SaveSearch } from '../parts/save-search.tsx';
import { ProductGrid } from '../parts/product-card.tsx';
import type { Crumb } from '../seo.ts';
import type { Visit } from '../visit/visit.ts';

export interface ListingPageProps {
  visit: Visit;
  asked: Listing;
  found: ProductPage;
  title: string;
  path: string;
  crumbs: Crumb[];
  children?: Category[];
  /** What to offer when nothing was found. */
  instead?: ProductCard[];
  /** Single words of a search that do find something. */
  fewer?: { q: string; total: number }[];
}

/** A category, everything, or the result of a search: filters at the side, the list, and a way to more. */
export function ListingPage(props: ListingPageProps): JSX.Element {
  const { visit, title, crumbs, children = [] } = props;
  return (
    <div class="wrap">
      <Crumbs visit={visit} crumbs={crumbs} />
      <h1>{title}</h1>
      {children.length > 0 && (
        <ul class="chips" aria-label="Narrower categories">
          {children.map((each) => <li><a class="chip" href={visit.href(`/categories/${each.slug}`)}>{each.name}</a></li>)}
        </ul>
      )}
      <Results {...props} />
    </div>
  );
}

function Results(props: ListingPageProps): JSX.Element {
  const { visit, asked, found, path } = props;
  const nothing = found.data.length === 0;
  if (nothing && asked.filters.size === 0) return <Nothing {...props} />;
  const filterable = usefulFacets(found.facets, asked).length > 0;
  return (
    <div data-swap="filter-form shown" class={filterable ? 'listing' : undefined}>
      {filterable && <FilterForm visit={visit} asked={asked} facets={found.facets} path={path} total={found.total} />}
      <section aria-label="Products" id="shown" data-searched={asked.q || undefined} data-clicks={asked.q ? visit.href('/search/clicks') : undefined}>
        <div class="row apart list-head">
          {filterable && <FilterButton asked={asked} />}
          <p class="quiet" id="found-count">{count(found.total)}</p>
          <SortMenu visit={visit} asked={asked} path={path} />
        </div>
        <Meant visit={visit} asked={asked} found={found} />
        <ActiveFilters visit={visit} asked={asked} facets={found.facets} path={path} />
        {asked.cursor && <p class="unscripted"><a href={visit.href(path) + listingSearch(asked)}>Back to the first page</a></p>}
        {nothing
          ? <p class="empty">No product has all of these. Removing a filter shows more.</p>
          : <ProductGrid visit={visit} products={found.data} early={asked.cursor ? 0 : 2} />}
        <More {...props} />
        <SaveSearch visit={visit} asked={asked} path={path} />
      </section>
    </div>
  );
}

function More({ visit, asked, found, path }: ListingPageProps): JSX.Element {
  const next = found.nextCursor;
  return (
    <p id="more" class="more">
      {next && <a class="button quiet-button" data-more rel="nofollow" href={visit.href(path) + listingSearch(asked, { cursor: next })}>Show more</a>}
    </p>
  );
}

function Nothing({ visit, asked, instead = [], fewer = [] }: ListingPageProps): JSX.Element {
  const found = fewer.length > 0 ? ' Single words of it do find something:' : ' Check the spelling, or try a more general word.';
  return (
    <div class="nothing">
      {asked.q
        ? <p>Nothing was found for “{asked.q}”.{found}</p>
        : <p>{instead.length ? 'Type what you are looking for.' : 'There is nothing here yet.'}</p>}
      {fewer.length > 0 && (
        <ul class="chips" aria-label="Searches with fewer words">
          {fewer.map((each) => <li><a class="chip" href={visit.href('/search') + listingSearch(asked, { q: each.q, filters: new Map() })}>{each.q} <span class="quiet">{each.total}<span class="hush"> products</span></span></a></li>)}
        </ul>
      )}
      <form class="row big-search" action={visit.href('/search')}>
        <input type="search" name="q" value={asked.q} aria-label="Search again" />
        <button class="button">Search</button>
      </form>
      {instead.length > 0 && <><h2>Popular in this shop</h2><ProductGrid visit={visit} products={instead} /></>}
    </div>
  );
}

/** Says so when these are not quite what was typed. */
function Meant({ visit, asked, found }: Pick<ListingPageProps, 'visit' | 'asked' | 'found'>): JSX.Element | null {
  const meant = found.didYouMean;
  if (meant) return <p class="meant">Nothing was found for “{asked.q}”, so this shows <a href={visit.href('/search') + listingSearch({ ...asked, q: meant })}>{meant}</a>.</p>;
  return found.closest ? <p class="meant">No product has all of these words. These come closest.</p> : null;
}

function count(total: number): string {
  return total === 1 ? '1 product' : `${total} products`;
}
