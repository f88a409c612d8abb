import { schedule } from '#platform/events/reaction.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { later, MINUTE, now } from '#platform/time.ts';
import { carryOutKeeping } from './keep-card.ts';
import { forgetKept } from './let-go.ts';

const PART = 200;
/** Longer than a provider is waited for. One that is away is told again then. */
const LEASE = 5 * MINUTE;

interface Due {
  id: string;
  workspaceId: string;
}

/** Every minute: pages of which nobody came back and no message came are asked about, and cards nobody charges any more are let go of. */
export const followPages = schedule({
  name: 'billing.follow-pages',
  everySeconds: 60,
  async runForAll() {
    const failed: unknown[] = [];
    const tried = async ({ workspaceId }: Due, work: () => Promise<unknown>) => work().catch((error: unknown) => failed.push(new Error(`workspace ${workspaceId}`, { cause: error })));
    for (const each of await openPages()) await tried(each, () => carryOutKeeping(each, each.id));
    for (const each of await toLetGo()) await tried(each, () => forgetKept(each.workspaceId, each.id));
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} pages or cards for tiers could not be looked after`);
  },
});

function openPages(): Promise<Due[]> {
  return platformRead('billing', (q) => q.sql<Due>`select id, workspace_id as "workspaceId" from billing_keepings where state = 'asked' and next_try <= ${now()} order by next_try limit ${PART}`);
}

function toLetGo(): Promise<Due[]> {
  return platformRead('billing', (q) => q.sql<Due>`
    update billing_keepings set let_go_at = ${later(now(), LEASE)}
    where (workspace_id, id) in (select workspace_id, id from billing_keepings where let_go_at <= ${now()} order by let_go_at limit ${PART} for update skip locked) returning id, workspace_id as "workspaceId"`);
}
