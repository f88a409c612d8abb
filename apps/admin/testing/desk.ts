// A merchant at the dashboard, in a real browser: for the journeys' tests.
import type { Browser, BrowserContext, Page } from 'playwright-core';

export { barriers } from '#tools/browser.ts';

/** A running program and the browser to look at it with. */
export interface Desk {
  url: string;
  browser: Browser;
  /** Gathers what a page complains about. */
  complaintsOf(page: Page): string[];
}

export interface Merchant {
  context: BrowserContext;
  page: Page;
  email: string;
  /** Everything the browser complained about so far. */
  complaints: string[];
  /** Address of the workspace: /admin/w/... */
  home: string;
}

const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let people = 0;

/** Signs up a new person and makes their first workspace, by clicking. */
export async function newMerchant(desk: Desk, name: string): Promise<Merchant> {
  const context = await desk.browser.newContext({ baseURL: desk.url, viewport: widths.desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = desk.complaintsOf(page);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(name);
  const email = `merchant${++people}.${Date.now()}@example.test`;
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Name of the company or shop').fill(`${name}'s shop`);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('link', { name: 'Go to the dashboard' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  return { context, page, email, complaints, home: new URL(page.url()).pathname };
}

/** Runs an operation as the merchant would from another tab. */
export async function operate(merchant: Merchant, operation: string, input: object): Promise<Record<string, unknown>> {
  return merchant.page.evaluate(
    async ([address, body]) => {
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as Record<string, unknown>;
    },
    [`${merchant.home}/do/${operation}`, JSON.stringify(input)] as const,
  );
}

export async function asPhone(page: Page): Promise<void> {
  await page.setViewportSize(widths.phone);
}
