import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openShop, startServer } from '#worlds/testing.ts';
import type { TestServer, TestShop, Thing } from '#worlds/testing.ts';
import { barriers, complaintsOf, openBrowser } from '#tools/browser.ts';
import { fingerprint, markBuilt, staleTargets } from '#tools/build-stamp.mjs';
import { build } from '../build.ts';

/** Test support: the built shop pages over a shop of their own, and a browser to visit them with. */
export interface VisitedShop {
  server: TestServer;
  shop: TestShop;
  /** The shop's address, without a trailing slash. */
  home: string;
  visitor(options?: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
}

export async function openVisitedShop(things: Thing[]): Promise<VisitedShop> {
  await buildPages();
  const server = await startServer();
  const shop = await openShop(server.house, { things });
  const browser = await openBrowser();
  return {
    server,
    shop,
    home: `${server.url}/shops/${shop.storefrontSlug}`,
    visitor: (options) => visitor(browser, options),
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** The pages of the shop as their sources are now; `npm test` has mostly built them already. */
export async function buildPages(): Promise<void> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  if (!staleTargets(root).includes('storefront')) return;
  const print = fingerprint(root, 'storefront');
  await build();
  markBuilt(root, 'storefront', print);
}

async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

/** A prefetch that ends because the visitor goes on is no failure, and a picture that is used late on a busy machine neither. */
export function seriousOf(complaints: string[]): string[] {
  return complaints.filter((each) => !each.endsWith('net::ERR_ABORTED') && !each.includes('was preloaded using link preload but not used within a few seconds'));
}

export async function expectAccessible(page: Page): Promise<void> {
  // The checker needs scripts, so pages are checked where they run.
  expect(await barriers(page)).toEqual([]);
}
