// How fast every list of the dashboard answers at size: npm run bench -- lists [stock.list ...] [--rows 100000] [--rounds 7]
import type { ColumnFacts, View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { openListWorld } from './list-world.ts';
import { saveAs } from './report.ts';

const MOST_MS = 200;

export interface ListBench {
  only: string[];
  rows: number;
  rounds: number;
  dry: boolean;
}

interface Question {
  what: string;
  ask(): Promise<unknown>;
}

interface Figure {
  list: string;
  what: string;
  p50: number;
  p95: number;
}

type Row = Record<string, unknown> & { id: string };
type Answer = { data: Row[]; nextCursor: string | null; total: number };

/** Every sort, filter and search of every list view in the registry, as the API asks them. */
export async function measureLists({ only, rows, rounds, dry }: ListBench): Promise<void> {
  const world = await openListWorld(rows, console.log);
  try {
    const ctx = openContext({ workspaceId: world.workspaceId, actor: { kind: 'system', name: 'bench' }, capabilities: 'all' });
    const lists = registry.views().filter((view) => view.list && (only.length === 0 || only.includes(view.name)));
    const idle = await timed({ what: 'select 1', ask: () => ctx.read((r) => r.sql`select 1 as one`) }, rounds * 3);
    const figures: Figure[] = [];
    for (const view of lists) figures.push(...(await measureList(ctx, view, rounds)));
    show(figures, idle.p50, rows);
    if (!dry) console.log(`\n  ${saveAs('lists', { rows, rounds, idle, figures })}`);
  } finally {
    await world.stop();
  }
}

async function measureList(ctx: Context, view: View, rounds: number): Promise<Figure[]> {
  const first = (await view.call(ctx, { limit: 50 })) as Answer;
  const found: Figure[] = [];
  for (const question of questionsFor(ctx, view, first)) {
    const figure = await timed(question, rounds);
    found.push({ list: view.name, what: question.what, ...figure });
  }
  const worst = found.toSorted((a, b) => b.p95 - a.p95)[0]!;
  console.log(`${view.name.padEnd(22)} ${String(first.total).padStart(7)} rows, ${String(found.length).padStart(3)} questions, slowest: ${worst.what} ${worst.p50}/${worst.p95} ms`);
  return found;
}

function questionsFor(ctx: Context, view: View, first: Answer): Question[] {
  const ask = (what: string, question: object): Question => ({ what, ask: () => view.call(ctx, { limit: 50, ...question }) });
  const columns = Object.entries(view.columns!);
  const searched = columns.filter(([, facts]) => facts.search).map(([key]) => key);
  return [
    ask('opened', {}),
    ...(first.nextCursor ? [ask('second page', { cursor: first.nextCursor })] : []),
    ...columns.filter(([, facts]) => facts.sort).flatMap(([key]) => [ask(`sort ${key}`, { sort: key }), ask(`sort -${key}`, { sort: `-${key}` })]),
    ...columns.flatMap(([key, facts]) => filtersOf(facts, samplesOf(first.data, key)).map((value) => ask(`filter ${key} ${value}`, { filter: { [key]: value } }))),
    ...columns.filter(([, facts]) => facts.filter === 'any of' && !facts.values).map(([key]) => ({ what: `values ${key}`, ask: () => ctx.read((r) => view.list!.valuesOf(r, key)) })),
    ...(searched.length > 0 ? wordsOf(first.data, searched).map((q) => ask(`search ${q}`, { q })) : []),
  ];
}

function samplesOf(rows: Row[], key: string): unknown[] {
  const there = rows.map((row) => row[key]).filter((value) => value !== null && value !== undefined && value !== '' && JSON.stringify(value) !== '[]');
  return there.length === 0 ? [] : [there[Math.floor(there.length / 2)]];
}

const numberOf = (value: unknown): number => (typeof value === 'object' && value !== null ? (value as { amount: number }).amount : Number(value));

// A narrow and a wide question of each kind: few rows are found through an index, many must be counted.
function filtersOf(facts: ColumnFacts, [sample]: unknown[]): string[] {
  if (facts.filter === 'yes or no') return ['yes', 'no'];
  if (facts.filter === 'any of') return [...(facts.values ?? []), ...(facts.values || sample === undefined ? [] : [String(sample).replaceAll(',', '\\,')])];
  if (sample === undefined) return [];
  if (facts.filter === 'range') return [`${numberOf(sample)}..${numberOf(sample)}`, `${numberOf(sample)}..`, `..${numberOf(sample)}`];
  if (facts.filter === 'dates') return [`${String(sample).slice(0, 10)}..${String(sample).slice(0, 10)}`, `${new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)}..`];
  return facts.filter === 'text' ? [String(Array.isArray(sample) ? sample[0] : sample)] : [];
}

// What is there often, what is there once, what is nowhere, and the first letters somebody types.
function wordsOf(rows: Row[], searched: string[]): string[] {
  const row = rows[Math.floor(rows.length / 2)] ?? {};
  const texts = searched.map((key) => String((row as Row)[key] ?? '')).filter((text) => text !== '' && text !== 'null');
  const words = texts.flatMap((text) => text.split(/\s+/));
  const word = words.toSorted((a, b) => b.length - a.length)[0] ?? 'x';
  return [...new Set([words[0] ?? 'x', word, (texts[0] ?? 'x').slice(0, 40), word.slice(0, 2), word.slice(0, 1), 'nowhere-to-be-found'])];
}

async function timed({ ask }: Question, rounds: number): Promise<{ p50: number; p95: number }> {
  const took: number[] = [];
  await ask();
  for (let i = 0; i < rounds; i++) {
    const begin = performance.now();
    await ask();
    took.push(performance.now() - begin);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

function show(figures: Figure[], idle: number, rows: number): void {
  const slow = figures.filter((figure) => figure.p95 > MOST_MS).toSorted((a, b) => b.p95 - a.p95);
  console.log(`\n  ${figures.length} questions over ${rows.toLocaleString('en')} rows; a question about nothing takes ${idle} ms here.`);
  console.log(`  Slower than ${MOST_MS} ms: ${slow.length}`);
  for (const { list, what, p50, p95 } of slow) console.log(`    ${list.padEnd(20)} ${what.slice(0, 60).padEnd(60)} p50 ${p50}, p95 ${p95} ms (${Math.round(p50 / idle)} times nothing)`);
}
