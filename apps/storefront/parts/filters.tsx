import { amountText } from '#platform/money.ts';
import type { JSX } from 'preact';
import type { Facet } from '../api.ts';
import { escapeValue, isMoney, listingSearch, SORTS, typedRange, withoutValue } from '../listing-query.ts';
import type { Listing } from '../listing-query.ts';
import type { Visit } from '../visit/visit.ts';
import { CloseIcon, FilterIcon } from './icons.tsx';

interface Props {
  visit: Visit;
  asked: Listing;
  path: string;
}

/** A plain GET form: every filter is part of the address, so lists can be shared, kept and found. */
export function FilterForm({ visit, asked, path, facets, total }: Props & { facets: Facet[]; total: number }): JSX.Element {
  const useful = usefulFacets(facets, asked);
  return (
    <div class="filters" id="filters" popover="auto">
      <form id="filter-form" action={visit.href(path)} aria-label="Filters">
        {asked.q && <input type="hidden" name="q" value={asked.q} />}
        {asked.sort && <input type="hidden" name="sort" value={asked.sort} />}
        <div class="filter-list">
          {useful.map((facet) => facet.kind === 'range'
            ? <RangeFacet facet={facet} asked={asked} currency={visit.shop.currency} />
            : <ValueFacet facet={facet} chosen={asked.filters.get(facet.key) ?? []} />)}
        </div>
        <button class="button wide">
          <span class="scripted">Show {total === 1 ? '1 product' : `${total} products`}</span>
          <span class="unscripted">Apply the filters</span>
        </button>
      </form>
    </div>
  );
}

/** A facet with one value for everything found narrows nothing. */
export function usefulFacets(facets: Facet[], asked: Listing): Facet[] {
  return facets.filter((facet) => facet.kind === 'range' || facet.values.length > 1 || asked.filters.has(facet.key));
}

/** On a phone the filters are a sheet; the browser opens it itself. */
export function FilterButton({ asked }: { asked: Listing }): JSX.Element {
  return (
    <button type="button" class="button quiet-button filter-button" popovertarget="filters">
      <FilterIcon /> Filter{asked.filters.size > 0 && ` (${asked.filters.size})`}
    </button>
  );
}

const FEW = 8;

function ValueFacet({ facet, chosen }: { facet: Facet; chosen: string[] }): JSX.Element {
  const box = (value: Facet['values'][number]): JSX.Element => (
    <label class="tick">
      <input type="checkbox" id={`f-${facet.key}-${encodeURIComponent(value.value)}`} name={`filter[${facet.key}]`} value={escapeValue(value.value)} checked={chosen.includes(value.value)} />
      <span>{value.says}</span> <span class="quiet" aria-label={`${value.count} products`}>{value.count}</span>
    </label>
  );
  const rest = facet.values.slice(FEW);
  return (
    <fieldset>
      <legend>{facet.says}</legend>
      {facet.values.slice(0, FEW).map(box)}
      {rest.length > 0 && (
        <details class="rest" open={rest.some((each) => chosen.includes(each.value))}>
          <summary>{rest.length} more</summary>
          {rest.map(box)}
        </details>
      )}
    </fieldset>
  );
}

function RangeFacet({ facet, asked, currency }: { facet: Facet; asked: Listing; currency: string }): JSX.Element {
  const [min, max] = typedRange(facet, asked, currency);
  const hint = (bound: number | undefined): string => (bound === undefined ? '' : isMoney(facet.key) ? amountText({ amount: bound, currency }).replace(/\.\d+$/, '') : String(bound));
  return (
    <fieldset>
      <legend>{facet.says}{isMoney(facet.key) && <span class="quiet"> {currency}</span>}{facet.unit && <span class="quiet"> {facet.unit}</span>}</legend>
      <div class="range">
        <input id={`min-${facet.key}`} name={`min[${facet.key}]`} value={min} placeholder={hint(facet.min)} inputMode="decimal" aria-label={`${facet.says} from`} />
        <span aria-hidden="true">–</span>
        <input id={`max-${facet.key}`} name={`max[${facet.key}]`} value={max} placeholder={hint(facet.max)} inputMode="decimal" aria-label={`${facet.says} to`} />
      </div>
    </fieldset>
  );
}

/** Each active filter is a link to the same list without it. */
export function ActiveFilters({ visit, asked, path, facets }: Props & { facets: Facet[] }): JSX.Element | null {
  if (asked.filters.size === 0) return null;
  const chips = [...asked.filters].flatMap(([key, values]) => values.map((value) => ({ key, value })));
  return (
    <ul class="chips active" aria-label="Active filters">
      {chips.map(({ key, value }) => (
        <li>
          <a class="chip" data-filter rel="nofollow" href={visit.href(path) + listingSearch(asked, { filters: withoutValue(asked, key, value) })}>
            <span class="hush">Remove </span>{chipName(visit, facets, key, value)}<CloseIcon />
          </a>
        </li>
      ))}
      {chips.length > 1 && <li><a data-filter href={visit.href(path) + listingSearch(asked, { filters: new Map() })}>Clear all</a></li>}
    </ul>
  );
}

function chipName(visit: Visit, facets: Facet[], key: string, value: string): string {
  const facet = facets.find((each) => each.key === key);
  const says = facet?.values.find((each) => each.value === value)?.says;
  if (says) return says;
  if (!value.includes('..')) return value;
  const [min = '', max = ''] = value.split('..').map((bound) => (isMoney(key) && bound ? visit.money({ amount: Number(bound) || 0, currency: visit.shop.currency }) : bound));
  return `${facet?.says ?? key} ${min && max ? `${min} – ${max}` : min ? `from ${min}` : `up to ${max}`}`;
}

export function SortMenu({ visit, asked, path }: Props): JSX.Element {
  const offered = Object.entries(SORTS).filter(([key]) => key !== 'relevance' || asked.q);
  const current = asked.sort || (asked.q ? 'relevance' : 'newest');
  return (
    <details class="menu sort" id="sort">
      <summary>Sort: {SORTS[current as keyof typeof SORTS]}</summary>
      <ul>
        {offered.map(([key, says]) => (
          <li><a data-filter rel="nofollow" aria-current={key === current ? 'true' : undefined} href={visit.href(path) + listingSearch(asked, { sort: key })}>{says}</a></li>
        ))}
      </ul>
    </details>
  );
}
