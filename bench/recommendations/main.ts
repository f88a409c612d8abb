// How good the recommendations are, on orders held back: npm run recommendations -- --help
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROW } from '#apps/storefront/goes-with.ts';
import { contextForStorefront, storefrontBySlug } from '#modules/storefronts/index.ts';
import { StartError } from '#platform/start-error.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { randomOf } from '#worlds/random.ts';
import { seedWorld } from '#worlds/seed.ts';
import { productsIn } from '../relevance/read-files.ts';
import { openScratchDatabase, openScratchShop } from '../relevance/scratch-shop.ts';
import { holdBack, type Question } from './hold-back.ts';
import { difference, judge, type Contender, type Score } from './judge.ts';
import { forgetLater, learnThePast, ordersOf, writeOrders, type PastShop } from './past-shop.ts';
import { ordersIn, type PastOrder } from './read-orders.ts';

const root = path.dirname(path.dirname(import.meta.dirname));

const HELP = `npm run recommendations                        the orders of the demo shops
npm run recommendations -- --orders FILE       any other orders, oldest to newest

The file has a line for each thing bought, as JSON lines or a table with tabs or commas:
  orders       order, at, product; also buyer and quantity
--products FILE    what is known of the products: id, title, description, brand, category, price
--held-back 20     per cent of the orders, the last ones, that nothing is learnt from
--k 10             how many recommendations are looked at, 12 at most
--questions 2000   asked of each kind at most; which ones is drawn, the same every time

Ours is compared in the same run with what sells best, ever and in 90 days, and with chance.`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    orders: { type: 'string' }, products: { type: 'string' }, 'held-back': { type: 'string', default: '20' },
    k: { type: 'string', default: '10' }, questions: { type: 'string', default: '2000' }, help: { type: 'boolean' },
  },
});

const K = number('k', 1, 12);
const SHARE = number('held-back', 1, 90) / 100;
const MOST_ASKED = number('questions', 1, 1_000_000);

function number(name: 'k' | 'held-back' | 'questions', least: number, most: number): number {
  const value = Number(values[name]);
  if (!(value >= least && value <= most)) throw new StartError(`--${name} is a number from ${least} to ${most}.`);
  return value;
}

/** A kind of question, how many answers to it are looked at, and how well each did. */
interface Judged {
  says: string;
  k: number;
  scores: Record<string, Score>;
}

// A product's page shows two rows at least.
const ON_PAGE = Math.min(K, 2 * ROW);

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const found = values.orders ? await ofFile(values.orders) : await ofDemo();
  console.log(`\nWritten to ${save(found)}`);
}

async function ofFile(file: string): Promise<Record<string, object>> {
  const orders = ordersIn(read(file));
  const titles = [...new Set(orders.flatMap(({ products }) => products))];
  const products = values.products ? productsIn(read(values.products)) : titles.map((id) => ({ id, title: id, description: '', brand: '', kind: '', tags: [], price: null, fields: {} }));
  const shop = await openScratchShop(products, (line) => console.log(line));
  try {
    const rows = await shop.ctx.read((r) => r.sql<{ id: string; slug: string }>`select id, slug from products`);
    const idOf = new Map(rows.map(({ id, slug }) => [shop.idOf.get(slug)!, id]));
    const named = orders.map((order) => ({ ...order, products: order.products.flatMap((id) => idOf.get(id) ?? []) })).filter((each) => each.products.length > 0);
    await shop.ctx.transaction((tx) => writeOrders(tx, holdBack(named, SHARE).known));
    return { [path.basename(file)]: await judgeShop(path.basename(file), shop, named) };
  } finally {
    await shop.stop();
  }
}

function read(file: string): string {
  if (!existsSync(file)) throw new StartError(`There is no file "${file}".`);
  return readFileSync(file, 'utf8');
}

async function ofDemo(): Promise<Record<string, object>> {
  const { stop } = await openScratchDatabase();
  const found: Record<string, object> = {};
  try {
    await seedWorld('corner-shop', (line) => console.log(line));
    for (const { slug, workspaceId } of await platformRead('seed', (q) => q.sql<{ slug: string; workspaceId: string }>`select slug, workspace_id as "workspaceId" from storefronts order by slug`)) {
      const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'recommendations' }, capabilities: 'all' });
      const visit = contextForStorefront((await storefrontBySlug(slug))!);
      const orders = await ordersOf(ctx);
      await forgetLater(ctx, holdBack(orders, SHARE).cut);
      found[slug] = await judgeShop(slug, { ctx, visit }, orders);
    }
  } finally {
    await stop();
  }
  return found;
}

async function judgeShop(name: string, doors: { ctx: Context; visit: Context }, orders: readonly PastOrder[]): Promise<object> {
  const shop = await learnThePast(doors, orders, SHARE);
  const { known, later, cut } = shop.parted;
  console.log(`\n${name}: learnt from ${known.length.toLocaleString('en')} orders before ${cut.toISOString().slice(0, 10)}, judged on ${later.length.toLocaleString('en')} after it`);
  const judged = await judgeAll(shop);
  judged.forEach(print);
  return { known: known.length, later: later.length, cut, questions: judgedWithout(judged) };
}

async function judgeAll({ questions, basket, product }: PastShop): Promise<Judged[]> {
  const judged = [
    { says: 'a basket, and the one thing taken out of it', k: K, scores: await judgeEach(questions.basket, basket, K) },
    { says: "a product's page, and the others of its basket", k: ON_PAGE, scores: await judgeEach(questions.product, product, ON_PAGE) },
    { says: 'a buyer, and what is new in their next order', k: K, scores: await judgeEach(questions.buyer, basket, K) },
  ];
  return judged.filter(({ scores }) => scores['ours']!.each.length > 0);
}

async function judgeEach(all: readonly Question[], contenders: Record<string, Contender>, k: number): Promise<Record<string, Score>> {
  const questions = all.length > MOST_ASKED ? randomOf('questions').some(all, MOST_ASKED) : all;
  const scores: Record<string, Score> = {};
  for (const [name, contender] of Object.entries(contenders)) scores[name] = await judge(contender, questions, k);
  return scores;
}

function print({ says, k, scores }: Judged): void {
  const [ours, ...floor] = Object.values(scores);
  console.log(`\n${`${says} (${ours!.each.length})`.padEnd(58)}hit rate@${k}   nDCG@${k}`);
  for (const [name, { hitRate, ndcg }] of Object.entries(scores)) console.log(`  ${name.padEnd(56)}${hitRate.toFixed(4).padStart(11)}${ndcg.toFixed(4).padStart(10)}`);
  const best = floor.toSorted((a, b) => b.ndcg - a.ndcg)[0]!;
  const { by, give } = difference(ours!, best);
  console.log(`  nDCG of ours against the best of the others: ${by >= 0 ? '+' : ''}${by.toFixed(4)} ± ${give.toFixed(4)}`);
}

// Of each question's own figure only the number of questions is kept.
function judgedWithout(judged: readonly Judged[]): object[] {
  const short = ({ hitRate, ndcg, each }: Score) => ({ hitRate, ndcg, questions: each.length });
  return judged.map(({ says, k, scores }) => ({ says, k, scores: Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, short(score)])) }));
}

function save(shops: Record<string, object>): string {
  const date = new Date().toISOString();
  const file = path.join(root, 'bench', 'results', `${date.slice(0, 10)}-recommendations${values.orders ? `-${path.parse(values.orders).name}` : ''}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ date, k: K, heldBack: SHARE, shops }, null, 2)}\n`);
  return path.relative(root, file);
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: Error) => {
    console.error(error instanceof StartError ? `\n${error.message}\n` : error);
    process.exit(1);
  },
);
