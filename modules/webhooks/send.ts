import { log } from '#platform/log.ts';
import { callOutside } from '#platform/outside/call-outside.ts';
import { Refusal } from '#platform/refusal.ts';
import { now, SECOND } from '#platform/time.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { openSecret } from './endpoint.ts';
import type { Outcome } from './outcome.ts';
import { retryAfter } from './retry-plan.ts';
import { signedHeaders } from './signature.ts';

const TIMEOUT = 15 * SECOND;

/** One delivery as it goes out. */
export interface Ready {
  deliveryId: string;
  endpointId: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

interface Row {
  id: string;
  endpointId: string;
  messageId: string;
  body: string;
  url: string;
  secret: string;
  oldSecret: string | null;
  oldUntil: Date | null;
}

/** Signs deliveries. A paused or disabled endpoint keeps what waits for it until it is switched on again. */
export async function prepareToSend(r: Reader, deliveryIds: readonly string[]): Promise<Ready[]> {
  const rows = await r.sql<Row>`
    select d.id, e.id as "endpointId", m.id as "messageId", m.body, e.url, e.secret_sealed as secret, e.old_secret_sealed as "oldSecret", e.old_until as "oldUntil"
    from webhook_deliveries d join webhook_messages m on m.id = d.message_id join webhook_endpoints e on e.id = d.endpoint_id
    where d.id = any(${deliveryIds}::uuid[]) and d.state = 'waiting' and e.state = 'active'`;
  const prepared = await Promise.allSettled(rows.map((row) => signed(r, row)));
  return prepared.flatMap((each, i) => (each.status === 'fulfilled' ? [each.value] : cannotSign(rows[i]!.id, each.reason as Error)));
}

function cannotSign(delivery: string, { message }: Error): [] {
  log.warn('A webhook could not be signed; it will be tried again.', { delivery, error: message });
  return [];
}

async function signed(r: Reader, row: Row): Promise<Ready> {
  const headers = signedHeaders({ id: `msg_${row.messageId}`, at: now(), body: row.body }, await secretsOf(r, row));
  return { deliveryId: row.id, endpointId: row.endpointId, url: row.url, body: row.body, headers: { ...headers, ...PLAIN_HEADERS } };
}

export const PLAIN_HEADERS = { 'content-type': 'application/json', 'user-agent': 'Quickdash-Webhooks/1.0' };

async function secretsOf(r: Reader, { secret, oldSecret, oldUntil }: Row): Promise<string[]> {
  const former = oldSecret && oldUntil && oldUntil > now() ? [oldSecret] : [];
  return Promise.all([secret, ...former].map((sealed) => openSecret(r, sealed)));
}

/** One try, and what came of it. */
export async function send({ url, headers, body }: Ready, signal: AbortSignal): Promise<Outcome> {
  try {
    const heard = await callOutside(url, { method: 'POST', headers, body, timeoutMillis: TIMEOUT, mostBytes: 2_000, signal });
    return { status: heard.status, answer: heard.text, error: '', wish: retryAfter(heard.headers['retry-after'], now()) };
  } catch (error) {
    const sentence = error instanceof Refusal ? error.sentence : inWords(error as NodeJS.ErrnoException);
    return { status: null, answer: '', error: sentence, wish: undefined };
  }
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens at this address.',
  ECONNRESET: 'The receiver broke the connection off.',
  ENOTFOUND: 'There is no server of this name.',
  EAI_AGAIN: 'The name of the server could not be looked up.',
  ETIMEDOUT: 'The receiver could not be reached in time.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  CERT_HAS_EXPIRED: 'The receiver’s certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The receiver’s certificate is signed by nobody we know.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The receiver’s certificate is signed by nobody we know.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The receiver’s certificate is for another name.',
};

function inWords({ code, message }: NodeJS.ErrnoException): string {
  if (message === 'no answer in time') return 'It did not answer within 15 seconds.';
  return (code && WORDS[code]) ?? message;
}
