import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { appsThere } from './app-keys.ts';
import { hookAddress } from './connect.ts';
import { accountFrom, allConnections, connectionTo, type ConnectionRow } from './connection.ts';
import { connectors, type Connector } from './connector.ts';
import { connectionChanged, inboundReceived } from './events.ts';
import { inboundMessages } from './tables.ts';

const Field = z.object({ key: z.string(), says: z.string(), about: z.string().optional(), secret: z.boolean().optional(), optional: z.boolean().optional(), choices: z.array(z.string()).optional() });

export const Integration = z.object({
  vendor: z.string(),
  says: z.string(),
  about: z.string(),
  group: z.string(),
  state: z.enum(['connected', 'broken', 'disconnected']),
  label: z.string().meta({ description: 'the account in the words of the vendor' }),
  lastVerifiedAt: z.string().nullable(),
  lastError: z.string(),
  lastErrorAt: z.string().nullable(),
  /** Ways to connect it here. */
  byKey: z.boolean(),
  bySignIn: z.boolean(),
});

function shown(vendor: string, connector: Connector, row: ConnectionRow | undefined, registered: ReadonlySet<string>): z.infer<typeof Integration> {
  const { says, about, group } = connector;
  return {
    vendor, says, about, group,
    state: row?.state ?? 'disconnected', label: row?.state === 'disconnected' ? '' : (row?.label ?? ''),
    lastVerifiedAt: row?.lastVerifiedAt?.toISOString() ?? null, lastError: row?.lastError ?? '', lastErrorAt: row?.lastErrorAt?.toISOString() ?? null,
    byKey: connector.keys !== undefined, bySignIn: connector.oauth !== undefined && registered.has(vendor),
  };
}

export const integrationList = view({
  name: 'integrations.list',
  route: 'GET /integrations',
  says: 'Integrations',
  needs: 'settings:read',
  input: z.object({}),
  output: z.object({ data: z.array(Integration) }),
  changesWith: [connectionChanged],
  async read(r) {
    const [rows, registered] = await Promise.all([allConnections(r), appsThere()]);
    return { data: [...connectors.all()].map(([vendor, connector]) => shown(vendor, connector, rows.find((row) => row.vendor === vendor), registered)) };
  },
});

const Backlog = z.object({ waiting: z.int(), failed: z.int(), oldest: z.string().nullable() });

export const integrationView = view({
  name: 'integrations.get',
  route: 'GET /integrations/:vendor',
  says: 'An integration',
  needs: 'settings:read',
  input: z.object({ vendor: z.string().max(40) }),
  output: Integration.extend({
    keys: z.array(Field), settings: z.record(z.string(), z.string()), kept: z.array(z.string()).meta({ description: 'names of secrets that are stored' }),
    hook: z.object({ address: z.string(), how: z.string(), refused: z.int(), lastRefusal: z.string(), lastRefusalAt: z.string().nullable() }).nullable(),
    backlog: Backlog.nullable(), needsApp: z.boolean().meta({ description: 'signing in there needs the installation to be registered first' }),
    leftToDo: z.string().meta({ description: 'what only the owner can take back there after disconnecting' }),
  }),
  async read(r, { vendor }) {
    const connector = connectors.all().get(vendor);
    if (!connector) throw notFound('The integration');
    const [row, registered] = await Promise.all([connectionTo(r, vendor), appsThere()]);
    const common = shown(vendor, connector, row, registered);
    const account = row && (await accountFrom(r, row));
    return {
      ...common, keys: (connector.keys ?? []).map(({ choices, ...field }) => ({ ...field, ...(choices && { choices: [...choices] }) })), settings: row?.settings ?? {}, kept: account ? Object.keys(account.secrets).filter((name) => connector.keys?.some(({ key }) => key === name)) : [],
      hook: connector.webhooks && row && row.state !== 'disconnected' ? hookOf(vendor, connector, row) : null, backlog: connector.webhooks && row ? await backlogOf(r, row.id) : null,
      needsApp: connector.oauth !== undefined && !registered.has(vendor), leftToDo: (account && row.state !== 'disconnected' && connector.leftToDo?.(account)) || '',
    };
  },
});

function hookOf(vendor: string, connector: Connector, row: ConnectionRow) {
  return { address: hookAddress(vendor, row.id), how: connector.webhooks!.how, refused: row.refusedMessages, lastRefusal: row.lastRefusal, lastRefusalAt: row.lastRefusalAt?.toISOString() ?? null };
}

async function backlogOf(r: Reader, connectionId: string): Promise<z.infer<typeof Backlog>> {
  const [row] = await r.sql<{ waiting: number; failed: number; oldest: Date | null }>`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed, min(received_at) as oldest
    from inbound_messages where connection_id = ${connectionId} and state in ('waiting', 'failed')`;
  return { waiting: row!.waiting, failed: row!.failed, oldest: row!.oldest?.toISOString() ?? null };
}

export const inboundList = listView({
  name: 'integrations.messages',
  route: 'GET /integrations/messages',
  says: 'Messages of integrations',
  needs: 'webhooks:read',
  from: inboundMessages,
  opens: '/integrations/messages/:id',
  columns: {
    event: column(inboundMessages.event, { says: 'Message', search: true, filter: 'text' }),
    vendor: column(inboundMessages.vendor, { says: 'From', filter: 'any of' }),
    state: column(inboundMessages.state, { says: 'State', filter: 'any of', values: ['waiting', 'done', 'ignored', 'failed'] }),
    messageId: column(inboundMessages.messageId, { says: 'Id there', search: true }),
    attempts: column(inboundMessages.attempts, { says: 'Tries', sort: true }),
    repeats: column(inboundMessages.repeats, { says: 'Came again', sort: true }),
    lastError: column(inboundMessages.lastError, { says: 'Last error' }),
    receivedAt: column(inboundMessages.receivedAt, { says: 'Came in', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [inboundReceived],
});

export const inboundView = view({
  name: 'integrations.message',
  route: 'GET /integrations/messages/:id',
  says: 'A message of an integration',
  needs: 'webhooks:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(), vendor: z.string(), messageId: z.string(), event: z.string(), headers: z.record(z.string(), z.string()), body: z.string(), state: z.string(),
    attempts: z.int(), repeats: z.int(), lastError: z.string(), receivedAt: z.string(), doneAt: z.string().nullable(),
  }),
  async read(r, { id }) {
    const [row] = await r.sql<{ id: string; vendor: string; messageId: string; event: string; headers: Record<string, string>; body: string; state: string; attempts: number; repeats: number; lastError: string; receivedAt: Date; doneAt: Date | null }>`
      select id, vendor, message_id as "messageId", event, headers, body, state, attempts, repeats, last_error as "lastError", received_at as "receivedAt", done_at as "doneAt" from inbound_messages where id = ${id}`;
    if (!row) throw notFound('The message');
    return { ...row, receivedAt: row.receivedAt.toISOString(), doneAt: row.doneAt?.toISOString() ?? null };
  },
});
