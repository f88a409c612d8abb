import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { eq, sql } from 'drizzle-orm';
import { Endpoint, EndpointState, readEndpoint, shown } from './endpoint.ts';
import { PLAIN_HEADERS } from './send.ts';
import { webhookDeliveries, webhookEndpoints } from './tables.ts';

export const endpointList = listView({
  name: 'webhooks.endpoints',
  route: 'GET /webhooks/endpoints',
  says: 'Webhook endpoints',
  needs: 'webhooks:read',
  from: webhookEndpoints,
  opens: '/webhooks/:id',
  columns: {
    url: column(webhookEndpoints.url, { says: 'Address', search: true, filter: 'text', sort: true }),
    description: column(webhookEndpoints.description, { says: 'Description', search: true }),
    state: column(webhookEndpoints.state, { says: 'State', filter: 'any of', values: ['active', 'paused', 'disabled'] }),
    events: column(webhookEndpoints.events, { says: 'Events', type: 'json' }),
    failures: column(webhookEndpoints.failures, { says: 'Failures in a row', sort: true }),
    lastDeliveredAt: column(webhookEndpoints.lastDeliveredAt, { says: 'Last delivered', sort: true }),
    lastError: column(webhookEndpoints.lastError, { says: 'Last error' }),
    createdAt: column(webhookEndpoints.createdAt, { says: 'Added', filter: 'dates', sort: 'newest first' }),
  },
});

export const endpointView = view({
  name: 'webhooks.endpoint',
  route: 'GET /webhooks/endpoints/:id',
  says: 'A webhook endpoint',
  needs: 'webhooks:read',
  input: z.object({ id: z.uuid() }),
  output: Endpoint.extend({ waiting: z.int().meta({ description: 'deliveries that still will be tried' }), failed: z.int().meta({ description: 'deliveries given up' }) }),
  async read(r, { id }) {
    const endpoint = shown(await readEndpoint(r, id));
    const [open] = await r.sql<{ waiting: number; failed: number }>`
      select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed
      from webhook_deliveries where endpoint_id = ${id} and state <> 'delivered'`;
    return { ...endpoint, ...open! };
  },
});

/** Everything that can be heard: what an endpoint chooses from. */
export const webhookEvents = view({
  name: 'webhooks.events',
  route: 'GET /webhooks/events',
  says: 'Events that webhooks can carry',
  needs: 'webhooks:read',
  input: z.object({}),
  output: z.object({ data: z.array(z.object({ name: z.string(), says: z.string() })) }),
  read: async () => ({ data: registry.events().map(({ name, says }) => ({ name, says })).toSorted((a, b) => (a.name < b.name ? -1 : 1)) }),
});

export const deliveryList = listView({
  name: 'webhooks.deliveries',
  route: 'GET /webhooks/deliveries',
  says: 'Webhook deliveries',
  needs: 'webhooks:read',
  from: webhookDeliveries,
  joins: [{ table: webhookEndpoints, on: eq(webhookEndpoints.id, webhookDeliveries.endpointId) }],
  columns: {
    event: column(webhookDeliveries.event, { says: 'Event', filter: 'text', search: true }),
    state: column(webhookDeliveries.state, { says: 'State', filter: 'any of', values: ['waiting', 'delivered', 'failed'] }),
    url: column(webhookEndpoints.url, { says: 'Address', search: true, searchIn: (like) => sql`webhook_deliveries.endpoint_id in (select e.id from webhook_endpoints e where e.url ilike ${like})` }),
    endpointId: column(webhookDeliveries.endpointId, { says: 'Endpoint', filter: 'any of' }),
    attempts: column(webhookDeliveries.attempts, { says: 'Tries', filter: 'range', sort: true }),
    lastStatus: column(webhookDeliveries.lastStatus, { says: 'Last answer', filter: 'range' }),
    lastError: column(webhookDeliveries.lastError, { says: 'Last error' }),
    nextAttempt: column(webhookDeliveries.nextAttempt, { says: 'Next try', filter: 'dates' }),
    createdAt: column(webhookDeliveries.createdAt, { says: 'Told', filter: 'dates', sort: 'newest first' }),
  },
});

const Delivery = z.object({
  id: z.uuid(),
  endpointId: z.uuid(),
  url: z.string(),
  endpointState: EndpointState,
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  messageId: z.string().meta({ description: 'the header webhook-id: the same on every try' }),
  headers: z.record(z.string(), z.string()).meta({ description: 'those that are the same on every try; each carries webhook-timestamp and webhook-signature besides' }),
  body: z.string(),
  createdAt: z.iso.datetime(),
  nextAttempt: z.iso.datetime().nullable().meta({ description: 'while it is being sent: when somebody else would take it over' }),
  attempts: z.array(z.object({ at: z.iso.datetime(), millis: z.int(), status: z.int().nullable(), answer: z.string(), error: z.string() })),
});

type DeliveryRow = Pick<z.infer<typeof Delivery>, 'id' | 'endpointId' | 'url' | 'endpointState' | 'event' | 'state' | 'messageId' | 'body'> & { createdAt: Date; nextAttempt: Date | null };

export const deliveryView = view({
  name: 'webhooks.delivery',
  route: 'GET /webhooks/deliveries/:id',
  says: 'A webhook delivery with its tries',
  needs: 'webhooks:read',
  input: z.object({ id: z.uuid() }),
  output: Delivery,
  async read(r, { id }) {
    const [row] = await r.sql<DeliveryRow>`
      select d.id, d.endpoint_id as "endpointId", e.url, e.state as "endpointState", d.event, d.state, 'msg_' || m.id as "messageId", m.body, d.created_at as "createdAt", d.next_attempt as "nextAttempt"
      from webhook_deliveries d join webhook_messages m on m.id = d.message_id join webhook_endpoints e on e.id = d.endpoint_id where d.id = ${id}`;
    if (!row) throw notFound('This delivery');
    const attempts = await r.sql<{ at: Date; millis: number; status: number | null; answer: string; error: string }>`
      select at, millis, status, answer, error from webhook_attempts where delivery_id = ${id} order by at desc limit 100`;
    const times = { createdAt: row.createdAt.toISOString(), nextAttempt: row.nextAttempt?.toISOString() ?? null };
    return { ...row, ...times, headers: { ...PLAIN_HEADERS, 'webhook-id': row.messageId }, attempts: attempts.map((each) => ({ ...each, at: each.at.toISOString() })) };
  },
});
