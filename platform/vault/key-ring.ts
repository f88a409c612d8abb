import { platformTransaction } from '../tenancy/platform-door.ts';
import { CannotOpen, type Key, type MasterKey, newDataKey, unwrapDataKey, wrapDataKey } from './envelope.ts';
import type { Reader } from '../tenancy/context.ts';

interface Ring {
  current: number;
  keys: Map<number, Key>;
  readAt: number;
}

interface KeyRow {
  version: number;
  master_key_id: string;
  wrapped: string;
}

// Another process may rotate: after a minute the newest key is looked up again. Older keys stay valid for opening.
const FRESH_MILLIS = 60_000;
const WORKSPACES_REMEMBERED = 1_000;

/** The unwrapped data keys of recently used workspaces, read through the caller's own door. */
export class KeyRing {
  readonly #masters: Map<string, MasterKey>;
  readonly #current: MasterKey;
  readonly #rings = new Map<string, Ring>();

  constructor(masterKeys: MasterKey[]) {
    const [current] = masterKeys;
    if (!current) throw new Error('The vault needs at least one master key');
    this.#current = current;
    this.#masters = new Map(masterKeys.map((master) => [master.id, master]));
  }

  get currentMaster(): MasterKey {
    return this.#current;
  }

  async toSeal(reader: Reader): Promise<{ version: number; key: Key }> {
    let ring = this.#rings.get(reader.workspaceId);
    if (!ring || ring.readAt < Date.now() - FRESH_MILLIS) ring = await this.#read(reader);
    if (ring.current === 0) {
      await this.addKey(reader.workspaceId, 1);
      ring = await this.#read(reader);
    }
    return { version: ring.current, key: ring.keys.get(ring.current)! };
  }

  async toOpen(reader: Reader, version: number): Promise<Key> {
    const known = this.#rings.get(reader.workspaceId)?.keys.get(version);
    const key = known ?? (await this.#read(reader)).keys.get(version);
    if (!key) throw new CannotOpen(`This workspace has no data key of version ${version}`);
    return key;
  }

  /**
   * Stores a new data key in a transaction of its own: were it part of the caller's, a rollback would
   * take the key away from values that other requests sealed with it meanwhile.
   */
  async addKey(workspaceId: string, version: number): Promise<void> {
    const wrapped = wrapDataKey(this.#current, newDataKey(), workspaceId, version);
    await platformTransaction('vault', async (q) => {
      await q.sql`
        insert into vault_keys (workspace_id, version, master_key_id, wrapped)
        values (${workspaceId}, ${version}, ${this.#current.id}, ${wrapped})
        on conflict (workspace_id, version) do nothing`;
    });
    this.forget(workspaceId);
  }

  unwrap(workspaceId: string, row: KeyRow): Key {
    const master = this.#masters.get(row.master_key_id);
    if (!master) throw new CannotOpen(`The master key ${row.master_key_id} is not configured`);
    return unwrapDataKey(master, row.wrapped, workspaceId, row.version);
  }

  forget(workspaceId: string): void {
    this.#rings.delete(workspaceId);
  }

  async #read(reader: Reader): Promise<Ring> {
    const rows = await reader.sql<KeyRow>`select version, master_key_id, wrapped from vault_keys order by version`;
    const keys = new Map(rows.map((row) => [row.version, this.unwrap(reader.workspaceId, row)]));
    const ring = { current: rows.at(-1)?.version ?? 0, keys, readAt: Date.now() };
    if (ring.current > 0) this.#remember(reader.workspaceId, ring);
    return ring;
  }

  #remember(workspaceId: string, ring: Ring): void {
    this.#rings.delete(workspaceId);
    this.#rings.set(workspaceId, ring);
    const [oldest] = this.#rings.keys();
    if (this.#rings.size > WORKSPACES_REMEMBERED && oldest !== undefined) this.#rings.delete(oldest);
  }
}
