import { schedule } from '#platform/events/reaction.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { later, MINUTE, now } from '#platform/time.ts';
import { actOutside } from './outside-actions.ts';
import { lookOutside } from './look-outside.ts';

const PART = 200;
/** Longer than a seller is waited for. Whoever died while asking is replaced after it; a seller that is away is asked again then. */
const LEASE = 5 * MINUTE;

/** Every minute: sellers are asked about subscriptions of which no message came, and those of workspaces that leave are ended there. */
export const lookAtSellers = schedule({
  name: 'billing.look-at-sellers',
  everySeconds: 60,
  async runForAll() {
    const failed: unknown[] = [];
    const tried = async (id: string, work: () => Promise<unknown>) => work().catch((error: unknown) => failed.push(new Error(`workspace ${id}`, { cause: error })));
    for (const id of await dueLooks()) await tried(id, () => lookOutside({ workspaceId: id }));
    for (const id of await leaving()) await tried(id, () => endForOneWhoLeaves(id));
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} subscriptions could not be asked about`);
  },
});

async function dueLooks(): Promise<string[]> {
  const rows = await platformRead('billing', (q) => q.sql<{ id: string }>`
    update workspace_billing set outside_look_at = ${later(now(), LEASE)}
    where id in (select id from workspace_billing where outside_look_at <= ${now()} order by outside_look_at limit ${PART} for update skip locked) returning workspace_id as id`);
  return rows.map(({ id }) => id);
}

async function leaving(): Promise<string[]> {
  const rows = await platformRead('billing', (q) => q.sql<{ id: string }>`
    select b.workspace_id as id from workspace_billing b join workspaces w on w.id = b.workspace_id where b.outside_id is not null and not b.ends and w.delete_after is not null limit ${PART}`);
  return rows.map(({ id }) => id);
}

function endForOneWhoLeaves(workspaceId: string): Promise<boolean> {
  return actOutside({ workspaceId }, () => [{ does: 'end later' }]);
}
