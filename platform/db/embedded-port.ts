import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Place } from './embedded-place.ts';

/** The port of last time, when it is still free: addresses in people's database tools keep working. */
export async function rememberedPort(place: Place): Promise<number | undefined> {
  if (!existsSync(place.portFile)) return undefined;
  const port = Number(readFileSync(place.portFile, 'utf8'));
  return Number.isInteger(port) && port > 0 && (await isFree(port)) ? port : undefined;
}

export function rememberPort(place: Place, port: number): void {
  writeFileSync(place.portFile, `${port}\n`);
}

export async function freePort(): Promise<number> {
  const port = await listenBriefly(0);
  if (port === undefined) throw new Error('No free port on 127.0.0.1');
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenBriefly(port)) !== undefined;
}

function listenBriefly(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
