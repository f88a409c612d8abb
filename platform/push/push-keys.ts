import webPush from 'web-push';
import { config } from '../config.ts';
import { platformRead, platformTransaction } from '../tenancy/platform-door.ts';
import { decrypt, encrypt, masterKeysFrom, CannotOpen, type MasterKey } from '../vault/envelope.ts';

export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

interface Row {
  public_key: string;
  master_key_id: string;
  sealed: string;
}

const PURPOSE = 'push key';
let known: { secret: string; keys: Promise<PushKeys> } | undefined;

/** The installation's key pair, made the first time somebody asks; the same for every process, and for good. */
export function pushKeys(): Promise<PushKeys> {
  const { secret } = config();
  if (known?.secret !== secret) known = { secret, keys: read() };
  const asked = known;
  // A database that was away for a moment must not be remembered.
  asked.keys.catch(() => (known = known === asked ? undefined : known));
  return asked.keys;
}

/** For tests that open another database in the same process. */
export function forgetPushKeys(): void {
  known = undefined;
}

async function read(): Promise<PushKeys> {
  const found = await stored();
  if (found) return open(found);
  const [master] = masters();
  const made = webPush.generateVAPIDKeys();
  const sealed = encrypt(master!.key, Buffer.from(made.privateKey), PURPOSE);
  await platformTransaction('vault', (q) => q.sql`
    insert into push_keys (id, public_key, master_key_id, sealed) values (1, ${made.publicKey}, ${master!.id}, ${sealed}) on conflict (id) do nothing`);
  return open((await stored())!);
}

async function stored(): Promise<Row | undefined> {
  const rows = await platformRead('vault', (q) => q.sql<Row>`select public_key, master_key_id, sealed from push_keys where id = 1`);
  return rows[0];
}

function masters(): MasterKey[] {
  return masterKeysFrom([config().secret, ...config().oldSecrets]);
}

async function open(row: Row): Promise<PushKeys> {
  const all = masters();
  const master = all.find((m) => m.id === row.master_key_id);
  if (!master) throw new CannotOpen('The push key was sealed under another QUICKDASH_SECRET; give that one as QUICKDASH_OLD_SECRETS.');
  const privateKey = decrypt(master.key, row.sealed, PURPOSE).toString();
  if (master.id !== all[0]!.id) await takeOver(all[0]!, privateKey);
  return { publicKey: row.public_key, privateKey };
}

async function takeOver(master: MasterKey, privateKey: string): Promise<void> {
  const sealed = encrypt(master.key, Buffer.from(privateKey), PURPOSE);
  await platformTransaction('vault', (q) => q.sql`update push_keys set master_key_id = ${master.id}, sealed = ${sealed} where id = 1`);
}
