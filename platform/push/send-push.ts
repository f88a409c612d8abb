import webPush from 'web-push';
import { config } from '../config.ts';
import { pushKeys } from './push-keys.ts';

/** A browser's address for pushes, as `PushSubscription.toJSON()` gives it. */
export interface PushAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface Push {
  /** At most about 3,900 bytes once written as JSON. */
  payload: unknown;
  /** Seconds the push service keeps it for a device that is off. */
  ttlSeconds: number;
  urgency: 'very-low' | 'low' | 'normal' | 'high';
  /** A newer push of the same topic replaces one not yet delivered; at most 32 base64url characters. */
  topic?: string;
}

/** sent: taken by the push service. gone: this browser no longer wants any. later: try again, in `seconds` if it said so. refused: never. */
export type PushOutcome = { state: 'sent' } | { state: 'gone' } | { state: 'later'; seconds: number | undefined; sentence: string } | { state: 'refused'; sentence: string };

const TIMEOUT_MILLIS = 10_000;
let timeout = TIMEOUT_MILLIS;

// A subscription's address comes from outside: without this list it could make us call any machine we can reach.
const SERVICES = [/^fcm\.googleapis\.com$/, /^updates\.push\.services\.mozilla\.com$/, /\.push\.apple\.com$/, /\.notify\.windows\.com$/];
let extra: string | undefined;

/** Test support: lets this origin count as a push service, and shortens the patience with it. */
export function usePushService(origin: string | undefined, options: { timeoutMillis?: number } = {}): void {
  extra = origin;
  timeout = options.timeoutMillis ?? TIMEOUT_MILLIS;
}

/** Whether this is an address of one of the browsers' push services. */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, origin } = new URL(endpoint);
  return (extra !== undefined && origin === extra) || (protocol === 'https:' && SERVICES.some((service) => service.test(hostname)));
}

/** Sends one push: encrypted for the browser (RFC 8291), signed as ours (RFC 8292). Never throws for what the service answers. */
export async function sendPush(to: PushAddress, push: Push): Promise<PushOutcome> {
  if (!isPushService(to.endpoint)) return { state: 'refused', sentence: 'This is not an address of a push service.' };
  const { url, init } = await requestOf(to, push);
  try {
    return outcomeOf(await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeout) }));
  } catch (error) {
    return { state: 'later', seconds: undefined, sentence: `The push service did not answer (${(error as Error).name}).` };
  }
}

async function requestOf(to: PushAddress, { payload, ttlSeconds, urgency, topic }: Push): Promise<{ url: string; init: RequestInit }> {
  const keys = await pushKeys();
  const details = webPush.generateRequestDetails({ endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } }, JSON.stringify(payload), {
    TTL: ttlSeconds,
    urgency,
    contentEncoding: 'aes128gcm',
    vapidDetails: { subject: contact(), ...keys },
    ...(topic !== undefined && { topic }),
  });
  const headers = Object.fromEntries(Object.entries(details.headers).filter(([name]) => name.toLowerCase() !== 'content-length').map(([name, value]) => [name, String(value)]));
  return { url: details.endpoint, init: { method: 'POST', headers, body: new Uint8Array(details.body!) } };
}

// Push services want somebody to write to when we misbehave; Apple refuses a contact that cannot be one.
function contact(): string {
  const address = /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(config().MAIL_FROM)?.[1];
  return `mailto:${address ?? 'nobody@localhost'}`;
}

async function outcomeOf(answer: Response): Promise<PushOutcome> {
  await answer.body?.cancel();
  const { status } = answer;
  if (answer.ok) return { state: 'sent' };
  if (status === 404 || status === 410) return { state: 'gone' };
  if (status === 429 || status >= 500) return { state: 'later', seconds: secondsOf(answer.headers.get('retry-after')), sentence: `The push service answered ${status}.` };
  return { state: 'refused', sentence: `The push service answered ${status}.` };
}

/** Retry-After is seconds or a date (RFC 9110). */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), 86_400) : undefined;
}
