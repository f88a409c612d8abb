import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { categoryChanged, collectionChanged, customFieldsChanged, productCreated, productDeleted, productUpdated } from '#modules/catalog/index.ts';
import type { Queries } from '#platform/db/query.ts';
import { onlyFields, ProductPage, type ProductCard } from './cards.ts';
import { currencyFor } from './currency.ts';
import { facetsOf } from './facets.ts';
import { namesOf, numbersOf } from './facet-book.ts';
import { countGroups, tally, type Group, type Named } from './facet-codes.ts';
import { filtersOf, Question, readCursor, writeCursor, type Filter, type Sort } from './question.ts';
import { wishesOf, wordsOf } from './search-words.ts';
import { labelsOf } from './shop-labels.ts';
import { meantWords, partsOf, type Hint } from './spelling.ts';
import { firstPageStatement, plainStatement, searchStatement, type Asked } from './statements.ts';
import { meaningsOf, synonymsChanged } from './synonyms.ts';

interface Answer extends Partial<Omit<Group, 'misses'>> {
  /** [card, sort key, product id], one more than asked when there is a next page. */
  page: [ProductCard, string, string][];
  total: number | null;
  /** Of a search: how many have all the words. */
  whole?: number | null;
  groups?: Group[] | null;
}

/** Products as shoppers find them: lists, categories, collections and searches with facets. One statement; a misspelt search takes three. */
export const storefrontProductList = view({
  name: 'storefront.products.list',
  on: 'storefront',
  route: 'GET /products',
  says: 'Find products',
  needs: 'storefront:products',
  input: Question,
  output: ProductPage,
  changesWith: [productCreated, productUpdated, productDeleted, categoryChanged, collectionChanged, customFieldsChanged, synonymsChanged],
  async read(r, question) {
    const words = wordsOf(question.q);
    const asked = await understand(r, question, words);
    const answer = await find(r, asked);
    if (!words || answer.whole) return present(r, answer, { asked, question });
    const meant = await whatWasMeant(r, words);
    if (!meant) return present(r, answer, { asked, question });
    const better = { ...asked, wishes: wishesOf(meant, await meaningsOf(r)) };
    const found = await find(r, better);
    return present(r, found.total ? found : answer, { asked: better, question, ...(found.total && { meant: meant.join(' ') }) });
  },
});

async function find(r: Queries, asked: Asked): Promise<Answer> {
  const { text, values } = statementFor(asked);
  const [answer] = await r.query<Answer & object>(text, values);
  return answer!;
}

function statementFor(asked: Asked): ReturnType<typeof plainStatement> {
  const bare = !asked.category && !asked.collection && asked.filters.length === 0;
  if (bare && asked.wishes && asked.facets && asked.sort === 'relevance' && !asked.cursor) return firstPageStatement(asked);
  return bare && !asked.wishes && !asked.facets ? plainStatement(asked) : searchStatement(asked);
}

async function understand(r: Reader, question: Question, words: string[] | null): Promise<Asked> {
  const { category, collection } = question;
  const filters = await onShelves(r, filtersOf(question.filter));
  const named = filters.flatMap((filter): Named[] => (filter.kind === 'values' ? filter.values.map((value) => ({ key: filter.key, value })) : []));
  return {
    currency: await currencyFor(r, question.currency),
    wishes: words && wishesOf(words, await meaningsOf(r)),
    category,
    collection,
    filters,
    numbers: named.length > 0 ? await numbersOf(r, named) : new Map(),
    sort: sortOf(question.sort, words),
    cursor: readCursor(question.cursor),
    limit: question.limit,
    facets: question.facets ? question.facets === '1' : Boolean(words ?? category ?? collection),
  };
}

/** A category is named by its slug in an address and known by its id in a listing. */
async function onShelves(r: Reader, filters: Filter[]): Promise<Filter[]> {
  if (!filters.some((filter) => filter.key === 'category')) return filters;
  const { shelves } = await labelsOf(r);
  const idOf = (value: string) => shelves.find((shelf) => shelf.slug === value)?.id ?? value;
  return filters.map((filter) => (filter.key === 'category' && filter.kind === 'values' ? { ...filter, values: filter.values.map(idOf) } : filter));
}

function sortOf(sort: Sort | undefined, words: string[] | null): Sort {
  if (sort === undefined || sort === 'relevance') return words ? 'relevance' : 'newest';
  return sort;
}

async function whatWasMeant(r: Queries, words: string[]): Promise<string[] | null> {
  const hints = await r.query<Hint>('select typed_word as typed, how, word, listings from words_like($1::text[], $2::text[])', [words, partsOf(words)]);
  return meantWords(words, hints);
}

async function present(r: Reader, answer: Answer, { asked, question, meant }: { asked: Asked; question: Question; meant?: string }): Promise<ProductPage> {
  const rows = answer.page.length > asked.limit ? answer.page.slice(0, asked.limit) : answer.page;
  const last = rows.length < answer.page.length ? rows.at(-1) : undefined;
  const total = answer.total ?? 0;
  return {
    data: onlyFields(rows.map((row) => row[0]), question.fields),
    nextCursor: last ? writeCursor(last[1], last[2]) : null,
    total,
    facets: asked.facets && total + (answer.groups?.length ?? 0) > 0 ? await facetsFor(r, answer, asked) : [],
    ...(meant && { didYouMean: meant }),
    ...(asked.wishes && total > 0 && !answer.whole && { closest: true }),
  };
}

async function facetsFor(r: Reader, answer: Answer, { category, filters }: Asked): Promise<ProductPage['facets']> {
  const { groups, numbers } = countGroups(groupsOf(answer));
  const sum = tally(groups, await namesOf(r, numbers));
  const chosen = filters.flatMap((filter) => (filter.key === 'category' && filter.kind === 'values' ? filter.values : []));
  return facetsOf(sum, await labelsOf(r), { category, chosen });
}

function groupsOf({ texts = null, lowest = 0, highest = 0, groups }: Answer): Group[] {
  return groups ?? [{ misses: null, texts, lowest, highest }];
}
