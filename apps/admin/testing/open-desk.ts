import { existsSync } from 'node:fs';
import path from 'node:path';
import { complaintsOf, openBrowser } from '#tools/browser.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { build } from '../build.ts';
import type { Desk } from './desk.ts';

export interface OpenDesk extends Desk {
  server: TestServer;
  close(): Promise<void>;
}

/** A running program and a browser beside it; the dashboard is built when nobody has built it yet. */
export async function openDesk(): Promise<OpenDesk> {
  if (!existsSync(path.join(import.meta.dirname, '../../../.build/admin/server/index.js'))) await build();
  const server = await startServer();
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  return { url: server.url, server, browser, complaintsOf, close };
}
