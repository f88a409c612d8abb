import { multipart, type Part } from '#platform/outside/multipart.ts';
import { Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import { callVendor, type Account, type App, type VendorAnswer } from '#modules/integrations/index.ts';

export const HOSTS = { live: 'https://api-m.paypal.com', sandbox: 'https://api-m.sandbox.paypal.com' } as const;
export type Json = Record<string, unknown>;

/** Somebody signed in at PayPal: the installation's app acts for them. Otherwise the workspace has a client id and secret of its own. */
export function signedIn({ secrets }: Pick<Account, 'secrets'>): boolean {
  return secrets['clientSecret'] === undefined;
}

/** Whose client id and secret an account is used with. */
export function credentialsOf(account: Account): App {
  const used = signedIn(account) ? account.app : account;
  if (!used) throw new Refusal('not_connected', 'This installation is not registered at PayPal any more.');
  return used;
}

function hostOf(account: Account): string {
  return credentialsOf(account).settings['mode'] === 'live' ? HOSTS.live : HOSTS.sandbox;
}

/** PayPal's own no, with the name it has for it. */
export class PayPalRefused extends Refusal {
  readonly issue: string;
  readonly answer: Json;
  constructor(answer: Json) {
    const [detail] = (answer['details'] ?? []) as Json[];
    super('payment_refused', String(detail?.['description'] ?? answer['message'] ?? 'PayPal said no.'), { reason: detail?.['issue'] ?? answer['name'] });
    this.issue = String(detail?.['issue'] ?? answer['name'] ?? '');
    this.answer = answer;
  }
}

interface Kept {
  token: string;
  until: number;
}
const tokens = new Map<string, Kept>();

/** An access token of this account; kept until shortly before it ends. */
export async function tokenOf(account: Account): Promise<string> {
  const { settings, secrets } = credentialsOf(account);
  const name = `${hostOf(account)} ${settings['clientId']} ${secrets['clientSecret']}`;
  const known = tokens.get(name);
  if (known && known.until > now().getTime()) return known.token;
  const basic = Buffer.from(`${settings['clientId']}:${secrets['clientSecret']}`).toString('base64');
  const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
  const { status, json } = await callVendor(`${hostOf(account)}/v1/oauth2/token`, { method: 'POST', headers, body: 'grant_type=client_credentials' });
  if (status === 401 || status === 400) throw new Refusal('not_connected', 'PayPal does not accept this client id and secret.');
  if (status !== 200 || typeof json['access_token'] !== 'string') throw new Error(`PayPal answered ${status}`);
  if (tokens.size > 1_000) tokens.clear();
  tokens.set(name, { token: json['access_token'], until: now().getTime() + (Number(json['expires_in'] ?? 300) - 120) * 1_000 });
  return json['access_token'];
}

// The installation's app says for which merchant it acts. There is no secret in it, so it is not signed (developer.paypal.com/api/rest/requests).
function actingFor(account: Account): Record<string, string> {
  if (!signedIn(account)) return {};
  const { clientId, attributionId } = credentialsOf(account).settings;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    ...(account.accountId && { 'paypal-auth-assertion': `${part({ alg: 'none' })}.${part({ iss: clientId, payer_id: account.accountId })}.` }),
    ...(attributionId && { 'paypal-partner-attribution-id': attributionId }),
  };
}

interface Ask {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: object;
  /** PayPal acts once for a key and answers the same afterwards. */
  key?: string;
}

/** Sends parts, files among them, under one key. */
export async function sendParts(account: Account, { path, parts, key }: { path: string; parts: readonly Part[]; key: string }): Promise<Json> {
  const form = multipart(parts);
  const headers = { authorization: `Bearer ${await tokenOf(account)}`, ...actingFor(account), 'content-type': form.contentType, 'paypal-request-id': key };
  const answer = await callVendor(`${hostOf(account)}${path}`, { method: 'POST', headers, body: form.body, timeoutMillis: 30_000 });
  if (answer.status === 401) tokens.clear();
  return read(answer);
}

const PAUSES = [150, 400, 900];

/** Asks PayPal. Busy answers are tried again for a moment under the same key; a no is a Refusal; anything else that is no yes is an Error. */
export async function askPayPal(account: Account, ask: Ask): Promise<Json> {
  for (let tries = 0; ; tries++) {
    const answer = await once(account, ask);
    if (answer.status === 401) tokens.clear();
    const busy = answer.status === 429 || answer.status === 409 || (answer.status === 401 && tries === 0);
    if (!busy || tries >= PAUSES.length) return read(answer);
    await new Promise((done) => setTimeout(done, PAUSES[tries]));
  }
}

async function once(account: Account, { method, path, body, key }: Ask): Promise<VendorAnswer> {
  const headers = { authorization: `Bearer ${await tokenOf(account)}`, ...actingFor(account), 'content-type': 'application/json', prefer: 'return=representation', ...(key && { 'paypal-request-id': key }) };
  return callVendor(`${hostOf(account)}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

function read(answer: VendorAnswer): Json {
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  if (answer.status === 401) throw new Refusal('not_connected', 'PayPal does not accept our access any more. Connect it again.');
  if (answer.status >= 400 && answer.status < 500 && ![408, 409, 425, 429].includes(answer.status)) throw new PayPalRefused(answer.json);
  throw new Error(`PayPal answered ${answer.status}`);
}
