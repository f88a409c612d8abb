import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

// OWASP's scrypt setting for 16 MiB: N=2^14, r=8, p=5. Runs in the thread pool, never on the request thread.
const N = 16_384;
const R = 8;
// The cost is stored with each hash, so tests may hash with a fifth of it.
const passes = () => (config().NODE_ENV === 'test' ? 1 : 5);
const KEY_BYTES = 32;
// Each takes 16 MiB and a thread for a tenth of a second; more at once would starve file and DNS work of the pool.
const MOST_AT_ONCE = 2;

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised without breaking old hashes. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const p = passes();
  const hash = await derive(password, salt, N, R, p);
  return ['scrypt', N, R, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

let nobody: Promise<string> | undefined;

/** Whether the password fits. Without a stored hash the same work is done, so that the time tells nothing. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody');
  const [, n, r, p, salt, hash] = (stored ?? (await nobody)).split('$');
  const expected = Buffer.from(hash!, 'base64url');
  const given = await derive(password, Buffer.from(salt!, 'base64url'), Number(n), Number(r), Number(p));
  return timingSafeEqual(given, expected) && stored !== null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, n: number, r: number, p: number): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N: n, r, p, maxmem: 64 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    running--;
    waiting.shift()?.();
  }
}
