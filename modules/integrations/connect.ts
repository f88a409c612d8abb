import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { requireRoom, usageMeters } from '#modules/tiers/index.ts';
import { publicUrl } from '#modules/accounts/index.ts';
import { accountFrom, connectionTo, lockConnection, sealSecrets, type ConnectionRow } from './connection.ts';
import { connectors, type Account, type Connector, type ConnectorField, type Known } from './connector.ts';
import { connectionChanged } from './events.ts';
import { asked, whyNot } from './trouble.ts';

usageMeters.provide('connectors', { measure: async (r) => (await r.sql<{ n: number }>`select count(*)::int as n from integration_connections where state <> 'disconnected'`)[0]!.n });

export const Standing = z.object({ connectionId: z.uuid(), state: z.enum(['connected', 'broken', 'disconnected']), sentence: z.string() });
export type Standing = z.infer<typeof Standing>;

const Filled = z.record(z.string().max(40), z.string().trim().max(8_000));

/** Stores what was filled in once the vendor has accepted it. Nothing is kept of what the vendor refuses. */
export const connectByKey = operation({
  name: 'integrations.connect',
  route: 'PUT /integrations/:vendor',
  says: 'Connect an integration by key',
  needs: 'settings:write',
  input: z.object({ vendor: z.string().max(40), settings: Filled.default({}), secrets: Filled.default({}).meta({ description: 'keys and passwords; what is left out stays as it was' }) }),
  output: Standing,
  async before(ctx, request) {
    const connector = connectors.get(request.vendor);
    if (!connector.keys) throw new Refusal('wrong_way', `${connector.says} is connected by signing in there, not by a key.`);
    const before = await ctx.read((r) => connectionTo(r, request.vendor));
    const kept = before && before.state !== 'disconnected' ? await accountFrom(ctx, before) : undefined;
    const filled = complete(connector.keys, { settings: { ...kept?.settings, ...request.settings }, secrets: { ...kept?.secrets, ...withoutEmpty(request.secrets) } });
    const account: Account = { connectionId: before?.id ?? newId(), accountId: null, app: undefined, ...filled };
    return { account, known: await asked(() => connector.verify(account)) };
  },
  run: (tx, { vendor }, { account, known }) => keep(tx, vendor, account, known),
  afterCommit: async (ctx, answer, { vendor }) => ({ ...answer, sentence: await subscribe(ctx, vendor) || answer.sentence }),
});

function withoutEmpty(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function complete(fields: readonly ConnectorField[], filled: Pick<Account, 'settings' | 'secrets'>): Pick<Account, 'settings' | 'secrets'> {
  const valueOf = ({ key, secret }: ConnectorField) => (secret ? filled.secrets[key] : filled.settings[key]);
  const missing = fields.filter((field) => !field.optional && !valueOf(field));
  if (missing.length > 0) throw new Refusal('invalid', 'Some of what is needed is missing.', { fields: Object.fromEntries(missing.map(({ key, secret }) => [`${secret ? 'secrets' : 'settings'}.${key}`, 'is missing'])) });
  const names = new Set(fields.map(({ key }) => key));
  const own = (values: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(values).filter(([key]) => names.has(key) || key.startsWith('hook')));
  return { settings: own(filled.settings), secrets: own(filled.secrets) };
}

/** Locks the connection; refuses a further one beyond what the tier has. */
export async function requireRoomFor(tx: Tx, vendor: string): Promise<ConnectionRow | undefined> {
  const before = await lockConnection(tx, vendor);
  if (!before || before.state === 'disconnected') await requireRoom(tx, 'connectors');
  return before;
}

/** Writes down a connection that was seen to work. */
export async function keep(tx: Tx, vendor: string, account: Account, known: Known): Promise<Standing> {
  const before = await requireRoomFor(tx, vendor);
  const id = before?.id ?? account.connectionId;
  const settings = { ...account.settings, ...known.settings };
  const sealed = await sealSecrets(tx, { ...account.secrets, ...known.secrets });
  const ends = known.expiresInSeconds === undefined ? null : later(tx.now, known.expiresInSeconds * 1_000);
  await tx.sql`
    insert into integration_connections (id, vendor, label, account_id, settings, secrets_sealed, expires_at, last_verified_at, created_at, updated_at)
    values (${id}, ${vendor}, ${known.label}, ${known.accountId ?? null}, ${JSON.stringify(settings)}::jsonb, ${sealed}, ${ends}, ${tx.now}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, vendor) do update set label = excluded.label, account_id = excluded.account_id, state = 'connected', settings = excluded.settings,
      secrets_sealed = excluded.secrets_sealed, expires_at = excluded.expires_at, refreshing_until = null, last_verified_at = excluded.last_verified_at, updated_at = excluded.updated_at,
      last_error = '', last_error_at = null`;
  tx.changed({ record: 'integration', id, before: shownChange(before), after: { vendor, label: known.label, settings } });
  tx.tell(connectionChanged, { connectionId: id, vendor, state: 'connected' });
  return { connectionId: id, state: 'connected', sentence: known.label };
}

function shownChange(row: ConnectionRow | undefined) {
  return row && { vendor: row.vendor, label: row.label, settings: row.settings, state: row.state };
}

/** Where a vendor sends what happens to this connection. */
export function hookAddress(vendor: string, connectionId: string): string {
  return `${publicUrl()}/api/webhooks/${vendor}/${connectionId}`;
}

/** Registers our address at the vendor, where that can be done for people. Answers what went wrong, or nothing. */
export async function subscribe(ctx: Context, vendor: string): Promise<string> {
  const connector: Connector = connectors.get(vendor);
  const row = await ctx.read((r) => connectionTo(r, vendor));
  if (!connector.subscribe || !row || row.state !== 'connected') return '';
  const account = await accountFrom(ctx, row);
  try {
    const { settings = {}, secrets = {} } = await connector.subscribe(account, hookAddress(vendor, row.id));
    const sealed = await sealSecrets(ctx, { ...account.secrets, ...secrets });
    await ctx.transaction((tx) => tx.sql`update integration_connections set settings = settings || ${JSON.stringify(settings)}::jsonb, secrets_sealed = ${sealed}, updated_at = ${tx.now}
      where id = ${row.id} and secrets_sealed = ${row.secretsSealed}`);
    return '';
  } catch (error) {
    const sentence = `Connected, but its messages could not be switched on: ${whyNot(error)}`;
    await ctx.transaction((tx) => tx.sql`update integration_connections set last_error = ${sentence}, last_error_at = ${tx.now} where id = ${row.id}`);
    return sentence;
  }
}
