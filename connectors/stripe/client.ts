import { multipart } from '#platform/outside/multipart.ts';
import { Refusal } from '#platform/refusal.ts';
import { callVendor, type Account, type VendorAnswer } from '#modules/integrations/index.ts';

export const API = 'https://api.stripe.com';
/** Files go to a host of their own. */
export const FILES = 'https://files.stripe.com';
/** The version whose published description our requests are checked against. */
const VERSION = '2023-08-16';

export type Params = { [name: string]: string | number | boolean | undefined | Params | readonly (Params | string)[] };
export type Json = Record<string, unknown>;

interface Ask {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  params?: Params;
  /** Stripe acts once for a key and answers the same for a day and longer. */
  key?: string;
}

/** Stripe's own no, with what it says of the payment. */
export class StripeRefused extends Refusal {
  readonly error: Json;
  constructor(error: Json) {
    super('payment_refused', String(error['message'] ?? 'Stripe said no.'), { reason: error['decline_code'] ?? error['code'] });
    this.error = error;
  }
}

const PAUSES = [150, 400, 900];

/** Asks Stripe. Busy answers are tried again for a moment under the same key; a no is a Refusal; anything else that is no yes is an Error. */
export async function askStripe(account: Account, ask: Ask): Promise<Json> {
  for (let tries = 0; ; tries++) {
    const answer = await once(account, ask);
    const busy = answer.status === 429 || (answer.status === 409 && codeOf(answer) === 'idempotency_key_in_use');
    if (!busy || tries >= PAUSES.length) return read(answer);
    await new Promise((done) => setTimeout(done, PAUSES[tries]));
  }
}

/** Sends a file for the evidence of a dispute; answers Stripe's id of it. */
export async function sendFile(account: Account, { name, contentType, bytes }: { name: string; contentType: string; bytes: Buffer }, key: string): Promise<string> {
  const form = multipart([{ name: 'purpose', body: 'dispute_evidence' }, { name: 'file', filename: name, contentType, body: bytes }]);
  const headers = { ...headersFor(account, key), 'content-type': form.contentType };
  return String(read(await callVendor(`${FILES}/v1/files`, { method: 'POST', headers, body: form.body, timeoutMillis: 30_000 }))['id']);
}

function once(account: Account, { method, path, params = {}, key }: Ask): Promise<VendorAnswer> {
  const form = encode(params).toString();
  const headers = headersFor(account, method === 'GET' ? undefined : key);
  if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded';
  const url = `${API}${path}${method !== 'POST' && form ? `?${form}` : ''}`;
  return callVendor(url, { method, headers, ...(method === 'POST' && { body: form }) });
}

function headersFor(account: Account, key: string | undefined): Record<string, string> {
  const connected = account.secrets['secretKey'] === undefined;
  const secret = account.secrets['secretKey'] ?? account.app?.secrets['secretKey'];
  if (!secret) throw new Refusal('not_connected', 'Stripe is not connected.');
  const headers: Record<string, string> = { authorization: `Bearer ${secret}`, 'stripe-version': VERSION };
  if (connected && account.accountId) headers['stripe-account'] = account.accountId;
  if (key) headers['idempotency-key'] = key;
  return headers;
}

function codeOf({ json }: VendorAnswer): unknown {
  return (json['error'] as Json | undefined)?.['code'];
}

function read(answer: VendorAnswer): Json {
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  const error = (answer.json['error'] as Json | undefined) ?? {};
  if (answer.status === 401) throw new Refusal('not_connected', 'Stripe does not accept our key any more. Connect it again.');
  if (answer.status >= 400 && answer.status < 500 && ![408, 409, 429].includes(answer.status)) throw new StripeRefused(error);
  throw new Error(`Stripe answered ${answer.status}${error['message'] ? `: ${String(error['message'])}` : ''}`);
}

/** Nested values as Stripe reads them: `metadata[order]=1`, `line_items[0][quantity]=1`. */
export function encode(params: Params): URLSearchParams {
  const form = new URLSearchParams();
  const add = (name: string, value: Params[string]): void => {
    if (value === undefined) return;
    if (Array.isArray(value)) value.forEach((each: Params | string, i) => add(`${name}[${i}]`, each));
    else if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner as Params[string]);
    else form.append(name, String(value));
  };
  for (const [name, value] of Object.entries(params)) add(name, value);
  return form;
}
