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
  /** May time something itself, ms; then that counts, and not what the browser says of each press. */
  go(page: Page, home: string): Promise<number[] | void>;
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
  {
    name: 'dashboard: a product of 200 variants in 5 currencies',
    of: 'admin',
    async go(page, home) {
      await calm(page, home);
      await calm(page, `${home}/products/${await makeLargeProduct(page, home)}`);
      await page.locator('[data-cell="0:0"]').click();
      for (let n = 0; n < 8; n++) await press(page, n % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
      await page.keyboard.type('62.5', { delay: 60 });
      for (const key of ['Enter', '7', 'Enter', '8', 'Enter', 'Control+z', 'Control+z', 'ArrowUp']) await press(page, key);
    },
  },
  {
    name: 'dashboard: an order opened from the list, until it is shown',
    of: 'admin',
    async go(page, home) {
      const times: number[] = [];
      for (let row = 0; row < 6; row++) {
        await calm(page, `${home}/orders`);
        const link = page.locator('tbody tr [data-opens]').nth(row);
        const number = (await link.textContent())!;
        await link.hover();
        await settled(page);
        times.push(await page.evaluate<number>(untilShown(number)));
      }
      return times;
    },
  },
];

async function makeLargeProduct(page: Page, home: string): Promise<string> {
  const values = (name: string, count: number) => ({ name, values: Array.from({ length: count }, (_, i) => `${name} ${i + 1}`) });
  const product = { title: 'Shirt in many sizes', options: [values('Size', 20), values('Colour', 10)], prices: ['AUD', 'EUR', 'GBP', 'JPY', 'USD'].map((currency) => ({ currency, amount: 5_000 })) };
  return page.evaluate(async ([address, body]) => {
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { id: string }).id;
  }, [`${home}/do/products.create`, JSON.stringify(product)] as const);
}

// Runs in the page: presses the link to the order and waits for the frame after its heading stands there.
const untilShown = (number: string) => `new Promise((resolve) => {
  const begun = performance.now();
  const look = () => {
    if (![...document.querySelectorAll('h1')].some((each) => each.textContent.includes('${number}'))) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
  };
  [...document.querySelectorAll('[data-opens]')].find((each) => each.textContent === '${number}').click();
  look();
})`;

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
      const times = await journey.go(page, phone ? '' : home);
      await page.waitForTimeout(500);
      await context.close();
      found.push(sumUp(journey.name, times?.map((ms, id) => ({ id, kind: `number ${id + 1}`, ms: Math.round(ms) })) ?? heard));
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
