import { taskCause } from '#modules/tasks/index.ts';
import { jobParked } from '#platform/jobs/parked-event.ts';
import { connectors } from './connector.ts';
import { connectionChanged, inboundRecovered } from './events.ts';

interface About {
  connectionId?: string;
  reaction?: string;
  about?: string;
}

export const HEARS = 'integrations.hear';

/** Messages of a company that failed every attempt: one task for each company, however many there are. */
export const failedMessagesTask = taskCause<About>({
  name: 'integrations.failed-task',
  kind: 'failed-messages',
  says: 'Messages that failed',
  comes: 'A message of a connected company fails every attempt. Done when all of them have been worked off.',
  usual: { priority: 'high', dueHours: 24 },
  on: [jobParked, inboundRecovered, connectionChanged] as never,
  when: ({ reaction }) => reaction === undefined || reaction === HEARS,
  async of({ connectionId, about }, r) {
    if (connectionId) return [connectionId];
    return (await r.sql<{ id: string }>`select connection_id as id from inbound_messages where id = ${about ?? null}::uuid`).map(({ id }) => id);
  },
  again: (_data, { event }) => event === jobParked.name,
  async look(tx, id) {
    const [failed] = await tx.sql<{ vendor: string; trouble: string }>`
      select c.vendor, m.last_error as trouble from integration_connections c join inbound_messages m on m.connection_id = c.id and m.state = 'failed'
      where c.id = ${id} and c.state <> 'disconnected' order by m.received_at desc limit 1`;
    if (!failed) return undefined;
    const says = connectors.all().get(failed.vendor)?.says ?? failed.vendor;
    return { title: `See why messages of ${says} fail, then replay them`, note: failed.trouble, storefrontId: null, about: { type: 'integrations', id, label: says, link: `/integrations/messages?filter[vendor]=${failed.vendor}&filter[state]=failed` } };
  },
});
