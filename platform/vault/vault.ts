import type { Context, Reader, Tx } from '../tenancy/context.ts';
import { platformRead, platformTransaction } from '../tenancy/platform-door.ts';
import { type MasterKey, openValue, sealValue, versionOf, wrapDataKey } from './envelope.ts';
import { KeyRing } from './key-ring.ts';
import { Secret } from './secret.ts';
import { type SealedColumn, sealedColumns } from './sealed-columns.ts';

/** What the value is for, e.g. 'payments.stripe-key'. A value sealed for one purpose does not open for another. */
interface For {
  purpose: string;
}

export interface Vault {
  /** Encrypts for this workspace and purpose. The text is safe to store, and useless in any other workspace. */
  seal(door: Context | Reader, plaintext: string | Secret, why: For): Promise<string>;
  /** The value again, as a Secret; throws CannotOpen when the text was changed or belongs elsewhere. */
  open(door: Context | Reader, sealed: string, why: For): Promise<Secret>;
  /** Re-wraps every workspace's data keys with the first master key, while the others keep working. Answers how many. */
  rotateMasterKey(): Promise<number>;
  /** Gives the workspace a new data key and re-seals every registered column with it. Old keys stay, to open what is in flight. */
  rotateDataKey(ctx: Context): Promise<{ version: number; resealed: number }>;
}

/**
 * Envelope encryption: a data key per workspace, wrapped by a master key that lives in the configuration only.
 * `masterKeys`: the first one wraps, all of them unwrap.
 */
export function createVault(options: { masterKeys: MasterKey[] }): Vault {
  const ring = new KeyRing(options.masterKeys);
  return {
    seal: (door, plaintext, why) => through(door, (reader) => seal(ring, reader, plaintext, why)),
    open: (door, sealed, why) => through(door, (reader) => open(ring, reader, sealed, why)),
    rotateMasterKey: () => rotateMasterKey(ring),
    rotateDataKey: (ctx) => rotateDataKey(ring, ctx),
  };
}

function through<T>(door: Context | Reader, work: (reader: Reader) => Promise<T>): Promise<T> {
  return 'sql' in door ? work(door) : door.read(work);
}

async function seal(ring: KeyRing, reader: Reader, plaintext: string | Secret, { purpose }: For): Promise<string> {
  const { version, key } = await ring.toSeal(reader);
  const text = plaintext instanceof Secret ? plaintext.reveal() : plaintext;
  return sealValue(key, version, text, reader.workspaceId, purpose);
}

async function open(ring: KeyRing, reader: Reader, sealed: string, { purpose }: For): Promise<Secret> {
  const key = await ring.toOpen(reader, versionOf(sealed));
  return new Secret(openValue(key, sealed, reader.workspaceId, purpose));
}

interface WrappedKey {
  id: string;
  workspace_id: string;
  version: number;
  master_key_id: string;
  wrapped: string;
}

async function rotateMasterKey(ring: KeyRing): Promise<number> {
  let rewrapped = 0;
  for (let rows = await keysOfOldMasters(ring); rows.length > 0; rows = await keysOfOldMasters(ring)) {
    for (const row of rows) await rewrap(ring, row);
    rewrapped += rows.length;
  }
  return rewrapped;
}

function keysOfOldMasters(ring: KeyRing): Promise<WrappedKey[]> {
  return platformRead('vault', (q) => q.sql<WrappedKey>`
    select id, workspace_id, version, master_key_id, wrapped from vault_keys
    where master_key_id <> ${ring.currentMaster.id} limit 100`);
}

async function rewrap(ring: KeyRing, row: WrappedKey): Promise<void> {
  const dataKey = ring.unwrap(row.workspace_id, row);
  const wrapped = wrapDataKey(ring.currentMaster, dataKey, row.workspace_id, row.version);
  await platformTransaction('vault', (q) => q.sql`
    update vault_keys set wrapped = ${wrapped}, master_key_id = ${ring.currentMaster.id}
    where workspace_id = ${row.workspace_id} and id = ${row.id} and master_key_id = ${row.master_key_id}`);
}

async function rotateDataKey(ring: KeyRing, ctx: Context): Promise<{ version: number; resealed: number }> {
  ring.forget(ctx.workspaceId);
  const { version: before } = await ctx.read((reader) => ring.toSeal(reader));
  await ring.addKey(ctx.workspaceId, before + 1);
  let resealed = 0;
  for (const column of sealedColumns()) resealed += await resealColumn(ring, ctx, column, before + 1);
  return { version: before + 1, resealed };
}

async function resealColumn(ring: KeyRing, ctx: Context, column: SealedColumn, version: number): Promise<number> {
  let resealed = 0;
  for (;;) {
    const rows = await ctx.transaction((tx) => resealSome(ring, tx, column, version));
    if (rows === 0) return resealed;
    resealed += rows;
  }
}

async function resealSome(ring: KeyRing, tx: Tx, { table, column, purpose }: SealedColumn, version: number): Promise<number> {
  const rows = await tx.query<{ id: string; sealed: string }>(
    `select id, "${column}" as sealed from "${table}"
      where substring("${column}" from '^v([0-9]+)')::int < $1 order by id limit 100 for update`,
    [version],
  );
  for (const row of rows) {
    const plaintext = await open(ring, tx, row.sealed, { purpose });
    await tx.query(`update "${table}" set "${column}" = $1 where id = $2`, [await seal(ring, tx, plaintext, { purpose }), row.id]);
  }
  return rows.length;
}
