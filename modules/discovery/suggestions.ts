import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { ProductCard } from './cards.ts';
import { currencyFor } from './currency.ts';
import { wishesOf, wordsOf } from './search-words.ts';
import { labelsOf, type Shelf } from './shop-labels.ts';
import { meantWords, partsOf, type Hint } from './spelling.ts';
import { meaningsOf } from './synonyms.ts';

const Suggestions = z.object({
  products: z.array(ProductCard),
  categories: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() })),
  queries: z.array(z.string()).meta({ description: 'what other shoppers searched for and found' }),
  didYouMean: z.string().optional(),
});
type Suggestions = z.output<typeof Suggestions>;

const FEW = 4;

/** What somebody may be looking for while they are still typing. One statement; a misspelt word takes three. */
export const storefrontSuggestions = view({
  name: 'storefront.search.suggestions',
  on: 'storefront',
  route: 'GET /search/suggestions',
  says: 'Suggestions while typing',
  needs: 'storefront:products',
  input: z.object({
    q: z.string().max(200).meta({ description: 'what is typed so far; the last word may be half' }),
    limit: z.coerce.number().int().min(1).max(20).default(6).meta({ description: 'products at most' }),
    currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  }),
  output: Suggestions,
  async read(r, { q, limit, currency: asked }) {
    const words = wordsOf(q);
    if (!words) return { products: [], categories: [], queries: [] };
    const currency = await currencyFor(r, asked);
    const found = await suggest(r, words, { limit, currency });
    if (found.products.length > 0) return found;
    const hints = await r.query<Hint>('select typed_word as typed, how, word, listings from words_like($1::text[], $2::text[])', [words, partsOf(words)]);
    const meant = meantWords(words, hints);
    if (!meant) return found;
    const better = await suggest(r, meant, { limit, currency });
    return better.products.length > 0 ? { ...better, didYouMean: meant.join(' ') } : found;
  },
});

interface Row {
  products: ProductCard[];
  queries: string[];
  filled: string[];
}

async function suggest(r: Reader, words: string[], { limit, currency }: { limit: number; currency: string }): Promise<Suggestions> {
  const wishes = wishesOf(words, await meaningsOf(r));
  const last = words.at(-1)!;
  const typing = [...wishes.slice(0, -1), `${wishes.at(-1)!}|${last}:*`];
  const shelves = (await labelsOf(r)).shelves.filter((shelf) => begins(shelf, words)).slice(0, 20);
  const typed = words.join(' ');
  const [row] = await r.query<Row>(FIND, [currency, typing, limit, storefrontIdOf(r), typed, `${typed}\uffff`, FEW, shelves.map((shelf) => shelf.id)]);
  const { products, queries, filled } = row!;
  const categories = shelves.filter((shelf) => filled.includes(shelf.id)).slice(0, FEW).map(({ id, slug, name }) => ({ id, slug, name }));
  return { products, categories, queries };
}

// Anybody may tell what was searched for. What is shown to others is made of the shop's own words only, and was asked several times.
const FIND = `
  with house as (select search_language(current_workspace()) as spoken)
  select (select coalesce(json_agg(card), '[]') from suggest_listings($1, $2::text[], $3)) as products,
    (select coalesce(json_agg(words), '[]') from (
      select s.words from searches s
      where s.storefront_id = $4::uuid and s.words collate "C" >= $5 and s.words collate "C" < $6 and s.words <> $5 and s.hits > 0 and s.times > 2
        and not exists (select 1 from regexp_split_to_table(s.words, ' ') w
          where not exists (select 1 from listing_words k where k.word = w) and not exists (select 1 from listing_words k where k.stem = word_stem((select spoken from house), w)))
      order by s.times desc limit $7) popular) as queries,
    (select coalesce(json_agg(t.scope), '[]') from listing_totals t where t.currency = $1::bpchar and t.total > 0 and t.scope = any($8::uuid[])) as filled`;

function storefrontIdOf(r: Reader): string | null {
  return r.actor.kind === 'storefront' ? r.actor.storefrontId : null;
}

/** Each typed word begins a word of the category's name. */
function begins({ name }: Shelf, words: readonly string[]): boolean {
  const own = wordsOf(name) ?? [];
  return words.every((word) => own.some((each) => each.startsWith(word)));
}
