import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FlashSale } from './flash-sale.ts';
import type { Figures } from './measure.ts';
import { SCENARIOS } from './scenarios.ts';
import type { WebhookRounds } from './webhooks.ts';

const root = path.dirname(import.meta.dirname);

export interface Results {
  figures: Figures[];
  checkoutStatements?: Record<string, number>;
  flashSales?: FlashSale[];
  webhooks?: WebhookRounds;
  idleMiB?: number;
  packages?: number;
  cloneSeconds?: { warm?: number; cold?: number };
}

interface Line {
  what: string;
  found: string;
  target: string;
  met: boolean | null;
}

const COMPLETING_SQL = 20;
const IDLE_MIB = 220;
const PACKAGES = 400;
const FLASH_SECONDS = 2;
const WEBHOOK_RATIO = 1.25;

/** Every target with what was found. */
export function judge(results: Results): Line[] {
  const hello = results.figures.find((f) => f.scenario === 'hello');
  const { checkoutStatements: steps } = results;
  return [
    ...results.figures.flatMap((figures) => judgeScenario(figures, hello)),
    ...(steps ? [line('SQL of the completing request', steps['complete']!, COMPLETING_SQL, '')] : []),
    ...(results.flashSales ?? []).map(judgeSale),
    ...(results.webhooks ? [judgeWebhooks(results.webhooks)] : []),
    ...(results.idleMiB === undefined ? [] : [line('memory of one idle process', results.idleMiB, IDLE_MIB, ' MiB')]),
    ...(results.packages === undefined ? [] : [line('installed packages', results.packages, PACKAGES, '')]),
    ...(results.cloneSeconds?.warm === undefined ? [] : [line('clone to first page, warm cache', round(results.cloneSeconds.warm), 20, ' s')]),
    ...(results.cloneSeconds?.cold === undefined ? [] : [line('clone to first page, empty cache', round(results.cloneSeconds.cold), 60, ' s')]),
  ];
}

function judgeScenario(figures: Figures, hello: Figures | undefined): Line[] {
  const { says, cpu, sql, shareOfHello } = SCENARIOS[figures.scenario]!;
  const lines: Line[] = [];
  if (cpu !== undefined) lines.push(line(`${says}: CPU`, round(figures.cpuApp + figures.cpuDatabase), cpu, ' ms'));
  if (sql !== undefined && figures.sql !== null) lines.push(line(`${says}: SQL`, figures.sql, sql, ''));
  if (shareOfHello !== undefined && hello) {
    const share = Math.round((figures.perSecond / hello.perSecond) * 100);
    lines.push({ what: `${says}: rate`, found: `${share} % of hello`, target: `>= ${shareOfHello * 100} %`, met: share >= shareOfHello * 100 });
  }
  if (figures.failed > 0) lines.push({ what: `${says}: failed visits`, found: `${figures.failed} (${figures.firstFailure.slice(0, 120)})`, target: '0', met: false });
  return lines;
}

function judgeSale(sale: FlashSale): Line {
  const clean = sale.orders === sale.units && sale.outOfStock === sale.buyers - sale.units && sale.serverErrors === 0 && sale.counterEqualsLedger;
  const found = `${sale.orders} orders, ${sale.outOfStock} sold out, ${sale.serverErrors} x 5xx, ${sale.other} other, books ${sale.counterEqualsLedger ? 'agree' : 'DISAGREE'}, ${sale.seconds.toFixed(2)} s`;
  return { what: `flash sale, ${sale.processes} process${sale.processes > 1 ? 'es' : ''}`, found, target: `50 orders, 150 sold out, < ${FLASH_SECONDS} s`, met: clean && sale.seconds < FLASH_SECONDS };
}

function judgeWebhooks({ alone, besideBad, ratio, perSecond, wrong }: WebhookRounds): Line {
  const found = `${ratio} times as long (${besideBad.join(', ')} ms against ${alone.join(', ')} ms), ${perSecond} a second, ${wrong} wrong`;
  return { what: 'webhooks to 998 beside a dead and a hanging one', found, target: `<= ${WEBHOOK_RATIO} times, 0 wrong`, met: ratio <= WEBHOOK_RATIO && wrong === 0 };
}

function line(what: string, found: number, most: number, unit: string): Line {
  return { what, found: `${found}${unit}`, target: `<= ${most}${unit}`, met: found <= most };
}

/** The figures as a table, then the targets. */
export function print(results: Results): void {
  const of = (name: string) => results.figures.find((f) => f.scenario === name);
  const [hello, select] = [of('hello'), of('select')];
  const rows = results.figures.map((f) => [
    SCENARIOS[f.scenario]!.says, Math.round(f.perSecond).toLocaleString('en'), f.p50.toFixed(2), f.p99.toFixed(2), f.cpuApp.toFixed(3), f.cpuDatabase.toFixed(3),
    (f.cpuApp + f.cpuDatabase).toFixed(3), f.sql === null ? '' : String(f.sql), times(hello, f), times(select, f), cost(select, f), String(f.failed),
  ]);
  console.log(`\n${table([['', 'visits/s', 'p50 ms', 'p99 ms', 'app ms', 'db ms', 'CPU ms', 'SQL', 'hello x', 'select x', 'CPU/select', 'failed'], ...rows])}\n`);
  for (const f of results.figures.filter((each) => each.afterwards)) {
    const { cpuApp, cpuDatabase, seconds } = f.afterwards!;
    console.log(`  after ${SCENARIOS[f.scenario]!.says}: ${(cpuApp + cpuDatabase).toFixed(2)} ms CPU more for each (${cpuApp.toFixed(2)} app, ${cpuDatabase.toFixed(2)} db) over ${seconds} s`);
  }
  if (results.checkoutStatements) console.log(`  SQL of a checkout by request: ${Object.entries(results.checkoutStatements).map(([name, n]) => `${name} ${n}`).join(', ')}`);
  console.log(`\n${table(judge(results).map(({ what, found, target, met }) => [met ? 'met   ' : 'MISSED', what, found, target]))}\n`);
}

// How many times slower than the baseline.
function times(baseline: Figures | undefined, figures: Figures): string {
  return baseline ? (baseline.perSecond / figures.perSecond).toFixed(1) : '';
}

// CPU as a multiple of the baseline's: the figure that a busy or slow machine changes least.
function cost(baseline: Figures | undefined, figures: Figures): string {
  return baseline ? ((figures.cpuApp + figures.cpuDatabase) / (baseline.cpuApp + baseline.cpuDatabase)).toFixed(2) : '';
}

function table(rows: string[][]): string {
  if (rows.length === 0) return '';
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) => row.map((cell, i) => (/^[\d.,]*$/.test(cell) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd()).join('\n');
}

/** Writes everything that was found, with the machine it was found on, to bench/results. */
export function save(results: Results, about: Record<string, unknown>): string {
  return saveAs('', { ...about, targets: judge(results), ...results });
}

/** The same for what one part of the bench found; `part` becomes part of the file's name. */
export function saveAs(part: string, found: object): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim().length > 0;
  const date = new Date().toISOString();
  const file = path.join(root, 'bench', 'results', `${[date.slice(0, 10), part, commit].filter(Boolean).join('-')}.json`);
  const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, memoryGiB: Math.round(os.totalmem() / 2 ** 30), node: process.version };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ date, commit, changedSince: changed, machine, ...found }, null, 2)}\n`);
  return path.relative(root, file);
}

export function installedPackages(): number {
  const lock = JSON.parse(readFileSync(path.join(root, 'node_modules', '.package-lock.json'), 'utf8')) as { packages: object };
  return Object.keys(lock.packages).length;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
