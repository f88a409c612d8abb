import { createHash, createHmac, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Refusal } from '#platform/refusal.ts';
import { jwtFits } from './jwt.ts';
import type { Arrived, Known, Scheme } from './scheme.ts';

/** What a checked message says of itself. */
export interface Checked {
  id: string | undefined;
  at: Date | undefined;
}

/**
 * Checks a message against its scheme, in constant time; refuses `unauthenticated` with the reason. Nothing of a message may be
 * believed before this.
 */
export function checkSignature(scheme: Scheme, arrived: Arrived, known: Known): Checked {
  if (scheme.algorithm === 'token-in-body') return bodyToken(scheme, arrived, known);
  const signatures = valuesAt(scheme.signature, arrived.headers);
  if (signatures.length === 0) throw wrong('it carries no signature');
  const stamp = scheme.timestamp && valuesAt(scheme.timestamp, arrived.headers)[0];
  if (scheme.timestamp && !stamp) throw wrong('it does not say when it was sent');
  const id = scheme.id && valuesAt(scheme.id, arrived.headers)[0];
  if (scheme.id && !id) throw wrong('it carries no id');
  const at = stamp === undefined ? undefined : instantOf(stamp, scheme.timestamp!.as);
  if (at && Math.abs(known.now.getTime() - at.getTime()) > scheme.tolerance! * 1_000) throw wrong('it is too old, or the clock of one of us is wrong');
  const values = { ...known.values, id: id ?? '', timestamp: stamp ?? '' };
  if (!known.secrets.some((secret) => bodiesOf(scheme, arrived.body).some((body) => signatures.some((signature) => fits(scheme, { ...arrived, body }, { secret, signature, values, now: known.now })))))
    throw wrong('its signature is not right');
  return { id, at };
}

function wrong(reason: string): Refusal {
  return new Refusal('unauthenticated', `This message was not accepted: ${reason}.`);
}

function valuesAt(place: Scheme['signature'], headers: Headers): string[] {
  const value = place.headers.map((name) => headers.get(name)).find((found) => found !== null);
  if (!value) return [];
  if (place.field) return fieldOf(value, place.field);
  return place.pattern ? [...value.matchAll(place.pattern)].map((match) => match[1]!) : [value.trim()];
}

function fieldOf(value: string, field: string): string[] {
  try {
    const found = (JSON.parse(Buffer.from(value, 'base64').toString()) as Record<string, unknown>)[field];
    return typeof found === 'string' ? [found] : [];
  } catch {
    return [];
  }
}

function instantOf(stamp: string, as: 'seconds' | 'date'): Date {
  const at = as === 'seconds' ? new Date(/^\d{1,12}$/.test(stamp) ? Number(stamp) * 1_000 : Number.NaN) : new Date(stamp);
  if (Number.isNaN(at.getTime())) throw wrong('it does not say when it was sent');
  return at;
}

// EasyPost signs whole weights as floats and may send them without the point.
function bodiesOf(scheme: Scheme, body: Buffer): Buffer[] {
  if (scheme.alsoBody === undefined) return [body];
  return [body, Buffer.from(body.toString().replaceAll(/"weight":\s*(\d+)(?=[,}\s])/g, '"weight":$1.0'))];
}

interface Attempt {
  secret: string;
  signature: string;
  values: Record<string, string>;
  now: Date;
}

function fits(scheme: Scheme, arrived: Arrived, { secret, signature, values, now }: Attempt): boolean {
  if (scheme.algorithm === 'token') return same(Buffer.from(secret), Buffer.from(signature));
  if (scheme.algorithm === 'jwt') return jwtFits(signature, { secret, body: arrived.body, now });
  const given = Buffer.from(signature, scheme.encoding);
  const signed = signedBytes(scheme.signs, arrived, { ...values, key: secret });
  if (scheme.key === 'public') return publicFits(scheme.algorithm, secret, signed, given);
  return same(digest(scheme, secret, signed), given);
}

/** The digest a sender puts on such bytes: also for playing a sender in tests. */
export function digest({ algorithm, key }: Pick<Scheme, 'algorithm' | 'key'>, secret: string, signed: Buffer): Buffer {
  if (algorithm === 'sha256') return createHash('sha256').update(signed).digest();
  return createHmac(algorithm === 'hmac-sha1' ? 'sha1' : 'sha256', keyOf(key, secret)).update(signed).digest();
}

function keyOf(kind: Scheme['key'], secret: string): string | Buffer {
  if (kind === 'base64') return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (kind === 'after-prefix') return secret.replace(/^signkey-\w+-/, '');
  return kind === 'nfkd' ? secret.normalize('NFKD') : secret;
}

function same(a: Buffer, b: Buffer): boolean {
  // Of different lengths the answer is no; both are hashed so that the comparison tells nothing of where they differ.
  const hashed = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
  return timingSafeEqual(hashed(a), hashed(b));
}

const ED25519_PREFIX = '302a300506032b6570032100';

function publicFits(algorithm: Scheme['algorithm'], secret: string, signed: Buffer, given: Buffer): boolean {
  try {
    const name = { 'rsa-sha256': 'sha256', 'ecdsa-sha256': 'sha256', 'ecdsa-sha1': 'sha1' }[algorithm as 'rsa-sha256'] ?? null;
    return verify(name, signed, publicKeyOf(algorithm, secret), given);
  } catch {
    return false;
  }
}

function publicKeyOf(algorithm: Scheme['algorithm'], text: string): KeyObject {
  if (algorithm === 'ed25519') return createPublicKey({ key: Buffer.from(ED25519_PREFIX + text, 'hex'), format: 'der', type: 'spki' });
  if (text.includes('-----BEGIN')) return createPublicKey(text);
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
}

/** The bytes under the signature, put together as the scheme says; the body is never decoded on the way. */
export function signedBytes(signs: string, { body, url }: Pick<Arrived, 'body' | 'url'>, values: Record<string, string>): Buffer {
  return Buffer.concat(signs.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return Buffer.from(piece);
    if (name === 'body') return body;
    if (name === 'crc32') return Buffer.from(String(crc32(body)));
    if (name === 'url') return Buffer.from(url ?? '');
    if (name === 'params') return Buffer.from([...new URLSearchParams(body.toString())].toSorted(([a], [b]) => (a < b ? -1 : 1)).flat().join(''));
    return Buffer.from(values[name] ?? '');
  }));
}

function bodyToken({ signs }: Scheme, { body }: Arrived, { secrets }: Known): Checked {
  const found = tokensIn(body, signs);
  if (found.length === 0) throw wrong('it carries no signature');
  if (!found.every((token) => secrets.some((secret) => same(Buffer.from(secret), Buffer.from(token))))) throw wrong('its signature is not right');
  return { id: undefined, at: undefined };
}

function tokensIn(body: Buffer, field: string): string[] {
  try {
    const { value } = JSON.parse(body.toString()) as { value?: Record<string, unknown>[] };
    return (value ?? []).map((each) => String(each[field] ?? ''));
  } catch {
    return [];
  }
}
