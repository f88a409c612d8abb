import { log } from '#platform/log.ts';
import { later, now, SECOND } from '#platform/time.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { Recorder } from './recorder.ts';
import { prepareToSend, send, type Ready } from './send.ts';

/** At once in this process, and of them to one endpoint: a hanging one keeps its few places and nobody else's. */
const MOST_AT_ONCE = 128;
const MOST_TO_ONE = 4;
/** How long a sender has a delivery for itself; after a crash somebody else takes it then. */
const LEASE = 30 * SECOND;
const POLL_MILLIS = 1_000;
/** Places that become free close together are filled together. */
const GATHER_MILLIS = 15;

interface Due {
  id: string;
  workspace_id: string;
  endpoint_id: string;
}

// The places left of each endpoint are counted before any is locked, so one endpoint's backlog cannot fill the list. One that
// failed last time gets a single place until it answers, and those that answer go first. Each candidate is looked up by its key: right
// after a hundred thousand deliveries were written the planner knows nothing of them, and a join of its choice took minutes.
export const CLAIM = `
with ranked as (
  select workspace_id, id, failing, next_attempt, row_number() over (partition by workspace_id, endpoint_id order by next_attempt, id) as place,
    coalesce(($3::jsonb ->> endpoint_id::text)::int, 0) as taken
  from (select d.workspace_id, d.id, d.endpoint_id, d.next_attempt, e.failures > 0 as failing from webhook_deliveries d
    join webhook_endpoints e on e.workspace_id = d.workspace_id and e.id = d.endpoint_id and e.state = 'active' and (e.rest_until is null or e.rest_until <= $1)
    where d.state = 'waiting' and d.next_attempt <= $1 order by d.next_attempt limit 5000) due
), candidates as materialized (
  select workspace_id, id from ranked where place + taken <= case when failing then 1 else ${MOST_TO_ONE} end order by failing, next_attempt limit $4::int * 4
), mine as materialized (
  select d.row from candidates c cross join lateral (
    select ctid as row from webhook_deliveries w
    where w.workspace_id = c.workspace_id and w.id = c.id and w.state = 'waiting' and w.next_attempt <= $1 for update skip locked) d
  limit $4::int
)
update webhook_deliveries d set next_attempt = $2 where d.ctid = any (array (select row from mine))
returning d.id, d.workspace_id, d.endpoint_id`;

/** Sends what is due, many at once and few to each endpoint, for all workspaces. One of these runs in every process. */
class Sender {
  readonly #underWay = new Map<string, number>();
  readonly #sends = new Set<Promise<void>>();
  readonly #recorder = new Recorder();
  #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  start(): void {
    this.#stopped = false;
    this.#end = new AbortController();
    this.#timer = setInterval(() => this.#wake(), POLL_MILLIS).unref();
  }

  wakeIn(millis: number): void {
    if (this.#soon) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.#wake();
    }, millis).unref();
  }

  #wake(): void {
    if (this.#stopped || !this.#timer) return;
    this.#again = this.#looking !== undefined;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#again) this.#wake();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#looking;
    this.#end.abort();
    await Promise.all(this.#sends);
  }

  async #look(): Promise<void> {
    try {
      const due = Map.groupBy(await this.#claim(), (each) => each.workspace_id);
      await Promise.all([...due].map(([workspaceId, some]) => this.#begin(systemContext(workspaceId), some)));
    } catch (error) {
      log.warn('Webhooks could not be looked for; the next look will.', { error: (error as Error).message });
    }
  }

  async #claim(): Promise<Due[]> {
    const busy = [...this.#underWay.values()].reduce((a, b) => a + b, 0);
    if (busy >= MOST_AT_ONCE) return [];
    const values = [now(), later(now(), LEASE), JSON.stringify(Object.fromEntries(this.#underWay)), MOST_AT_ONCE - busy];
    return platformRead('webhooks', (q) => q.query<Due>(CLAIM, values));
  }

  async #begin(ctx: Context, due: readonly Due[]): Promise<void> {
    const ready = await ctx.read((r) => prepareToSend(r, due.map((each) => each.id)));
    for (const each of ready) {
      const sending = this.#send(ctx, each).finally(() => this.#sends.delete(sending));
      this.#sends.add(sending);
    }
  }

  // A try that was broken off by our own end did not happen.
  async #send(ctx: Context, ready: Ready): Promise<void> {
    const { deliveryId, endpointId } = ready;
    const { signal } = this.#end;
    this.#count(endpointId, 1);
    const began = performance.now();
    const outcome = await send(ready, signal);
    await faultPoint('webhooks.after-send');
    if (!signal.aborted || outcome.status !== null) await this.#recorder.record(ctx, { deliveryId, endpointId, millis: Math.round(performance.now() - began), outcome });
    this.#count(endpointId, -1);
    this.wakeIn(GATHER_MILLIS);
  }

  #count(endpointId: string, by: number): void {
    const n = (this.#underWay.get(endpointId) ?? 0) + by;
    if (n > 0) this.#underWay.set(endpointId, n);
    else this.#underWay.delete(endpointId);
  }
}

const sender = new Sender();

/** Starts sending in this process. The answer stops it: what is being sent is broken off and tried again by the next one. */
export function startSender(): () => Promise<void> {
  sender.start();
  return () => sender.stop();
}

/** There may be something to send; called before commit it may come too early, so a look follows within a second anyway. */
export function wakeSender(): void {
  sender.wakeIn(30);
}

function systemContext(workspaceId: string): Context {
  return openContext({ workspaceId, actor: { kind: 'system', name: 'webhooks' }, capabilities: 'all' });
}
