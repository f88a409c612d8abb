import { EVERYTHING } from './tables.ts';
import { facetPattern } from './facet-text.ts';
import type { Filter, Sort } from './question.ts';

/** A question understood. */
export interface Asked {
  currency: string;
  words: string[] | null;
  /** Id or slug. */
  category: string | undefined;
  collection: string | undefined;
  filters: Filter[];
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
  relevance: { by: '(fit + 0.01 * ln(1 + greatest(sold, 0)))', type: 'float8', way: 'desc' },
  price: { by: 'price_min', type: 'bigint', way: 'asc' },
  '-price': { by: 'price_min', type: 'bigint', way: 'desc' },
  newest: { by: 'live_since', type: 'timestamptz', way: 'desc' },
  bestselling: { by: 'sold', type: 'int', way: 'desc' },
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

/**
 * Searches, categories, collections and filters. `hits` is everything the question is about; `base` notes which filters each row
 * fails. The page is what fails none; a facet counts what fails none but its own, so that a shopper sees what else could be chosen.
 */
export function searchStatement(asked: Asked): Statement {
  const values = new Values();
  const text = `with hits as materialized (${hits(asked, values)}), base as (${base(asked.filters, values)}),
    page as (select id, ${ORDER[asked.sort].by} as key, product_id from base where true${passing(asked)} ${pageOf(asked, values)})
    select (select coalesce(json_agg(json_build_array(l.card, page.key::text, page.product_id) order by ${placed(asked)}), '[]')
        from page join listings l on l.id = page.id) as page,
      (select count(*) from base where true${passing(asked)}) as total${asked.words ? `, ${SUGGESTION}` : ''}${asked.facets ? `, ${counts(asked)}` : ''}`;
  return { text, values: values.list };
}

function placed(asked: Asked): string {
  const { way } = ORDER[asked.sort];
  return `page.key ${way}, page.product_id ${way}`;
}

const COLUMNS = 'id, product_id, price_min, available, live_since, sold, facets, numbers';

// $1 and $2 are the currency and the words; the suggestion reads them again.
function hits(asked: Asked, values: Values): string {
  const currency = values.add(asked.currency);
  if (!asked.words && !asked.category && !asked.collection)
    return `select ${COLUMNS}, 0::real as fit, false as similar_only from listings where currency = ${currency}::bpchar`;
  const words = values.add(asked.words);
  const category = idOf('categories', asked.category, values);
  const collection = idOf('collections', asked.collection, values);
  return `select * from find_listings(${currency}::text, ${words}::text[], ${category}, ${collection})`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// A slug nobody has must find nothing, not everything.
function idOf(table: 'categories' | 'collections', given: string | undefined, values: Values): string {
  if (given === undefined) return 'null::uuid';
  if (UUID.test(given)) return `${values.add(given)}::uuid`;
  return `coalesce((select id from ${table} where slug = ${values.add(given)}), '${EVERYTHING}'::uuid)`;
}

function base(filters: Filter[], values: Values): string {
  if (filters.length === 0) return 'select *, 0 as fails, null::text as misses from hits';
  const tests = filters.map((filter) => ({ key: values.add(filter.key), passes: passes(filter, values) }));
  const fails = tests.map((t) => `(not ${t.passes})::int`).join(' + ');
  const misses = tests.map((t) => `when not ${t.passes} then ${t.key}::text`).join(' ');
  return `select *, ${fails} as fails, case ${misses} end as misses from hits`;
}

function passes(filter: Filter, values: Values): string {
  if (filter.kind === 'values') return `(facets like any (${values.add(filter.values.map((v) => facetPattern(filter.key, v)))}::text[]))`;
  if (filter.kind === 'available') return `(case when available then 'yes' else 'no' end = any(${values.add(filter.wanted)}::text[]))`;
  const number = filter.key === 'price' ? 'price_min::float8' : `(numbers ->> ${values.add(filter.key)})::float8`;
  const low = `coalesce(${values.add(filter.low)}::float8, '-infinity')`;
  return `coalesce(${number} between ${low} and coalesce(${values.add(filter.high)}::float8, 'infinity'), false)`;
}

function passing(asked: Asked): string {
  return asked.filters.length > 0 ? ' and fails = 0' : '';
}

const SUGGESTION = `(select case when exists (select 1 from hits where similar_only) then listing_suggestion($1::text, $2::text[]) end) as suggestion`;

const LABELS = `(select json_agg(json_build_array(key, says, type, unit) order by position, key) from custom_field_definitions where filterable) as labels`;

// One pass over what fails at most one filter; tally() does the rest.
function counts(asked: Asked): string {
  const group = asked.filters.length > 0 ? 'where fails < 2 group by misses' : 'group by misses';
  return `(select json_agg(g) from (
        select misses, string_agg(facets, '') as texts, min(price_min) as lowest, max(price_min) as highest,
          count(*) filter (where available) as available, count(*) as listings from base ${group}) g) as groups, ${LABELS}`;
}
