// A merchant at the dashboard, in a real browser: for the journeys' tests.
import { existsSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { complaintsOf, openBrowser } from '#tools/browser.ts';
import { build } from '../build.ts';

export interface Desk {
  server: TestServer;
  browser: Browser;
  close(): Promise<void>;
}

/** The whole program and a browser. The dashboard is built when it has never been. */
export async function openDesk(): Promise<Desk> {
  if (!existsSync(path.join(import.meta.dirname, '../../../.build/admin/server/index.js'))) await build();
  const server = await startServer();
  const browser = await openBrowser();
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

export interface Merchant {
  context: BrowserContext;
  page: Page;
  /** Everything the browser complained about so far. */
  complaints: string[];
  /** Address of the workspace: /admin/w/... */
  home: string;
}

const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let people = 0;

/** Signs up a new person and makes their first workspace, by clicking. */
export async function newMerchant(desk: Desk, name: string): Promise<Merchant> {
  const context = await desk.browser.newContext({ baseURL: desk.server.url, viewport: widths.desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(`merchant${++people}.${Date.now()}@example.test`);
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Name of the company or shop').fill(`${name}'s shop`);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('link', { name: 'Go to the dashboard' }).click();
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  return { context, page, complaints, home: new URL(page.url()).pathname };
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

/** What axe finds on the open page, dialogs included: one line a rule. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

export async function asPhone(page: Page): Promise<void> {
  await page.setViewportSize(widths.phone);
}
