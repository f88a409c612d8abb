import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { outsideUrl } from '#platform/outside/call-outside.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { DAY, later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { Endpoint, lockEndpoint, openSecret, readEndpoint, sealSecret, shown } from './endpoint.ts';
import { webhookEndpointChanged } from './events.ts';
import { newWebhookSecret } from './signature.ts';

const MOST_ENDPOINTS = 1_000;
/** How long both secrets sign after a rotation. */
const OVERLAP = DAY;

const Url = z.string().trim().max(2_000).meta({ description: 'https address that takes POST requests' });
const Description = z.string().trim().max(200);
const Events = z.array(z.string()).max(500).meta({ description: 'names of events, see webhooks.events; none means all' });

const Wish = z.object({ url: Url, description: Description.default(''), events: Events.default([]) });
// Without the defaults: what a change leaves out stays as it was.
const ChangeWish = z.object({ id: z.uuid(), url: Url, description: Description, events: Events, state: z.enum(['active', 'paused']) }).partial().required({ id: true });
const WithSecret = Endpoint.extend({ secret: z.string().meta({ description: 'signs every delivery (Standard Webhooks)' }) });
const Which = z.object({ id: z.uuid() });

/** Adds an address that hears what happens; the answer carries the secret its deliveries are signed with. */
export const createEndpoint = operation({
  name: 'webhooks.create-endpoint',
  route: 'POST /webhooks/endpoints',
  says: 'Add a webhook endpoint',
  needs: 'webhooks:write',
  input: Wish,
  output: WithSecret,
  async run(tx, wish) {
    await requireRoomForOne(tx);
    const id = newId();
    const url = addressOf(wish.url);
    const sealed = await sealSecret(tx, newWebhookSecret());
    await tx.sql`insert into webhook_endpoints (id, url, description, events, secret_sealed) values (${id}, ${url}, ${wish.description}, ${knownEvents(wish.events)}, ${sealed})`;
    tx.changed({ record: 'webhook endpoint', id, after: { url, events: wish.events } });
    return changed(tx, id);
  },
  afterCommit: withSecret,
});

export const updateEndpoint = operation({
  name: 'webhooks.update-endpoint',
  route: 'PATCH /webhooks/endpoints/:id',
  says: 'Change, pause or switch on a webhook endpoint',
  needs: 'webhooks:write',
  input: ChangeWish,
  output: Endpoint,
  async run(tx, { id, ...wish }) {
    const before = await lockEndpoint(tx, id);
    const url = wish.url === undefined ? before.url : addressOf(wish.url);
    const events = wish.events ? knownEvents(wish.events) : before.events;
    const state = wish.state ?? before.state;
    // Switching on, or another address, is a fresh start.
    const fresh = wish.state === 'active' || url !== before.url;
    await tx.sql`update webhook_endpoints set url = ${url}, description = ${wish.description ?? before.description}, events = ${events}, state = ${state}, updated_at = ${tx.now},
      reason = case when ${state} = 'disabled' then reason else '' end, failures = case when ${fresh} then 0 else failures end,
      failing_since = case when ${fresh} then null else failing_since end, rest_until = case when ${fresh} then null else rest_until end where id = ${id}`;
    if (fresh) await tx.sql`update webhook_deliveries set next_attempt = ${tx.now} where endpoint_id = ${id} and state = 'waiting'`;
    tx.changed({ record: 'webhook endpoint', id, before: { url: before.url, events: before.events, state: before.state }, after: { url, events, state } });
    return shownWithoutSecret(await changed(tx, id));
  },
});

/** A new secret; the former one signs along for a day, so that receivers can change over without losing a delivery. */
export const rotateEndpointSecret = operation({
  name: 'webhooks.rotate-secret',
  route: 'POST /webhooks/endpoints/:id/secret',
  says: 'Give a webhook endpoint a new secret',
  needs: 'webhooks:write',
  input: Which,
  output: WithSecret,
  async run(tx, { id }) {
    await lockEndpoint(tx, id);
    const sealed = await sealSecret(tx, newWebhookSecret());
    await tx.sql`update webhook_endpoints set old_secret_sealed = secret_sealed, old_until = ${later(tx.now, OVERLAP)}, secret_sealed = ${sealed}, updated_at = ${tx.now} where id = ${id}`;
    return changed(tx, id);
  },
  afterCommit: withSecret,
});

export const deleteEndpoint = operation({
  name: 'webhooks.delete-endpoint',
  route: 'DELETE /webhooks/endpoints/:id',
  says: 'Remove a webhook endpoint',
  needs: 'webhooks:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const before = await lockEndpoint(tx, id);
    await tx.sql`delete from webhook_endpoints where id = ${id}`;
    tx.changed({ record: 'webhook endpoint', id, before: { url: before.url, events: before.events } });
    tx.tell(webhookEndpointChanged, { endpointId: id });
    return { id };
  },
});

async function requireRoomForOne(tx: Tx): Promise<void> {
  const [row] = await tx.sql<{ n: number }>`select count(*)::int as n from webhook_endpoints`;
  if (row!.n >= MOST_ENDPOINTS) throw new Refusal('too_many', `A workspace has at most ${MOST_ENDPOINTS} webhook endpoints.`);
}

// The refusal stands at its field of the form.
function addressOf(url: string): string {
  try {
    return outsideUrl(url).href;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.sentence, { fields: { url: error.sentence } });
  }
}

function knownEvents(names: readonly string[]): string[] {
  const known = new Set(registry.events().map((event) => event.name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Refusal('invalid', `There is no event named ${unknown.join(', ')}.`, { unknown });
  return [...new Set(names)];
}

async function changed(tx: Tx, id: string): Promise<z.infer<typeof WithSecret>> {
  tx.tell(webhookEndpointChanged, { endpointId: id });
  return { ...shown(await readEndpoint(tx, id)), secret: '' };
}

function shownWithoutSecret({ secret: _, ...endpoint }: z.infer<typeof WithSecret>): Endpoint {
  return endpoint;
}

// The secret is not part of the stored answer: a repeated request opens it from the vault again.
async function withSecret(ctx: Context, answer: z.infer<typeof WithSecret>): Promise<z.infer<typeof WithSecret>> {
  return ctx.read(async (r) => ({ ...answer, secret: await openSecret(r, (await readEndpoint(r, answer.id)).secret) }));
}
