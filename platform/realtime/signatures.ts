import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** One Pusher application: browsers know the key, servers know the secret. */
export interface App {
  id: string;
  key: string;
  secret: string;
}

const REQUEST_LIFETIME_SECONDS = 600;

/** `key:signature`, the proof a browser shows when it subscribes or signs in. */
export function authString(app: App, toSign: string): string {
  return `${app.key}:${hmac(app.secret, toSign)}`;
}

export function channelToSign(socketId: string, channel: string, channelData?: string): string {
  return channelData === undefined ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`;
}

export function userToSign(socketId: string, userData: string): string {
  return `${socketId}::user::${userData}`;
}

export function sameText(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The signature of a server-to-server request: method, path and the sorted query without `auth_signature`. */
export function requestSignature(secret: string, method: string, path: string, query: URLSearchParams): string {
  const pairs = [...query]
    .filter(([name]) => name !== 'auth_signature')
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hmac(secret, [method, path, pairs.map((pair) => pair.join('=')).join('&')].join('\n'));
}

/** Path and query of a request to the application's HTTP API, signed. `atSeconds` is Unix time. */
export function signedAddress(app: App, request: { method: string; path: string; body: string; atSeconds: number }): string {
  const query = new URLSearchParams({ auth_key: app.key, auth_timestamp: String(request.atSeconds), auth_version: '1.0', body_md5: md5(request.body) });
  query.set('auth_signature', requestSignature(app.secret, request.method, request.path, query));
  return `${request.path}?${query}`;
}

/** Undefined when the request is signed by this app and fresh; otherwise the reason. `nowSeconds` is Unix time. */
export function whyRequestIsRefused(app: App, method: string, url: URL, body: string, nowSeconds: number): string | undefined {
  const query = url.searchParams;
  if (query.get('auth_key') !== app.key) return 'Unknown auth_key';
  if (query.get('auth_version') !== '1.0') return 'auth_version must be 1.0';
  const age = Math.abs(nowSeconds - Number(query.get('auth_timestamp') ?? Number.NaN));
  if (!(age <= REQUEST_LIFETIME_SECONDS)) return 'Timestamp expired: auth_timestamp is not within 600 s of server time';
  if (body !== '' && !sameText(query.get('body_md5'), md5(body))) return 'body_md5 does not match the body';
  const expected = requestSignature(app.secret, method, url.pathname, query);
  return sameText(query.get('auth_signature'), expected) ? undefined : 'Invalid signature';
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
