import { reaction, type Heard } from '#platform/events/reaction.ts';
import { registry } from '#platform/registry.ts';
import type { Queries } from '#platform/db/query.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { wakeSender } from './sender.ts';

const WANTED = `select distinct f.id from unnest($1::uuid[], $2::uuid[], $3::text[]) as f(id, workspace_id, event)
  join webhook_endpoints e on e.workspace_id = f.workspace_id and e.state <> 'disabled' and (cardinality(e.events) = 0 or f.event = any(e.events))`;

/** Makes a message of each fact that some endpoint wants, and a delivery for each of those endpoints. */
export const prepareDeliveries = reaction<Record<string, unknown>>({
  name: 'webhooks.prepare',
  on: () => registry.events().map((event) => event.name),
  async among(q: Queries, facts: readonly Heard[]) {
    const wanted = await q.query<{ id: string }>(WANTED, [facts.map((f) => f.id), facts.map((f) => f.workspace_id), facts.map((f) => f.event)]);
    const ids = new Set(wanted.map(({ id }) => id));
    return facts.filter((fact) => ids.has(fact.id));
  },
  async apply(tx, data, told) {
    await prepareMessage(tx, { factId: told.id, event: told.event, at: told.at, data });
  },
});

export interface News {
  factId: string | null;
  event: string;
  at: string;
  data: unknown;
  /** Only this endpoint, whatever it listens to. */
  endpointId?: string;
}

/** Writes the message and its deliveries, and answers their ids; the sender finds them after commit. */
export async function prepareMessage(tx: Tx, { factId, event, at, data, endpointId }: News): Promise<string[]> {
  const body = JSON.stringify({ type: event, timestamp: at, data });
  const deliveries = await tx.sql<{ id: string }>`
    with message as (
      insert into webhook_messages (fact_id, event, body, at) values (${factId}, ${event}, ${body}, ${at}::timestamptz)
      on conflict (workspace_id, fact_id) do nothing returning id
    )
    insert into webhook_deliveries (message_id, endpoint_id, event, next_attempt)
    select message.id, e.id, ${event}, ${tx.now} from message, webhook_endpoints e
    where case when ${endpointId ?? null}::uuid is null then e.state <> 'disabled' and (cardinality(e.events) = 0 or ${event} = any(e.events)) else e.id = ${endpointId ?? null}::uuid end
    returning id`;
  wakeSender();
  return deliveries.map(({ id }) => id);
}
