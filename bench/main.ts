import os from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '#platform/start-error.ts';
import { cloneToFirstPage } from './clone.ts';
import { residentOf } from './cpu.ts';
import { openBenchDatabase, type BenchDatabase } from './database.ts';
import { flashSale } from './flash-sale.ts';
import { measureHome } from './home.ts';
import { measureLists } from './lists.ts';
import { measure, statementsOfCheckout, type Figures, type Pace } from './measure.ts';
import { busiest, profileFolder } from './profile.ts';
import { installedPackages, print, save, type Results } from './report.ts';
import { SCENARIOS } from './scenarios.ts';
import { startBaseline, startServer } from './server.ts';
import { webhookRounds } from './webhooks.ts';

const HELP = `npm run bench                         everything
npm run bench -- list detail          only these (and the baselines): ${Object.keys(SCENARIOS).join(' ')} flash webhooks memory
npm run bench -- lists [orders.list]   every sort, filter and search of the dashboard's lists; --rows 100000 --rounds 7
npm run bench -- home                  the first page, and an export, with a million orders; --rows 1000000
npm run bench -- --profile search     where the server's time goes in one scenario
npm run bench -- --clone warm|cold    also from git clone to the first page
npm run bench -- --seconds 4          shorter or longer rounds; 8 unless told`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string' }, clone: { type: 'string' }, seconds: { type: 'string', default: '8' }, rows: { type: 'string' }, rounds: { type: 'string', default: '7' }, help: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
});
const CONNECTIONS = 32;
const pace: Pace = { connections: CONNECTIONS, warmSeconds: 2, seconds: Number(values.seconds) };

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  if (process.platform !== 'linux') throw new StartError('The bench reads processor times from /proc, so it runs on Linux only.');
  const [first, ...only] = positionals;
  if (first === 'lists') return measureLists({ only, rows: Number(values.rows ?? 100_000), rounds: Number(values.rounds), dry: values['dry-run'] === true });
  if (first === 'home') return measureHome({ orders: Number(values.rows ?? 1_000_000), dry: values['dry-run'] === true });
  const unknown = [...positionals, ...(values.profile ? [values.profile] : [])].find((name) => !(name in SCENARIOS) && !['flash', 'webhooks', 'memory'].includes(name));
  if (unknown) throw new StartError(`There is no scenario "${unknown}".\n\n${HELP}`);
  const loadBefore = os.loadavg();
  const database = await openBenchDatabase((line) => console.log(line));
  try {
    if (values.profile) return await profile(database, values.profile);
    const results = await runAll(database);
    print(results);
    if (loadBefore[0]! > 1) console.log(`  The machine was busy before (load ${loadBefore[0]!.toFixed(1)}): rates are too low, CPU times somewhat too high.\n`);
    if (!values['dry-run']) console.log(`  ${save(results, { postgres: database.version, ...pace, loadBefore })}\n`);
  } finally {
    await database.stop();
  }
}

function wants(name: string): boolean {
  return positionals.length === 0 || positionals.includes(name);
}

async function runAll(database: BenchDatabase): Promise<Results> {
  const results: Results = { figures: [], packages: installedPackages() };
  if (wants('memory')) results.idleMiB = await idleMemory(database);
  results.figures.push(...(await baselines(database)), ...(await scenarios(database, results)));
  if (wants('flash')) results.flashSales = await flashSales(database);
  if (wants('webhooks')) results.webhooks = await webhooks(database);
  if (values.clone) results.cloneSeconds = { [values.clone]: await cloneToFirstPage(values.clone === 'cold' ? 'cold' : 'warm') };
  return results;
}

async function idleMemory(database: BenchDatabase): Promise<number> {
  console.log('memory of an idle process …');
  const running = await startServer({ databaseUrl: database.url });
  await sleep(10_000);
  const held = residentOf(running.pid);
  await running.stop();
  return held;
}

async function baselines(database: BenchDatabase): Promise<Figures[]> {
  const found: Figures[] = [];
  for (const which of ['hello', 'select'] as const) {
    console.log(`${SCENARIOS[which]!.says} …`);
    const running = await startBaseline(which, database.url);
    found.push(await measure(which, { running, database, pace }));
    await running.stop();
  }
  return found;
}

async function scenarios(database: BenchDatabase, results: Results): Promise<Figures[]> {
  const names = Object.keys(SCENARIOS).filter((name) => wants(name) && !SCENARIOS[name]!.baseline);
  const found: Figures[] = [];
  if (names.length === 0) return found;
  const running = await startServer({ databaseUrl: database.url });
  try {
    if (names.includes('checkout')) results.checkoutStatements = await statementsOfCheckout({ running, database });
    for (const name of names) {
      console.log(`${SCENARIOS[name]!.says} …`);
      found.push(await measure(name, { running, database, pace }));
    }
  } finally {
    await running.stop();
  }
  return found;
}

async function flashSales(database: BenchDatabase): Promise<Results['flashSales']> {
  const found = [];
  for (const [i, processes] of [1, 2, 4].entries()) {
    console.log(`flash sale over ${processes} …`);
    found.push(await flashSale(database, { processes, release: i + 1 }));
  }
  return found;
}

async function webhooks(database: BenchDatabase): Promise<Results['webhooks']> {
  console.log('one fact for 1,000 webhook endpoints …');
  return webhookRounds(database);
}

async function profile(database: BenchDatabase, name: string): Promise<void> {
  const folder = profileFolder(name);
  const running = await startServer({ databaseUrl: database.url, profileFolder: folder });
  const figures = await measure(name, { running, database, pace });
  await running.stop();
  print({ figures: [figures] });
  console.log(`${busiest(folder).join('\n')}\n\n  ${folder}`);
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: Error) => {
    console.error(error instanceof StartError ? `\n${error.message}\n` : error);
    process.exit(1);
  },
);
