import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const abandonedAfter = 30_000;

/** Two starts in the same folder at the same moment: the second waits for the first. A killed starter's lock is taken over. */
export async function oneStarterAtATime<T>(file: string, start: () => Promise<T>): Promise<T> {
  while (!take(file)) await sleep(50);
  // A process number alone proves nothing: after a restart it may be somebody else's. The holder keeps its lock fresh.
  const stillHere = setInterval(() => utimesSync(file, new Date(), new Date()), abandonedAfter / 6);
  try {
    return await start();
  } finally {
    clearInterval(stillHere);
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      rmSync(file, { force: true }); // a full disk makes the file but cannot fill it
      throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Date.now() - statSync(file).mtimeMs > abandonedAfter || (holder > 0 && holder !== process.pid && !isAlive(holder));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
