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

/** A new person with their first workspace, at its home page. */
export async function newMerchant(desk: Desk, name: string): Promise<Merchant> {
  const merchant = await newcomer(desk);
  const { page, email } = merchant;
  await send(page, desk.url, '/api/auth/sign-up/email', { name, email, password });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const shop = `${name}'s shop`;
  const { slug } = await send(page, desk.url, '/admin/do/workspaces.create', { name: shop, country: 'AU', currency: 'AUD', timeZone, storefront: { name: shop } });
  await page.goto(`/admin/w/${slug as string}`);
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  return { ...merchant, home: new URL(page.url()).pathname };
}

/** The same by clicking, as a newcomer does it. */
export async function newMerchantByHand(desk: Desk, name: string): Promise<Merchant> {
  const merchant = await newcomer(desk);
  const { page, email } = merchant;
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Name of the company or shop').fill(`${name}'s shop`);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('link', { name: 'Go to the dashboard' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  return { ...merchant, home: new URL(page.url()).pathname };
}

const password = 'a long enough password';

async function newcomer(desk: Desk): Promise<Omit<Merchant, 'home'>> {
  const context = await desk.browser.newContext({ baseURL: desk.url, viewport: widths.desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  return { context, page, complaints: desk.complaintsOf(page), email: `merchant${++people}.${Date.now()}@example.test` };
}

async function send(page: Page, origin: string, address: string, data: object): Promise<Record<string, unknown>> {
  const answer = await page.request.post(address, { headers: { origin }, data });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, unknown>;
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
