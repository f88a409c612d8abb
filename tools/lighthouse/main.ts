// npm run lighthouse [-- --runs 5 --only admin|shop]: the pages of a fresh demo shop, judged by Lighthouse; the median of each figure.
// With --runs 0 only the journeys are walked, which tell how soon pages answer a key or a press.
// Lighthouse and its packages are large and of no other use, so they have a lock file of their own and are installed with the first run.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBrowser } from '../browser.ts';
import { walkJourneys, type Answered } from './interactions.ts';
import { PAGES, workspaceOf, type Judged } from './pages.ts';

const root = path.join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });

interface Report {
  lhr: { categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>; audits: Record<string, { score: number | null; numericValue?: number; title: string }> };
}
type Lighthouse = (url: string, flags: object, config?: object) => Promise<Report | undefined>;

interface Tools {
  lighthouse: Lighthouse;
  desktopConfig: object;
}

interface Figures {
  page: string;
  form: 'phone' | 'desktop';
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcp: number;
  cls: number;
  blocking: number;
  /** Audits that did not pass, besides performance. */
  remarks: string[];
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'quickdash-lighthouse-'));
const runs = Number(values.runs);
const tools = runs > 0 ? await installed() : undefined;
const server = await startShop();
const results: Figures[] = [];
let journeys: Answered[] = [];
try {
  const cookie = await signIn(server.url);
  journeys = await walkJourneys(server.url, { cookie, only: values.only, home: await workspaceOf(server.url, cookie) });
  for (const { journey, interactions, p50, inp, slowest } of journeys) console.log(`${journey}: ${interactions} interactions, p50 ${p50} ms, INP ${inp} ms (${slowest})`);
  for (const page of PAGES.filter((each) => tools && (!values.only || each.of === values.only)))
    for (const form of page.of === 'admin' ? (['phone', 'desktop'] as const) : (['phone'] as const)) results.push(await judge(page, form, cookie));
} finally {
  await stop(server.child);
  rmSync(folder, { recursive: true, force: true });
}
report();

async function installed(): Promise<Tools> {
  const entry = path.join(import.meta.dirname, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry)) execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: import.meta.dirname, stdio: 'inherit' });
  const { default: lighthouse, desktopConfig } = (await import(entry)) as { default: Lighthouse; desktopConfig: object };
  return { lighthouse, desktopConfig };
}

async function startShop(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', QUICKDASH_DATA: folder, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [path.join(root, 'tools/quickdash.mjs'), 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (const giveUp = Date.now() + 180_000; Date.now() < giveUp; await sleep(200)) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return { url, child };
  }
  throw new Error('the shop did not start within three minutes');
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'demo@quickdash.test', password: 'quickdash-demo' }),
  });
  if (!answer.ok) throw new Error(`the demo sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
}

async function judge(page: Judged, form: Figures['form'], cookie: string): Promise<Figures> {
  const url = server.url + (await page.path(server.url, cookie));
  const seen: Figures[] = [];
  for (let n = 0; n < runs; n++) seen.push(await once(page, form, url, cookie));
  const middle = median(seen);
  console.log(`${page.name} (${form}): performance ${middle.performance}, accessibility ${middle.accessibility}, best practices ${middle.bestPractices}, SEO ${middle.seo}, LCP ${Math.round(middle.lcp)} ms, CLS ${middle.cls.toFixed(3)}${middle.remarks.map((each) => `\n    ${each}`).join('')}`);
  return middle;
}

async function once(page: Judged, form: Figures['form'], url: string, cookie: string): Promise<Figures> {
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  try {
    const flags = { port, output: 'json', logLevel: 'error', ...(page.of === 'admin' && { extraHeaders: { cookie } }) };
    const found = await tools!.lighthouse(url, flags, form === 'desktop' ? tools!.desktopConfig : undefined);
    return figuresOf(page, form, found!);
  } finally {
    await browser.close();
  }
}

function figuresOf(page: Judged, form: Figures['form'], { lhr: { categories, audits } }: Report): Figures {
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const named = ['accessibility', 'best-practices', 'seo'].flatMap((id) => categories[id]!.auditRefs).filter(({ id }) => audits[id]!.score !== null && audits[id]!.score! < 0.9);
  return {
    page: page.name,
    form,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: value('largest-contentful-paint'),
    cls: value('cumulative-layout-shift'),
    blocking: value('total-blocking-time'),
    remarks: [...new Set(named.map(({ id }) => `${id}: ${audits[id]!.title}`))],
  };
}

function median(all: Figures[]): Figures {
  const middle = (of: (f: Figures) => number) => all.map(of).toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)]!;
  return {
    ...all[0]!,
    performance: middle((f) => f.performance),
    accessibility: middle((f) => f.accessibility),
    bestPractices: middle((f) => f.bestPractices),
    seo: middle((f) => f.seo),
    lcp: middle((f) => f.lcp),
    cls: middle((f) => f.cls),
    blocking: middle((f) => f.blocking),
  };
}

function report(): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const file = path.join(root, 'bench/results', `lighthouse-${new Date().toISOString().slice(0, 10)}-${commit}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ commit, runs, cores: os.availableParallelism(), load: os.loadavg(), journeys, figures: results }, null, 1)}\n`);
  console.log(`\n  ${path.relative(process.cwd(), file)}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
