import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { appOf } from './app-keys.ts';
import { connectors, type Account } from './connector.ts';

export const PURPOSE = 'integrations.secrets';

export interface ConnectionRow {
  id: string;
  vendor: string;
  label: string;
  accountId: string | null;
  state: 'connected' | 'broken' | 'disconnected';
  settings: Record<string, string>;
  secretsSealed: string | null;
  expiresAt: Date | null;
  lastVerifiedAt: Date | null;
  lastError: string;
  lastErrorAt: Date | null;
  refusedMessages: number;
  lastRefusal: string;
  lastRefusalAt: Date | null;
  createdAt: Date;
}

const COLUMNS = `id, vendor, label, account_id as "accountId", state, settings, secrets_sealed as "secretsSealed", expires_at as "expiresAt",
  last_verified_at as "lastVerifiedAt", last_error as "lastError", last_error_at as "lastErrorAt", refused_messages as "refusedMessages",
  last_refusal as "lastRefusal", last_refusal_at as "lastRefusalAt", created_at as "createdAt"`;

export async function connectionTo(r: Reader, vendor: string): Promise<ConnectionRow | undefined> {
  return (await r.query<ConnectionRow>(`select ${COLUMNS} from integration_connections where vendor = $1`, [vendor]))[0];
}

export async function connectionById(r: Reader, id: string): Promise<ConnectionRow | undefined> {
  return (await r.query<ConnectionRow>(`select ${COLUMNS} from integration_connections where id = $1`, [id]))[0];
}

/** Locks the workspace's connection to a vendor, so that two who change it go one after the other. */
export async function lockConnection(tx: Tx, vendor: string): Promise<ConnectionRow | undefined> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`integration:${tx.workspaceId}:${vendor}`}, 0))`;
  return connectionTo(tx, vendor);
}

export function allConnections(r: Reader): Promise<ConnectionRow[]> {
  return r.query<ConnectionRow>(`select ${COLUMNS} from integration_connections order by vendor`, []);
}

/** Opens the secrets of a connection. */
export async function accountFrom(door: Reader | Context, row: ConnectionRow): Promise<Account> {
  const { id, vendor, accountId, settings, secretsSealed } = row;
  const text = secretsSealed === null ? '{}' : (await vault().open(door, secretsSealed, { purpose: PURPOSE })).reveal();
  const app = connectors.all().get(vendor)?.app ? await appOf(vendor) : undefined;
  return { connectionId: id, accountId, settings, secrets: JSON.parse(text) as Record<string, string>, app };
}

export function sealSecrets(door: Reader | Context, secrets: Readonly<Record<string, string>>): Promise<string> {
  return vault().seal(door, JSON.stringify(secrets), { purpose: PURPOSE });
}

/** Vendors this workspace is connected to. One statement. */
export async function connectedVendors(r: Reader): Promise<Set<string>> {
  return new Set((await r.sql<{ vendor: string }>`select vendor from integration_connections where state <> 'disconnected'`).map((row) => row.vendor));
}
