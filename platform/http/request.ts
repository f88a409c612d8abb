import { config } from '../config.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';

const MOST_BODY = 4 * 1024 * 1024;

/** The caller's own request id when it is a sane one, else a new one. */
export function requestIdOf(request: { headers: { get(name: string): string | null } }): string {
  const given = request.headers.get('x-request-id');
  return given && /^[\w-]{8,64}$/.test(given) ? given : newId();
}

/**
 * The caller's address; a proxy is believed only when the operator says there is one. It appends what it saw, so the last
 * entry is its word and everything before it is the caller's own claim.
 */
export function addressOf(request: Request, socketAddress: string | undefined): string {
  if (config().TRUST_PROXY) return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? socketAddress ?? '';
  return socketAddress ?? '';
}

/** Whether the caller sits in the operator's own network. Somebody passed on by a proxy we do not know never does. */
export function fromOwnNetwork(request: Request, socketAddress: string | undefined): boolean {
  if (!config().TRUST_PROXY && request.headers.has('x-forwarded-for')) return false;
  return /^(::1$|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.))/.test(addressOf(request, socketAddress));
}

/** The JSON object of a request body, `{}` when it is empty, or a refusal in words. */
export async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) throw tooLarge();
  const text = await request.text();
  if (text.length > MOST_BODY) throw tooLarge();
  if (text.trim() === '') return {};
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('invalid', 'The request body must be a JSON object.');
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', 'The request body is not valid JSON.');
  }
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'The request body is larger than 4 MiB.');
}

/** Query parameters as an object: `filter[status]=paid` becomes `{ filter: { status: 'paid' } }`. */
export function queryOf(url: string): Record<string, unknown> {
  const start = url.indexOf('?');
  if (start === -1) return {};
  const out: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(url.slice(start + 1))) {
    const nested = /^(\w+)\[([\w.-]+)\]$/.exec(key);
    if (!nested) out[key] = value;
    else ((out[nested[1]!] ??= {}) as Record<string, unknown>)[nested[2]!] = value;
  }
  return out;
}
