import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { house } from '../connectors/house.ts';
import { clientSource } from '../platform/http/client-source.ts';
import { registry } from '../platform/registry.ts';

/** Writes the typed clients that storefront and back-office developers take with them. */
export function clientFiles(): { file: string; text: string }[] {
  registry.load(house);
  return (['storefront', 'admin'] as const).map((surface) => ({ file: `clients/${surface}.ts`, text: clientSource(surface) }));
}

if (import.meta.main) {
  for (const { file, text } of clientFiles()) {
    writeFileSync(path.join(import.meta.dirname, '..', file), text);
    console.log(`wrote ${file}`);
  }
}
