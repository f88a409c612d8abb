import type { IncomingMessage, ServerResponse } from 'node:http';
import { storefrontByKey, type FoundStorefront } from '#modules/storefronts/index.ts';
import { limitOf } from '#modules/tiers/index.ts';
import { answers, type KeptAnswer } from '#platform/http/answer-cache.ts';
import { countRequest } from '#platform/http/metrics.ts';
import { requestIdOf } from '#platform/http/request.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { budgetOf, counted, refuseUnwelcome, type SentHeaders } from './storefront-door.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers that lie ready as bytes leave straight from Node's own request: the same door, budget and headers as in the API, without
 * a Request and a Response in between. Whatever has to wait, is refused or is not kept goes on to the whole program.
 */
export function quickAnswers(limiter: RateLimiter, others: Listener): Listener {
  return (request, response) => {
    if (request.method === 'GET' && request.url?.startsWith('/api/storefront/') && answeredAtOnce(limiter, request, response)) return;
    others(request, response);
  };
}

function answeredAtOnce(limiter: RateLimiter, request: IncomingMessage, response: ServerResponse): boolean {
  const started = performance.now();
  const sent = headersOf(request);
  const found = knownCaller(sent);
  const kept = found && answers.get(found.workspaceId, `${found.id}|${request.url}`);
  if (!kept || !found.permissions.includes(kept.from.needs)) return false;
  const headers = passage(limiter, found, sent);
  if (!headers) return false;
  const status = write(response, kept, sent, headers);
  countRequest(kept.from.name, status, (performance.now() - started) / 1_000);
  return true;
}

function headersOf({ headers }: IncomingMessage): SentHeaders {
  return {
    get(name) {
      const value = headers[name];
      return typeof value === 'string' ? value : null;
    },
  };
}

// Somebody with a name, or who wants it fresh, is not answered from what is kept.
function knownCaller(sent: SentHeaders): FoundStorefront | undefined {
  const key = sent.get('x-storefront-key');
  if (!key || sent.get('authorization') || sent.get('cache-control') === 'no-cache') return undefined;
  const found = storefrontByKey(key);
  return found && !(found instanceof Promise) && isWelcome(found, sent) ? found : undefined;
}

// The whole program says why not.
function isWelcome(found: FoundStorefront, sent: SentHeaders): boolean {
  try {
    refuseUnwelcome(found, sent);
    return true;
  } catch {
    return false;
  }
}

/** The headers of the door for a request that is within its budget; undefined for one that has to wait or is refused. */
function passage(limiter: RateLimiter, found: FoundStorefront, sent: SentHeaders): Record<string, string> | undefined {
  const limit = limitOf(found.workspaceId, 'requests');
  if (limit instanceof Promise) return undefined;
  if (limit === null) return counted(found, undefined, sent);
  const taken = limiter.takeAtOnce(budgetOf(found), limit);
  return taken?.ok ? counted(found, taken, sent) : undefined;
}

function write(response: ServerResponse, { body, etag }: KeptAnswer, sent: SentHeaders, headers: Record<string, string>): number {
  const same = sent.get('if-none-match') === etag;
  const status = same ? 304 : 200;
  const own = { etag, 'x-request-id': requestIdOf({ headers: sent }) };
  response.writeHead(status, { ...headers, ...own, ...(!same && { 'content-type': 'application/json', 'content-length': String(body.length) }) });
  response.end(same ? undefined : body);
  return status;
}
