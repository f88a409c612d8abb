// A Chromium for tests and screenshots: the machine's own, or the one that lies in node_modules.
//   node tools/browser.ts shot URL out.png [--width 390] [--height 900] [--dark] [--full]
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { oneStarterAtATime } from '#platform/db/embedded-lock.ts';

// Without these a headless Chromium keeps calling home, which a closed network answers with one refusal after another.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts a headless browser; the caller closes it. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath: await chromiumPath(), args: [...quiet, ...asRoot, ...flags, '--disable-dev-shm-usage'] });
}

async function chromiumPath(): Promise<string> {
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
  if (own) return own;
  const { default: packaged } = await import('@sparticuz/chromium');
  // The package unpacks itself below the temp folder once; a second test file must not start the half of it.
  const lock = path.join(tmpdir(), `quickdash-chromium-${process.getuid?.() ?? 0}.unpacking`);
  return await oneStarterAtATime(lock, () => packaged.executablePath());
}

// What a page says when it is left while its files load or its socket opens.
const LEFT_EARLY = /net::ERR_ABORTED$|WebSocket is closed before the connection is established/;

/** Gathers everything the page complains about, for tests that allow no complaint at all. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const hear = (complaint: string) => void (LEFT_EARLY.test(complaint) || complaints.push(complaint));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') hear(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => hear(`error: ${error.message}`));
  page.on('requestfailed', (request) => hear(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) hear(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

const axe = `${readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }); undefined`;
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Gives each page of the context axe as it opens: cheaper than later, where every one of them is looked at. */
export async function withAxe(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript({ content: axe });
  return context;
}

/** What axe finds on the open page, dialogs and frames included: one line a rule. A page is given axe once, and only violations are worked out. */
export async function barriers(page: Page): Promise<string[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate('typeof axe === "object"'))) await giveAxe(page, frame);
  return await page.evaluate(`axe.run({ resultTypes: ['violations'], runOnly: ${JSON.stringify(LEVELS)} }).then(({ violations }) =>
    violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + (node.failureSummary ?? '')).join(', ')))`);
}

// Playwright's own evaluation of so long a text takes the page three times as long as the browser's.
async function giveAxe(page: Page, frame: Frame): Promise<void> {
  if (frame !== page.mainFrame()) return void (await frame.evaluate(axe));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axe, silent: true });
  await cdp.detach();
}

async function shoot(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { width: { type: 'string', default: '1280' }, height: { type: 'string', default: '900' }, dark: { type: 'boolean' }, full: { type: 'boolean' } },
  });
  const [verb, url, file] = positionals;
  if (verb !== 'shot' || !url || !file) {
    console.error('node tools/browser.ts shot URL out.png [--width 390] [--height 900] [--dark] [--full]');
    return 2;
  }
  const browser = await openBrowser();
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: Number(values.height) },
    colorScheme: values.dark ? 'dark' : 'light',
  });
  const complaints = complaintsOf(page);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: file, fullPage: values.full ?? false });
  await browser.close();
  for (const complaint of complaints) console.error(complaint);
  console.log(`${file} (${complaints.length} complaints)`);
  return 0;
}

if (import.meta.main) process.exit(await shoot());
