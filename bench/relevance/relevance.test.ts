import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bm25, plainWords } from './bm25.ts';
import { mean, ndcg, percentile, recall, scoreOf } from './metrics.ts';
import { judgementsIn, productsIn, queriesIn } from './read-files.ts';

const grades = new Map([['a', 3], ['b', 2], ['c', 1], ['d', 0]]);
const log2 = Math.log2;

test.each([
  ['the best order', ['a', 'b', 'c'], 1],
  ['the worst order of the relevant', ['c', 'b', 'a'], (1 + 2 / log2(3) + 3 / log2(4)) / (3 + 2 / log2(3) + 1 / log2(4))],
  ['one good hit below one that nobody judged', ['x', 'a'], 3 / log2(3) / (3 + 2 / log2(3) + 1 / log2(4))],
  ['nothing found', [], 0],
] as const)('nDCG of %s', (_says, ranked, expected) => expect(ndcg(ranked, grades)).toBeCloseTo(expected, 10));

test('nDCG looks at the first ten only, and a query without anything relevant has none', () => {
  const eleven = [...Array.from({ length: 10 }, (_, i) => `x${i}`), 'a'];
  expect(ndcg(eleven, grades)).toBe(0);
  expect(ndcg(['a'], new Map([['a', 0]]))).toBeNull();
  expect(ndcg(['b', 'a'], new Map([['a', 2], ['b', 1]]), { gain: 'exponential' })).toBeCloseTo((1 + 3 / log2(3)) / (3 + 1 / log2(3)), 10);
});

test.each([
  [['a', 'b', 'c'], 1],
  [['a', 'x', 'd'], 1 / 3],
  [[], 0],
] as const)('recall of %j', (ranked, expected) => expect(recall(ranked, grades)).toBeCloseTo(expected, 10));

test('recall stops at a hundred', () => {
  const late = [...Array.from({ length: 100 }, (_, i) => `x${i}`), 'a', 'b', 'c'];
  expect(recall(late, grades)).toBe(0);
});

test('whatever is ranked, nDCG and recall lie between 0 and 1, and the best order has 1', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(fc.property(fc.uniqueArray(id), fc.dictionary(id, fc.integer({ min: 1, max: 4 }), { minKeys: 1 }), (ranked, given) => {
    const judged = new Map(Object.entries(given));
    for (const value of [ndcg(ranked, judged)!, recall(ranked, judged)!]) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
    expect(ndcg([...judged].toSorted((a, b) => b[1] - a[1]).map(([k]) => k), judged)).toBeCloseTo(1, 10);
  }));
});

test('means leave out what has no value; the 95th percentile of a hundred is the 95th', () => {
  expect(mean([1, null, 0])).toBe(0.5);
  expect(percentile(Array.from({ length: 100 }, (_, i) => 100 - i), 0.95)).toBe(95);
  expect([percentile([7], 0.95), percentile([], 0.95)]).toEqual([7, 0]);
});

test('BM25 gives what the formula gives by hand', () => {
  const bm25 = new Bm25([{ id: '1', text: 'red mug red' }, { id: '2', text: 'blue mug' }, { id: '3', text: 'lamp' }]);
  const average = (3 + 2 + 1) / 3;
  const part = (times: number, length: number, df: number) => Math.log(1 + (3 - df + 0.5) / (df + 0.5)) * (times * 2.2) / (times + 1.2 * (0.25 + 0.75 * length / average));
  const ranked = bm25.rank('Red MUG!');
  expect(ranked.map((r) => r.id)).toEqual(['1', '2']);
  expect(ranked[0]!.score).toBeCloseTo(part(2, 3, 1) + part(1, 3, 2), 10);
  expect(ranked[1]!.score).toBeCloseTo(part(1, 2, 2), 10);
  expect(bm25.rank('chairs')).toEqual([]);
  expect(plainWords('Café-Crème 12')).toEqual(['cafe', 'creme', '12']);
});

test('a score counts judged queries only, and those without a hit', () => {
  const judged = new Map([['q1', new Map([['a', 1]])], ['q2', new Map([['b', 1]])], ['q3', new Map([['c', 0]])]]);
  expect(scoreOf(new Map([['q1', ['a']], ['q9', ['z']]]), judged)).toEqual({ ndcg10: 0.5, recall100: 0.5, zeroHits: 1, queries: 2 });
});

test('products are read from JSON lines, from tables with a head and from tables without', () => {
  expect(productsIn('{"product_id":7,"product_title":"Mug","description":"Nice","color":"red","attributes":{"size":"L"}}\n')).toEqual([
    { id: '7', title: 'Mug', description: 'Nice', brand: '', kind: '', tags: [], price: null, fields: { color: 'red', size: 'L' } },
  ]);
  expect(productsIn('id\ttitle\tbrand\tcategory\n1\t"Big" mug\tAcme\tKitchen > Mugs\n')).toMatchObject([{ id: '1', title: '"Big" mug', brand: 'Acme', kind: 'Kitchen Mugs' }]);
  expect(productsIn('1\tMug\tFor tea\n2\tLamp\t\n')).toMatchObject([{ id: '1', title: 'Mug', description: 'For tea' }, { id: '2', title: 'Lamp' }]);
  expect(productsIn('id,title,description\n1,"Mug, big","two\nlines"\n')).toMatchObject([{ title: 'Mug, big', description: 'two\nlines' }]);
});

test('queries and judgements are read with names, without, and as TREC writes them', () => {
  expect(queriesIn('query_id\tquery\nq1\tred mug\n')).toEqual([{ id: 'q1', text: 'red mug' }]);
  expect(queriesIn('1\tred mug\n')).toEqual([{ id: '1', text: 'red mug' }]);
  const expected = new Map([['q1', new Map([['a', 2], ['b', 0]])]]);
  expect(judgementsIn('query\tproduct\tgrade\nq1\ta\t2\nq1\tb\t0\n')).toEqual(expected);
  expect(judgementsIn('q1 0 a 2\nq1 0 b 0\n')).toEqual(expected);
  expect(judgementsIn('query_id\tproduct_id\tlabel\nq1\ta\tExact\nq1\tb\tIrrelevant\n')).toEqual(new Map([['q1', new Map([['a', 3], ['b', 0]])]]));
  expect(() => judgementsIn('query\tproduct\tgrade\nq1\ta\tgreat\n')).toThrow(/line 2.*"great"/);
});
