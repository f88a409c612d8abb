import * as z from 'zod';
import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';

export const EndpointState = z.enum(['active', 'paused', 'disabled']);

export const Endpoint = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()).meta({ description: 'names of events; none means all' }),
  state: EndpointState,
  reason: z.string().meta({ description: 'why it was disabled' }),
  failures: z.int().meta({ description: 'failed tries since the last success' }),
  restUntil: z.iso.datetime().nullable().meta({ description: 'nothing is tried before' }),
  oldSecretUntil: z.iso.datetime().nullable().meta({ description: 'deliveries are signed with the former secret too until then' }),
  lastDeliveredAt: z.iso.datetime().nullable(),
  lastError: z.string().meta({ description: 'what went wrong last, in words' }),
  lastErrorAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Endpoint = z.infer<typeof Endpoint>;

export interface EndpointRow {
  id: string;
  url: string;
  description: string;
  events: string[];
  state: Endpoint['state'];
  reason: string;
  secret: string;
  oldSecret: string | null;
  oldUntil: Date | null;
  failures: number;
  failingSince: Date | null;
  restUntil: Date | null;
  lastDeliveredAt: Date | null;
  lastError: string;
  lastErrorAt: Date | null;
  createdAt: Date;
}

const COLUMNS = `id, url, description, events, state, reason, secret_sealed as secret, old_secret_sealed as "oldSecret", old_until as "oldUntil",
  failures, failing_since as "failingSince", rest_until as "restUntil", last_delivered_at as "lastDeliveredAt", last_error as "lastError", last_error_at as "lastErrorAt", created_at as "createdAt"`;
const FIND = `select ${COLUMNS} from webhook_endpoints where id = $1`;

export async function readEndpoint(r: Reader, id: string): Promise<EndpointRow> {
  return found(await r.query<EndpointRow>(FIND, [id]));
}

export async function lockEndpoint(tx: Tx, id: string): Promise<EndpointRow> {
  return found(await tx.query<EndpointRow>(`${FIND} for update`, [id]));
}

/** In the order of their ids, so that two who lock several never wait for each other in a circle. */
export function lockEndpoints(tx: Tx, ids: readonly string[]): Promise<EndpointRow[]> {
  return tx.query<EndpointRow>(`select ${COLUMNS} from webhook_endpoints where id = any($1::uuid[]) order by id for update`, [ids]);
}

function found([row]: EndpointRow[]): EndpointRow {
  if (!row) throw notFound('This endpoint');
  return row;
}

export function shown(row: EndpointRow): Endpoint {
  const { id, url, description, events, state, reason, failures, lastError } = row;
  const text = (at: Date | null) => at?.toISOString() ?? null;
  const times = { restUntil: text(row.restUntil), oldSecretUntil: text(row.oldUntil), lastDeliveredAt: text(row.lastDeliveredAt), lastErrorAt: text(row.lastErrorAt), createdAt: row.createdAt.toISOString() };
  return { id, url, description, events, state, reason, failures, lastError, ...times };
}

const WHY = { purpose: 'webhooks.secret' };

export function sealSecret(r: Reader, secret: string): Promise<string> {
  return vault().seal(r, secret, WHY);
}

export async function openSecret(r: Reader, sealed: string): Promise<string> {
  return (await vault().open(r, sealed, WHY)).reveal();
}
