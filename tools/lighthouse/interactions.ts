import type { Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';

/** How long the page took to answer what a person did, from the event to the next paint. Times in ms. */
export interface Answered {
  journey: string;
  interactions: number;
  p50: number;
  /** The worst but for one in fifty: what Interaction to Next Paint reports. */
  inp: number;
  /** What the slowest was. */
  slowest: string;
}

interface Journey {
  name: string;
  of: 'admin' | 'shop';
  go(page: Page, home: string): Promise<void>;
}

interface Heard {
  id: number;
  kind: string;
  ms: number;
}

const JOURNEYS: readonly Journey[] = [
  {
    name: 'shop, on a phone: search, product, cart',
    of: 'shop',
    async go(page, home) {
      await calm(page, home || '/');
      await page.locator('.search input').click();
      await page.keyboard.type('ring', { delay: 60 });
      await page.waitForSelector('[role=option]');
      for (const key of ['ArrowDown', 'ArrowDown', 'Escape']) await press(page, key);
      const product = await page.locator('main a[href*="/products/"]').first().getAttribute('href');
      await calm(page, product!);
      await page.locator('.add button').first().click();
      await page.waitForSelector('.drawer .line:not([inert] *)');
      await press(page, 'Escape');
      await page.locator('#cart-link').click();
      await page.waitForSelector('.drawer .line:not([inert] *)');
      await press(page, 'Escape');
      await calm(page, '/products');
      for (let n = 0; n < 4; n++) await press(page, 'Tab');
    },
  },
  {
    name: 'dashboard: orders by keyboard and search',
    of: 'admin',
    async go(page, home) {
      await calm(page, `${home}/orders`);
      for (const key of ['j', 'j', 'x', 'j', 'j', 'Shift+X', 'k', 'Escape']) await press(page, key);
      await press(page, '/');
      await page.keyboard.type('smith', { delay: 60 });
      await settled(page);
      for (let n = 0; n < 5; n++) await press(page, 'Backspace');
      await settled(page);
      await page.getByRole('columnheader').filter({ hasText: 'Total' }).getByRole('button').first().click();
      await settled(page);
    },
  },
  {
    name: 'dashboard: command menu',
    of: 'admin',
    async go(page, home) {
      await calm(page, home);
      for (const word of ['ring', 'orders', 'tax']) {
        await press(page, 'Control+k');
        await page.getByRole('combobox', { name: 'Search or run something' }).waitFor();
        await page.keyboard.type(word, { delay: 60 });
        await settled(page);
        for (const key of ['ArrowDown', 'ArrowDown', 'Escape']) await press(page, key);
        await page.waitForTimeout(200);
      }
    },
  },
  {
    name: 'dashboard: product editor',
    of: 'admin',
    async go(page, home) {
      await calm(page, `${home}/products`);
      await page.locator('tbody tr a').first().click();
      await page.locator('[data-cell="0:0"]').waitFor();
      await settled(page);
      await page.locator('[data-cell="0:0"]').click();
      await page.keyboard.type('62.5', { delay: 60 });
      for (const key of ['Enter', 'ArrowUp', 'ArrowRight', 'Control+z', 'Control+y', 'Control+z']) await press(page, key);
      const title = page.getByRole('textbox', { name: 'Title', exact: true });
      // The press is what is measured, not the drawing of what was scrolled to.
      await title.scrollIntoViewIfNeeded();
      await page.waitForTimeout(200);
      await title.click();
      await page.keyboard.type(' of the year', { delay: 60 });
      await page.getByRole('button', { name: 'Discard' }).click();
      await settled(page);
    },
  },
];

async function calm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(80);
}

/** Walks the journeys in a browser and listens to what it says of each interaction (Event Timing). */
export async function walkJourneys(server: string, { cookie, only, home }: { cookie: string; only: string | undefined; home: string }): Promise<Answered[]> {
  const browser = await openBrowser();
  try {
    const found: Answered[] = [];
    for (const journey of JOURNEYS.filter((each) => !only || each.of === only)) {
      const phone = journey.of === 'shop';
      const context = await browser.newContext({ baseURL: server, viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }, ...(!phone && { extraHTTPHeaders: { cookie } }) });
      const heard: Heard[] = [];
      await context.exposeBinding('interactionHeard', (_source, entry: Heard) => void heard.push(entry));
      await context.addInitScript(LISTEN);
      const page = await context.newPage();
      await journey.go(page, phone ? '' : home);
      await page.waitForTimeout(500);
      await context.close();
      found.push(sumUp(journey.name, heard));
    }
    return found;
  } finally {
    await browser.close();
  }
}

// Runs in the page. Events shorter than 16 ms are not told; they count as answered at once.
const LISTEN = `new PerformanceObserver((list) => {
  for (const { interactionId, name, target, duration } of list.getEntries())
    if (interactionId > 0) interactionHeard({ id: interactionId, kind: name + ' on ' + (target ? target.nodeName.toLowerCase() : 'nothing'), ms: duration });
}).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

function sumUp(journey: string, heard: Heard[]): Answered {
  const longest = new Map<number, Heard>();
  for (const entry of heard) if (entry.ms > (longest.get(entry.id)?.ms ?? -1)) longest.set(entry.id, entry);
  const sorted = [...longest.values()].toSorted((a, b) => a.ms - b.ms);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]?.ms ?? 0;
  return { journey, interactions: sorted.length, p50: at(0.5), inp: at(0.98), slowest: sorted.at(-1)?.kind ?? '' };
}
