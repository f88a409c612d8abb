import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { categoryChanged, collectionChanged, customFieldsChanged, productCreated, productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { onlyFields, ProductPage, type ProductCard } from './cards.ts';
import { currencyFor } from './currency.ts';
import { facetsOf, type Label } from './facets.ts';
import type { Group } from './facet-text.ts';
import { filtersOf, Question, readCursor, wordsOf, writeCursor, type Sort } from './question.ts';
import { plainStatement, searchStatement, type Asked } from './statements.ts';

interface Answer extends Partial<Omit<Group, 'misses'>> {
  /** [card, sort key, product id], one more than asked when there is a next page. */
  page: [ProductCard, string, string][];
  total: number | null;
  suggestion?: string | null;
  groups?: Group[] | null;
  labels?: Label[] | null;
}

/** Products as shoppers find them: lists, categories, collections and searches with facets. One statement. */
export const storefrontProductList = view({
  name: 'storefront.products.list',
  on: 'storefront',
  route: 'GET /products',
  says: 'Find products',
  needs: 'storefront:products',
  input: Question,
  output: ProductPage,
  changesWith: [productCreated, productUpdated, productDeleted, categoryChanged, collectionChanged, customFieldsChanged],
  async read(r, question) {
    const asked = await understand(r, question);
    const { text, values } = isPlain(asked) ? plainStatement(asked) : searchStatement(asked);
    const [answer] = await r.query<Answer & object>(text, values);
    return present(answer!, asked, question);
  },
});

async function understand(r: Reader, question: Question): Promise<Asked> {
  const words = wordsOf(question.q);
  const { category, collection } = question;
  return {
    currency: await currencyFor(r, question.currency),
    words,
    category,
    collection,
    filters: filtersOf(question.filter),
    sort: sortOf(question.sort, words),
    cursor: readCursor(question.cursor),
    limit: question.limit,
    facets: question.facets ? question.facets === '1' : Boolean(words ?? category ?? collection),
  };
}

function sortOf(sort: Sort | undefined, words: string[] | null): Sort {
  if (sort === undefined || sort === 'relevance') return words ? 'relevance' : 'newest';
  return sort;
}

function isPlain(asked: Asked): boolean {
  return !asked.words && !asked.category && !asked.collection && !asked.facets && asked.filters.length === 0;
}

function present(answer: Answer, asked: Asked, question: Question): ProductPage {
  const rows = answer.page.length > asked.limit ? answer.page.slice(0, asked.limit) : answer.page;
  const last = rows.length < answer.page.length ? rows.at(-1) : undefined;
  const { suggestion } = answer;
  return {
    data: onlyFields(rows.map((row) => row[0]), question.fields),
    nextCursor: last ? writeCursor(last[1], last[2]) : null,
    total: answer.total ?? 0,
    facets: asked.facets ? facetsOf(groupsOf(answer), answer.labels ?? []) : [],
    ...(suggestion && suggestion !== asked.words?.join(' ') && { didYouMean: suggestion }),
  };
}

function groupsOf({ listings, texts = null, lowest = 0, highest = 0, available = 0, groups }: Answer): Group[] {
  return listings ? [{ misses: null, texts, lowest, highest, available, listings }] : (groups ?? []);
}
