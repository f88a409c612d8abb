import type { Context, Tx } from '#platform/tenancy/context.ts';
import { lockEndpoints, type EndpointRow } from './endpoint.ts';
import { webhookEndpointDisabled } from './events.ts';
import { healthAfter, nextOf, type DeliveryNext, type Health, type Outcome } from './outcome.ts';

export interface Attempt {
  deliveryId: string;
  endpointId: string;
  millis: number;
  outcome: Outcome;
}

interface DeliveryRow {
  id: string;
  state: DeliveryNext['state'];
  attempts: number;
}

/**
 * Writes tries down and decides what comes next for their deliveries and endpoints: many in one transaction, in a fixed number of
 * statements. What was removed meanwhile is passed over.
 */
export async function recordAttempts(ctx: Context, attempts: readonly Attempt[]): Promise<void> {
  await ctx.transaction(async (tx) => {
    const endpoints = new Map((await lockEndpoints(tx, attempts.map((each) => each.endpointId))).map((row) => [row.id, row]));
    const deliveries = await lockDeliveries(tx, attempts.map((each) => each.deliveryId));
    const known = attempts.filter((each) => endpoints.has(each.endpointId) && deliveries.has(each.deliveryId));
    const after = new Map<string, Health>(endpoints);
    for (const { endpointId, deliveryId, outcome } of known) {
      after.set(endpointId, healthAfter(after.get(endpointId)!, outcome, tx.now));
      const next = nextOf(deliveries.get(deliveryId)!, outcome, { at: tx.now, endpoint: after.get(endpointId)!, chance: Math.random() });
      deliveries.set(deliveryId, { id: deliveryId, ...next });
    }
    await storeAttempts(tx, known);
    await storeDeliveries(tx, known.map((each) => deliveries.get(each.deliveryId) as DeliveryRow & DeliveryNext));
    await storeHealth(tx, [...after].filter(([id, health]) => health !== endpoints.get(id)));
    for (const [id, { state, reason }] of after) if (state === 'disabled' && endpoints.get(id)!.state !== 'disabled') await disable(tx, endpoints.get(id)!, reason);
  });
}

async function lockDeliveries(tx: Tx, ids: string[]): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.sql<DeliveryRow>`select id, state, attempts from webhook_deliveries where id = any(${ids}::uuid[]) order by id for update`;
  return new Map(rows.map((row) => [row.id, row]));
}

// PostgreSQL's text holds no NUL, which a receiver may well answer with.
function printable(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, 1_000);
}

async function storeAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const of = <T>(pick: (each: Attempt) => T) => attempts.map(pick);
  await tx.sql`
    insert into webhook_attempts (delivery_id, at, millis, status, answer, error)
    select delivery_id, ${tx.now}, millis, status, answer, error
    from unnest(${of((a) => a.deliveryId)}::uuid[], ${of((a) => a.millis)}::int[], ${of((a) => a.outcome.status)}::int[],
      ${of((a) => printable(a.outcome.answer))}::text[], ${of((a) => printable(a.outcome.error))}::text[]) as t(delivery_id, millis, status, answer, error)`;
}

async function storeDeliveries(tx: Tx, rows: readonly (DeliveryRow & DeliveryNext)[]): Promise<void> {
  const of = <T>(pick: (each: DeliveryRow & DeliveryNext) => T) => rows.map(pick);
  await tx.sql`
    update webhook_deliveries d set state = t.state, attempts = t.attempts, next_attempt = t.next_attempt, last_status = t.last_status, last_error = t.last_error,
      ended_at = case when t.state = 'waiting' then null else ${tx.now}::timestamptz end
    from unnest(${of((r) => r.id)}::uuid[], ${of((r) => r.state)}::text[], ${of((r) => r.attempts)}::int[], ${of((r) => r.nextAttempt)}::timestamptz[],
      ${of((r) => r.lastStatus)}::int[], ${of((r) => printable(r.lastError))}::text[]) as t(id, state, attempts, next_attempt, last_status, last_error)
    where d.id = t.id`;
}

async function storeHealth(tx: Tx, changed: readonly (readonly [id: string, health: Health])[]): Promise<void> {
  const of = <T>(pick: (health: Health) => T) => changed.map(([, health]) => pick(health));
  await tx.sql`
    update webhook_endpoints e set state = t.state, reason = t.reason, failures = t.failures, failing_since = t.failing_since, rest_until = t.rest_until,
      last_delivered_at = t.last_delivered_at, last_error = t.last_error, last_error_at = t.last_error_at
    from unnest(${changed.map(([id]) => id)}::uuid[], ${of((h) => h.state)}::text[], ${of((h) => h.reason)}::text[], ${of((h) => h.failures)}::int[],
      ${of((h) => h.failingSince)}::timestamptz[], ${of((h) => h.restUntil)}::timestamptz[], ${of((h) => h.lastDeliveredAt)}::timestamptz[],
      ${of((h) => printable(h.lastError))}::text[], ${of((h) => h.lastErrorAt)}::timestamptz[])
      as t(id, state, reason, failures, failing_since, rest_until, last_delivered_at, last_error, last_error_at)
    where e.id = t.id`;
}

async function disable(tx: Tx, { id, url }: EndpointRow, reason: string): Promise<void> {
  await tx.sql`update webhook_deliveries set state = 'failed', next_attempt = null, ended_at = ${tx.now} where endpoint_id = ${id} and state = 'waiting'`;
  tx.tell(webhookEndpointDisabled, { endpointId: id, url, reason });
}
