import { rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as vite } from 'vite';
import type { InlineConfig } from 'vite';
import { outFolder } from './assets.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
// A server may be reading the last build: the new one takes its place when it is complete.
const unfinished = `${outFolder.replace(/\/$/, '')}.unfinished-${process.pid}/`;

/** Builds the reference storefront into .build/storefront: server.js, hashed assets and their manifest. */
export async function build(): Promise<void> {
  await vite(clientBuild);
  await vite(workerBuild);
  await vite(serverBuild);
  await takePlace();
}

// Of two that build at once, the later one stays.
async function takePlace(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await rm(outFolder, { recursive: true, force: true });
    try {
      return await rename(unfinished, outFolder);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

const shared: InlineConfig = {
  root: here,
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  mode: 'production',
  // A test run sets NODE_ENV, which would otherwise bring the slower development calls into every page.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
};

const clientBuild: InlineConfig = {
  ...shared,
  base: '/assets/storefront/',
  build: {
    outDir: unfinished,
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { input: { client: `${here}islands/client.ts`, styles: `${here}styles/main.css` } },
  },
};

// One file that imports nothing: a service worker fetches its parts before it may serve any.
const workerBuild: InlineConfig = {
  ...shared,
  base: '/assets/storefront/',
  build: {
    outDir: unfinished,
    emptyOutDir: false,
    assetsDir: 'assets',
    manifest: 'worker-manifest.json',
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: { input: { worker: `${here}worker/worker.ts` }, output: { format: 'iife' } },
  },
};

const serverBuild: InlineConfig = {
  ...shared,
  build: {
    outDir: unfinished,
    emptyOutDir: false,
    ssr: `${here}server.tsx`,
    target: 'node24',
    // Platform and modules live in the serving process already; a second copy would not know the first one's registry.
    rolldownOptions: { external: [/^#/], output: { entryFileNames: 'server.js' } },
  },
};

if (import.meta.main) await build();
