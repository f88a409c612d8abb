// Builds the dashboard into .build/admin: `client` for browsers, `server` for our own process.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const assets = path.join(import.meta.dirname, '../../.build/admin/client/assets');

/** Builds the dashboard. Needs no server, database or network. */
export async function build(): Promise<void> {
  // React's production builds are chosen by this while Vite resolves packages.
  process.env.NODE_ENV = 'production';
  const { createBuilder } = await import('vite');
  const configFile = path.join(import.meta.dirname, 'vite.config.ts');
  const builder = await createBuilder({ root: import.meta.dirname, configFile, mode: 'production', logLevel: 'warn' });
  await builder.buildApp();
  await compressAssets();
}

// Compressed once here instead of on every request.
async function compressAssets(): Promise<void> {
  for (const name of await readdir(assets)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const file = path.join(assets, name);
    const content = await readFile(file);
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(`${file}.gz`, await promisify(gzip)(content));
  }
}

if (import.meta.main) await build();
