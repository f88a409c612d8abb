import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { usePushService } from './send-push.ts';

/** Test support: a push service on loopback and browsers that subscribe to it. It checks what the real ones check. */
export interface PushServiceDouble {
  /** A new browser. */
  browser(): BrowserDouble;
  /** How the service answers for a browser from now on; 'hangs' never answers. */
  answers(browser: BrowserDouble, status: number | 'hangs', headers?: Record<string, string>): void;
  /** Requests that broke the rules, in words. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface BrowserDouble {
  endpoint: string;
  p256dh: string;
  auth: string;
  /** What its service worker was given, decrypted, with the headers it came by. */
  received: { payload: Record<string, unknown>; headers: IncomingMessage['headers'] }[];
  requests: number;
}

interface Keys {
  ecdh: ECDH;
  auth: Buffer;
  browser: BrowserDouble;
  answer: { status: number | 'hangs'; headers: Record<string, string> };
}

export async function openPushService(publicKey: () => Promise<string>, options: { timeoutMillis?: number } = {}): Promise<PushServiceDouble> {
  const browsers = new Map<string, Keys>();
  const complaints: string[] = [];
  let origin = '';
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const keys = browsers.get(request.url ?? '');
      if (!keys) return response.writeHead(404).end();
      keys.browser.requests += 1;
      if (keys.answer.status === 'hangs') return;
      complaints.push(...complaintsAbout(request, body, origin, await publicKey()));
      if (keys.answer.status === 201) keys.browser.received.push({ payload: JSON.parse(decryptPush(body, keys.ecdh, keys.auth).toString()) as Record<string, unknown>, headers: request.headers });
      response.writeHead(keys.answer.status, keys.answer.headers).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  usePushService(origin, options);
  return {
    complaints,
    browser() {
      const ecdh = createECDH('prime256v1');
      const path = `/push/${randomBytes(8).toString('hex')}`;
      const auth = randomBytes(16);
      const browser: BrowserDouble = { endpoint: origin + path, p256dh: ecdh.generateKeys('base64url'), auth: auth.toString('base64url'), received: [], requests: 0 };
      browsers.set(path, { ecdh, auth, browser, answer: { status: 201, headers: {} } });
      return browser;
    },
    answers(browser, status, headers = {}) {
      browsers.get(new URL(browser.endpoint).pathname)!.answer = { status, headers };
    },
    async close() {
      usePushService(undefined);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function complaintsAbout(request: IncomingMessage, body: Buffer, origin: string, publicKey: string): string[] {
  const { headers } = request;
  const found: string[] = [];
  if (request.method !== 'POST') found.push('not a POST');
  if (headers['content-encoding'] !== 'aes128gcm') found.push('not aes128gcm');
  if (!/^\d+$/.test(String(headers['ttl']))) found.push('no TTL');
  if (body.length > 4_096) found.push('more than 4096 bytes');
  return [...found, ...complaintsAboutToken(String(headers['authorization']), origin, publicKey)];
}

/** RFC 8292: a token signed by the key the browser subscribed with, for this service, for a day at most. */
function complaintsAboutToken(authorization: string, origin: string, publicKey: string): string[] {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  if (!token || key !== publicKey) return ['the token is missing or by another key'];
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const right = verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string };
  const lasts = exp - Date.now() / 1_000;
  return [...(right ? [] : ['wrong signature']), ...(aud === origin ? [] : [`audience ${aud}`]), ...(lasts > 0 && lasts <= 86_400 ? [] : ['lasts too long']), ...(/^mailto:\S+@\S+$/.test(sub) ? [] : [`contact ${sub}`])];
}

/** RFC 8291 from the browser's side: header salt(16) rs(4) idlen(1) keyid, then one aes128gcm record. */
export function decryptPush(body: Buffer, ecdh: ECDH, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16);
  const idLength = body[20]!;
  const senderKey = body.subarray(21, 21 + idLength);
  const cipher = body.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(senderKey), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(cipher.subarray(-16));
  const padded = Buffer.concat([decipher.update(cipher.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2));
}
