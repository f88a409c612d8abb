import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

interface Claims {
  exp?: number;
  nbf?: number;
  body?: string;
}

/** Does this HS256 token carry our secret's signature, is it valid now, and is it about this body? */
export function jwtFits(token: string, { secret, body, now }: { secret: string; body: Buffer; now: Date }): boolean {
  const [head, claims, signature] = token.split('.');
  if (!head || !claims || !signature || read<{ alg?: string }>(head)?.alg !== 'HS256') return false;
  const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const said = read<Claims>(claims);
  const seconds = now.getTime() / 1_000;
  if (!said?.exp || said.exp < seconds || (said.nbf ?? 0) > seconds) return false;
  return said.body?.replaceAll('=', '') === createHash('sha256').update(body).digest('base64url');
}

function read<T>(part: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as T;
  } catch {
    return undefined;
  }
}
