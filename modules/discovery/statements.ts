import { EVERYTHING } from './tables.ts';
import { facetPattern } from './facet-codes.ts';
import { numberIn } from './facet-book.ts';
import type { Filter, Sort } from './question.ts';

/** A question understood. */
export interface Asked {
  currency: string;
  /** One wish each, as search-words.ts writes them; null = no search. */
  wishes: string[] | null;
  /** Id or slug. */
  category: string | undefined;
  collection: string | undefined;
  filters: Filter[];
  /** The numbers of the values in the filters; what no listing has is not among them. */
  numbers: Map<string, number>;
  sort: Sort;
  cursor: [key: string, id: string] | null;
  limit: number;
  facets: boolean;
}

export interface Statement {
  text: string;
  values: unknown[];
}

const ORDER: Record<Sort, { by: string; type: string; way: 'asc' | 'desc' }> = {
  relevance: { by: 'fit', type: 'real', way: 'desc' },
  price: { by: 'price_min', type: 'bigint', way: 'asc' },
  '-price': { by: 'price_min', type: 'bigint', way: 'desc' },
  newest: { by: 'live_since', type: 'timestamptz', way: 'desc' },
  bestselling: { by: 'sold', type: 'int', way: 'desc' },
  trending: { by: 'trend', type: 'real', way: 'desc' },
  reviewed: { by: 'rating_count', type: 'int', way: 'desc' },
};

/** Parameters of one statement; the text depends on the kind of question only, so it is prepared once. */
class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** The list of everything, straight from an index; its total is kept, not counted. */
export function plainStatement(asked: Asked): Statement {
  const values = new Values();
  const currency = values.add(asked.currency);
  const text = `select
    (select coalesce(json_agg(json_build_array(card, key::text, product_id)), '[]') from (
      select card, ${ORDER[asked.sort].by} as key, product_id from listings where currency = ${currency}::bpchar ${pageOf(asked, values)}) page) as page,
    (select total from listing_totals where currency = ${currency}::bpchar and scope = '${EVERYTHING}') as total`;
  return { text, values: values.list };
}

// A limit given as a parameter makes the database plan anew each time, so it stands in the text, in few sizes.
const SIZES = [5, 9, 13, 21, 25, 31, 49, 51, 61, 101];

/** Rows to fetch for a page of that size: at least one more than asked, so that a next page shows. */
function roomFor(limit: number): number {
  return SIZES.find((size) => size > limit)!;
}

function pageOf(asked: Asked, values: Values): string {
  const { by, type, way } = ORDER[asked.sort];
  const beyond = asked.cursor
    ? `and (${by}, product_id) ${way === 'desc' ? '<' : '>'} (${values.add(asked.cursor[0])}::${type}, ${values.add(asked.cursor[1])}::uuid)`
    : '';
  return `${beyond} order by ${by} ${way}, product_id ${way} limit ${roomFor(asked.limit)}`;
}

/** The first page of a search without filters, in one call: most searches are this. */
export function firstPageStatement(asked: Asked): Statement {
  return { text: 'select * from search_page($1, $2::text[], $3)', values: [asked.currency, asked.wishes, roomFor(asked.limit)] };
}

/**
 * Searches, categories, collections and filters. `base` is everything the question is about, noting which filters each row fails.
 * The page is what fails none; a facet counts what fails none but its own, so that a shopper sees what else could be chosen.
 */
export function searchStatement(asked: Asked): Statement {
  const values = new Values();
  const source = base(asked, values);
  // Without facets what fails a filter is left out at once; nothing needs to know about it.
  const rest = asked.facets ? asked : { ...asked, filters: [] };
  const page = `select id, ${ORDER[asked.sort].by} as key, product_id from base where true${passing(rest)} ${pageOf(asked, values)}`;
  const text = `with base as materialized (${source}), page as (${page})
    select (select coalesce(json_agg(json_build_array(l.card, page.key::text, page.product_id) order by ${placed(asked)}), '[]')
        from page join listings l on l.id = page.id) as page, f.*
    from (${counts(rest)}) f`;
  return { text, values: values.list };
}

function placed(asked: Asked): string {
  const { way } = ORDER[asked.sort];
  return `page.key ${way}, page.product_id ${way}`;
}

const COLUMNS = 'id, product_id, price_min, available, live_since, sold, trend, rating_average, rating_count, facets, numbers';

function hits(asked: Asked, values: Values): string {
  const currency = values.add(asked.currency);
  if (!asked.wishes && !asked.category && !asked.collection)
    return `select ${COLUMNS}, 0::real as fit, false as partly from listings where currency = ${currency}::bpchar`;
  const wishes = values.add(asked.wishes);
  const category = idOf('categories', asked.category, values);
  const collection = idOf('collections', asked.collection, values);
  return `select * from find_listings(${currency}::text, ${wishes}::text[], ${category}, ${collection}, ${values.add(asked.sort === 'relevance')}::boolean)`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// A slug nobody has must find nothing, not everything.
function idOf(table: 'categories' | 'collections', given: string | undefined, values: Values): string {
  if (given === undefined) return 'null::uuid';
  if (UUID.test(given)) return `${values.add(given)}::uuid`;
  return `coalesce((select id from ${table} where slug = ${values.add(given)}), '${EVERYTHING}'::uuid)`;
}

function base({ filters, ...rest }: Asked, values: Values): string {
  const asked = { filters, ...rest };
  const source = hits(asked, values);
  if (filters.length === 0) return source;
  if (!asked.facets) return `select * from (${source}) hits where ${filters.map((filter) => passes(filter, asked, values)).join(' and ')}`;
  const tests = filters.map((filter) => ({ key: values.add(filter.key), passes: passes(filter, asked, values) }));
  const fails = tests.map((t) => `(not ${t.passes})::int`).join(' + ');
  const misses = tests.map((t) => `when not ${t.passes} then ${t.key}::text`).join(' ');
  return `select *, ${fails} as fails, case ${misses} end as misses from (${source}) hits`;
}

function passes(filter: Filter, { numbers }: Asked, values: Values): string {
  if (filter.kind === 'values') {
    const known = filter.values.flatMap((value) => numberIn(numbers, filter.key, value) ?? []);
    return `(facets like any (${values.add(known.map(facetPattern))}::text[]))`;
  }
  if (filter.kind === 'available') return `(case when available then 'yes' else 'no' end = any(${values.add(filter.wanted)}::text[]))`;
  if (filter.kind === 'rating') return `(coalesce(rating_average, 0) >= ${values.add(filter.least)}::int)`;
  const number = filter.key === 'price' ? 'price_min::float8' : `(numbers ->> ${values.add(filter.key)})::float8`;
  const low = `coalesce(${values.add(filter.low)}::float8, '-infinity')`;
  return `coalesce(${number} between ${low} and coalesce(${values.add(filter.high)}::float8, 'infinity'), false)`;
}

function passing(asked: Asked): string {
  return asked.filters.length > 0 ? ' and fails = 0' : '';
}

const GROUP = `string_agg(facets, '') as texts, min(price_min) as lowest, max(price_min) as highest`;

// One pass over what fails at most one filter; tally() does the rest. Without filters there is one group, sent as plain columns.
function counts({ filters, facets }: Asked): string {
  const total = filters.length > 0 ? 'count(*) filter (where fails = 0) as total' : 'count(*) as total';
  const whole = 'count(*) filter (where not partly) as whole';
  if (!facets) return `select ${total}, ${whole} from base`;
  if (filters.length === 0) return `select ${total}, ${whole}, ${GROUP} from base`;
  return `select (select count(*) from base where fails = 0) as total, (select ${whole} from base) as whole,
    (select json_agg(g) from (select misses, ${GROUP} from base where fails < 2 group by misses) g) as groups`;
}
