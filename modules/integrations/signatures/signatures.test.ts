import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ebayChallenge, linkedInChallenge } from './challenges.ts';
import type { Arrived, Known, Scheme } from './scheme.ts';
import { schemes, type SchemeName } from './schemes.ts';
import { checkSignature, digest, signedBytes } from './verify.ts';

const NOW = new Date('2026-11-20T00:00:30Z');
const SECONDS = String(Math.floor(NOW.getTime() / 1_000));
const BODY = '{"id":"evt_7","weight":12,"value":[{"clientState":"s3cret-s3cret-s3cret"}]}';
const SECRET = 's3cret-s3cret-s3cret';
const URL_OF_US = 'https://shop.example/hooks?x=1';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const pem = (pair: { publicKey: { export(o: object): string | Buffer } }) => pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const der = (pair: { publicKey: { export(o: object): string | Buffer } }) => pair.publicKey.export({ type: 'spki', format: 'der' }) as Buffer;

interface Sample {
  arrived: Arrived;
  known: Known;
}

/** Plays the sender of a scheme: our own vectors, so that the walk is never empty. */
function sampleOf(name: SchemeName): Sample {
  const scheme: Scheme = schemes[name];
  const secrets = [secretOf(scheme)];
  const values = { webhookId: 'WH-1', appKey: 'app-1' };
  const stamp = scheme.timestamp?.as === 'date' ? '2026-11-20T00:00:00Z' : SECONDS;
  const body = Buffer.from(name === 'twilio' ? 'Body=Hi&AccountSid=AC1' : BODY);
  const signed = signedBytes(scheme.signs, { body, url: URL_OF_US }, { ...values, id: 'msg_1', timestamp: stamp, key: secrets[0]! });
  const headers = new Headers();
  const carried = signatureFor(name, scheme, secrets[0]!, signed, body);
  if (scheme.timestamp) headers.set(scheme.timestamp.headers[0]!, stamp);
  if (scheme.id) headers.set(scheme.id.headers[0]!, 'msg_1');
  if (scheme.signature.headers[0]) headers.set(scheme.signature.headers[0], written(name, carried, stamp));
  return { arrived: { headers, body, url: URL_OF_US }, known: { secrets, values, now: NOW } };
}

function secretOf({ algorithm, key }: Scheme): string {
  if (algorithm === 'rsa-sha256') return pem(rsa);
  if (algorithm === 'ecdsa-sha256') return der(ec).toString('base64');
  if (algorithm === 'ecdsa-sha1') return pem(ec);
  if (algorithm === 'ed25519') return der(ed).subarray(-32).toString('hex');
  if (key === 'base64') return `whsec_${Buffer.from(SECRET).toString('base64')}`;
  return key === 'after-prefix' ? `signkey-test-${SECRET}` : SECRET;
}

function signatureFor(name: SchemeName, scheme: Scheme, secret: string, signed: Buffer, body: Buffer): string {
  if (scheme.algorithm === 'token') return secret;
  if (scheme.algorithm === 'jwt') return jwt(secret, body);
  if (scheme.algorithm === 'rsa-sha256') return sign('sha256', signed, rsa.privateKey).toString('base64');
  if (scheme.algorithm === 'ecdsa-sha256') return sign('sha256', signed, ec.privateKey).toString('base64');
  if (scheme.algorithm === 'ecdsa-sha1') return sign('sha1', signed, ec.privateKey).toString('base64');
  if (scheme.algorithm === 'ed25519') return sign(null, signed, ed.privateKey).toString('hex');
  return digest(scheme, secret, signed).toString(scheme.encoding);
}

function jwt(secret: string, body: Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp: Number(SECONDS) + 300, nbf: Number(SECONDS) - 5, body: createHash('sha256').update(body).digest('base64url') })}`;
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}

function written(name: SchemeName, signature: string, stamp: string): string {
  if (name === 'stripe' || name === 'shippo') return `t=${stamp},v0=${'0'.repeat(64)},v1=${'1'.repeat(64)},v1=${signature}`;
  if (name === 'standard' || name === 'polar') return `v1a,AAAA v1,${signature}`;
  if (name === 'inngest') return `t=${stamp}&s=${signature}`;
  if (name === 'slack') return `v0=${signature}`;
  if (name === 'ship24') return `Bearer ${signature}`;
  if (name === 'ebay') return Buffer.from(JSON.stringify({ alg: 'ecdsa', kid: 'k', signature, digest: 'SHA1' })).toString('base64');
  const prefix = { meta: 'sha256=', twitch: 'sha256=', btcpay: 'sha256=', airtable: 'hmac-sha256=', easypost: 'hmac-sha256-hex=' }[name as string] ?? '';
  return prefix + signature;
}

const names = Object.keys(schemes) as SchemeName[];
const check = (name: SchemeName, { arrived, known }: Sample) => () => checkSignature(schemes[name], arrived, known);
const refused = { code: 'unauthenticated' };

describe.each(names)('%s', (name) => {
  const scheme: Scheme = schemes[name];
  const signsBody = scheme.algorithm !== 'token' && scheme.algorithm !== 'token-in-body';

  test('a message that is signed as it should be is accepted, also while the secret is exchanged', () => {
    const sample = sampleOf(name);
    expect(check(name, sample)()).toBeTruthy();
    expect(check(name, { ...sample, known: { ...sample.known, secrets: ['another one that is no longer used', ...sample.known.secrets] } })()).toBeTruthy();
  });

  test('a wrong key, no key, and a missing signature are refused', () => {
    const sample = sampleOf(name);
    const other = scheme.key === 'public' ? (scheme.algorithm === 'ed25519' ? 'a'.repeat(64) : pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }))) : scheme.key === 'base64' ? 'whsec_d3Jvbmc=' : 'wrong';
    for (const secrets of [[other], []]) expect(check(name, { ...sample, known: { ...sample.known, secrets } })).toThrow(expect.objectContaining(refused));
    const bare = { ...sample.arrived, headers: new Headers(), ...(scheme.algorithm === 'token-in-body' && { body: Buffer.from('{"value":[]}') }) };
    expect(check(name, { ...sample, arrived: bare })).toThrow(expect.objectContaining(refused));
  });

  test.runIf(signsBody)('one changed byte anywhere in the body is refused', () => {
    const sample = sampleOf(name);
    for (let at = 0; at < sample.arrived.body.length; at += 3) {
      const body = Buffer.from(sample.arrived.body);
      body[at] = body[at]! ^ 1;
      expect(check(name, { ...sample, arrived: { ...sample.arrived, body } }), `byte ${at}`).toThrow(expect.objectContaining(refused));
    }
  });

  test.runIf(scheme.tolerance || scheme.algorithm === 'jwt')('an old message is refused, and one from the future', () => {
    const sample = sampleOf(name);
    const far = (scheme.tolerance ?? 300) * 1_000 + 60_000;
    for (const away of [far, scheme.algorithm === 'jwt' ? -10_000 : -far]) expect(check(name, { ...sample, known: { ...sample.known, now: new Date(NOW.getTime() + away) } })).toThrow(expect.objectContaining(refused));
  });

  test.runIf(scheme.timestamp && !scheme.timestamp.pattern)('without its time, or with something that is no time, it is refused', () => {
    for (const stamp of [undefined, 'yesterday', '1e9']) {
      const sample = sampleOf(name);
      if (stamp === undefined) sample.arrived.headers.delete(scheme.timestamp!.headers[0]!);
      else sample.arrived.headers.set(scheme.timestamp!.headers[0]!, stamp);
      expect(check(name, sample)).toThrow(expect.objectContaining(refused));
    }
  });
});

test('EasyPost may sign whole weights as floats', () => {
  const body = Buffer.from('{"weight":12,"other":12}');
  const signature = createHmac('sha256', SECRET).update('{"weight":12.0,"other":12}').digest('hex');
  const arrived = { headers: new Headers({ 'x-hmac-signature': `hmac-sha256-hex=${signature}` }), body };
  expect(checkSignature(schemes.easypost, arrived, { secrets: [SECRET], now: NOW })).toBeTruthy();
});

test('a body that is no text is checked byte by byte', () => {
  const body = Buffer.from([0xff, 0x00, 0xfe, 0x80]);
  const headers = new Headers({ 'x-pusher-signature': createHmac('sha256', SECRET).update(body).digest('hex') });
  expect(checkSignature(schemes.pusher, { headers, body }, { secrets: [SECRET], now: NOW })).toBeTruthy();
  expect(crc32(body)).toBe(crc32(Buffer.from(body)));
});

interface Vector extends Record<string, unknown> {
  vendor: string;
  body?: string;
  header?: Record<string, string>;
  timestamp?: number | string;
}

const file = path.join(process.env['QUICKDASH_CONTRACTS'] ?? path.join(import.meta.dirname, '../../../../shared/contracts'), 'webhook-vectors.json');
const there = existsSync(file);
const vectors = there ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors : [];

const NAMES: Record<string, SchemeName> = {
  'standard-webhooks/svix/resend/polar/openai': 'standard', 'meta-whatsapp': 'meta', 'twitch-eventsub': 'twitch', 'aftership-tracking': 'aftership',
  'sentry-integration': 'sentry', '17track-v2': '17track', 'shippo-hmac': 'shippo', 'polar-key-quirk': 'polar',
};

/** The vectors name their parts in their own words. */
function sampleFrom(vector: Vector): { name: SchemeName; samples: Sample[] } {
  const name = NAMES[vector.vendor] ?? (vector.vendor as SchemeName);
  const inner = (vector['webhook'] ?? vector) as Vector & { 'X-Pusher-Signature'?: string };
  const secret = (['secret', 'app_secret', 'signing_key', 'auth_token', 'key', 'client_secret'] as const).map((word) => vector[word]).find((found) => found !== undefined) as string;
  const base: Record<string, string> = inner.header ?? { 'X-Pusher-Signature': inner['X-Pusher-Signature']! };
  const filled = name === 'polar' ? { ...base, 'webhook-id': String(vector['id']), 'webhook-timestamp': String(vector.timestamp) } : base;
  const body = vector['params'] ? new URLSearchParams(vector['params'] as Record<string, string>).toString() : inner.body!;
  const alias = vector['svix_header_alias'] as Record<string, string> | undefined;
  const now = typeof vector.timestamp === 'string' ? new Date(vector.timestamp) : new Date((vector.timestamp ?? 0) * 1_000);
  const known = { secrets: [secret], values: { appKey: String(vector['app_key'] ?? '') }, now };
  return { name, samples: [filled, ...(alias ? [alias] : [])].map((headers) => ({ arrived: { headers: new Headers(headers), body: Buffer.from(body), url: vector['url'] as string }, known })) };
}

describe.runIf(there)('the published vectors', () => {
  test.each(vectors.filter((v) => v.vendor !== 'ebay-challenge').map((v) => [v.vendor, v] as const))('%s', (_vendor, vector) => {
    const { name, samples } = sampleFrom(vector);
    for (const sample of samples) {
      expect(check(name, sample)()).toBeTruthy();
      const body = Buffer.from(sample.arrived.body);
      body[body.length - 2] = body[body.length - 2]! ^ 1;
      expect(check(name, { ...sample, arrived: { ...sample.arrived, body } })).toThrow(expect.objectContaining(refused));
    }
  });

  test('questions that are answered before anything is sent', () => {
    const ebay = vectors.find((v) => v.vendor === 'ebay-challenge') as unknown as Record<string, string>;
    expect(ebayChallenge({ challenge: ebay['challenge_code']!, token: ebay['verificationToken']!, address: ebay['endpoint']! })).toBe(ebay['challengeResponse']);
    const linkedIn = vectors.find((v) => v.vendor === 'linkedin') as unknown as Record<string, string>;
    expect(linkedInChallenge({ challenge: linkedIn['challengeCode']!, secret: linkedIn['client_secret']! })).toBe(linkedIn['challengeResponse']);
  });
});

test.skipIf(there)(`the published vectors are not here: put webhook-vectors.json into the folder named by QUICKDASH_CONTRACTS to have them checked`, (context) => context.skip());
