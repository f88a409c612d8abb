// How good the search is, on any set of products, queries and judgements: npm run relevance -- --help
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { storefrontProductList } from '#modules/discovery/index.ts';
import { StartError } from '#platform/start-error.ts';
import { Bm25 } from './bm25.ts';
import { percentile, scoreOf, type Gain, type Score } from './metrics.ts';
import { judgementsIn, productsIn, queriesIn, type FileProduct, type FileQuery } from './read-files.ts';
import { openScratchShop, type ScratchShop } from './scratch-shop.ts';

const EXAMPLE = path.join(path.dirname(path.dirname(import.meta.dirname)), 'docs', 'relevance-example');

const HELP = `npm run relevance                                                        the small example set of docs/relevance-example
npm run relevance -- --products FILE --queries FILE --judgements FILE    any other set

Files are JSON lines, or tables with tabs or commas, with or without a first line of names:
  products     id, title, description; also brand, category, tags, price; any other column is a property
  queries      id, text
  judgements   query, product, grade (0 = not relevant); also as TREC writes them
--gain exponential   grade g gains 2^g - 1 instead of g
--run FILE           writes what was found, as TREC does, so that other programs can judge it
--misses 20          shows the queries that did worst against BM25
--products without the other two measures times only; --repeat 3 asks each query more often`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    products: { type: 'string', default: path.join(EXAMPLE, 'products.tsv') }, queries: { type: 'string', default: path.join(EXAMPLE, 'queries.tsv') },
    judgements: { type: 'string', default: path.join(EXAMPLE, 'judgements.tsv') }, gain: { type: 'string', default: 'linear' },
    run: { type: 'string' }, misses: { type: 'string', default: '0' }, repeat: { type: 'string', default: '1' }, help: { type: 'boolean' },
  },
});

const SHOWN = 24;
const DEEP = 100;

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  if (values.gain !== 'linear' && values.gain !== 'exponential') throw new StartError('--gain is linear or exponential.');
  const products = productsIn(read(values.products));
  const queries = queriesIn(read(values.queries));
  const judged = judgementsIn(read(values.judgements));
  console.log(`${products.length.toLocaleString('en')} products, ${queries.length} queries, ${[...judged.values()].reduce((sum, grades) => sum + grades.size, 0)} judgements`);
  const shop = await openScratchShop(products, (line) => console.log(line));
  try {
    const ours = await askShop(shop, queries);
    const floor = askFloor(products, queries);
    const scores = { search: scoreOf(ours.ranked, judged, values.gain), floor: scoreOf(floor.ranked, judged, values.gain) };
    report(scores, { search: ours.millis, floor: floor.millis });
    showMisses({ ours, floor, queries, judged, gain: values.gain });
    if (values.run) writeFileSync(values.run, trecRun(ours.ranked));
  } finally {
    await shop.stop();
  }
}

function read(file: string): string {
  if (!existsSync(file)) throw new StartError(`There is no file "${file}".`);
  return readFileSync(file, 'utf8');
}

interface Asked {
  ranked: Map<string, string[]>;
  /** Of each page a shopper would wait for. */
  millis: number[];
}

/** The real search, as a shop's page asks it: the first 24 with facets are timed, the first hundred are judged. */
async function askShop({ visit, idOf }: ScratchShop, queries: readonly FileQuery[]): Promise<Asked> {
  const ranked = new Map<string, string[]>();
  const millis: number[] = [];
  for (const { text } of queries.slice(0, 50)) await storefrontProductList.call(visit, { q: text, limit: SHOWN });
  for (let round = 0; round < Number(values.repeat); round++) {
    for (const { text } of queries) {
      const began = performance.now();
      await storefrontProductList.call(visit, { q: text, limit: SHOWN });
      millis.push(performance.now() - began);
    }
  }
  for (const { id, text } of queries) {
    const { data } = await storefrontProductList.call(visit, { q: text, limit: DEEP, fields: 'slug' });
    ranked.set(id, data.map((card) => idOf.get(card.slug)!));
  }
  return { ranked, millis };
}

function askFloor(products: readonly FileProduct[], queries: readonly FileQuery[]): Asked {
  const bm25 = new Bm25(products.map((p) => ({ id: p.id, text: [p.title, p.brand, p.kind, ...p.tags, p.description, ...Object.values(p.fields)].join(' ') })));
  const ranked = new Map<string, string[]>();
  const millis: number[] = [];
  for (const { id, text } of queries) {
    const began = performance.now();
    ranked.set(id, bm25.rank(text, DEEP).map((hit) => hit.id));
    millis.push(performance.now() - began);
  }
  return { ranked, millis };
}

function report(scores: { search: Score; floor: Score }, millis: { search: number[]; floor: number[] }): void {
  const line = (name: string, score: Score, times: number[]) =>
    `${name.padEnd(30)}${score.ndcg10.toFixed(4).padStart(9)}${score.recall100.toFixed(4).padStart(12)}${String(score.zeroHits).padStart(11)}${percentile(times, 0.5).toFixed(1).padStart(9)}${percentile(times, 0.95).toFixed(1).padStart(9)}`;
  console.log(`\n${''.padEnd(30)}  nDCG@10  recall@100  zero hits   p50 ms   p95 ms`);
  console.log(line('search', scores.search, millis.search));
  console.log(line('BM25 (k1 1.2, b 0.75)', scores.floor, millis.floor));
  const gain = scores.floor.ndcg10 > 0 ? `${((scores.search.ndcg10 / scores.floor.ndcg10 - 1) * 100).toFixed(1)} %` : 'all';
  console.log(`\n${scores.search.queries} judged queries; nDCG@10 is ${gain} ${scores.search.ndcg10 >= scores.floor.ndcg10 ? 'above' : 'from'} the floor.\n`);
}

interface Compared {
  ours: Asked;
  floor: Asked;
  queries: readonly FileQuery[];
  judged: ReturnType<typeof judgementsIn>;
  gain: Gain;
}

function showMisses({ ours, floor, queries, judged, gain }: Compared): void {
  const of = (asked: Asked, id: string) => scoreOf(asked.ranked, new Map([[id, judged.get(id)!]]), gain).ndcg10;
  const worst = queries.filter(({ id }) => judged.has(id)).map(({ id, text }) => ({ text, ours: of(ours, id), floor: of(floor, id) }));
  for (const each of worst.toSorted((a, b) => a.ours - a.floor - (b.ours - b.floor)).slice(0, Number(values.misses)))
    console.log(`${each.ours.toFixed(3)}  BM25 ${each.floor.toFixed(3)}  ${each.text}`);
}

function trecRun(ranked: Map<string, string[]>): string {
  return [...ranked].flatMap(([query, ids]) => ids.map((id, i) => `${query} Q0 ${id} ${i + 1} ${(DEEP - i).toFixed(1)} quickdash\n`)).join('');
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: Error) => {
    console.error(error instanceof StartError ? `\n${error.message}\n` : error);
    process.exit(1);
  },
);
