import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { vault } from '#platform/vault/configured-vault.ts';

/** What we asked a payment company for, by the key of the charge. Asked again, it is asked for the very same. */
export interface RemoteCharge<Request> {
  key: string;
  request: Request;
  /** The part of the request that is kept sealed: what is charged. */
  secret: string | undefined;
  /** Their id of it, once known. */
  remoteId: string | null;
  /** From then on nothing more is taken with it: nobody came to pay. */
  closedAt: Date | null;
  createdAt: Date;
}

/**
 * Remembers, for a company that has its own ids, what was asked with which key. The request is stored before it is sent, so that a
 * repetition, in whichever process, is the same request with the same key.
 */
export interface RemoteBook<Request> {
  begin(ctx: Context, key: string, request: Request, secret?: string): Promise<RemoteCharge<Request>>;
  get(ctx: Context, key: string): Promise<RemoteCharge<Request> | undefined>;
  named(ctx: Context, key: string, remoteId: string): Promise<void>;
  /** The key of a charge by their id. */
  keyOf(ctx: Context, remoteId: string): Promise<string | undefined>;
  close(ctx: Context, key: string): Promise<void>;
}

const PURPOSE = 'payments.remote-charge';
const COLUMNS = `key, request, secret_sealed as sealed, remote_id as "remoteId", closed_at as "closedAt", created_at as "createdAt"`;

export function remoteBook<Request extends object>(provider: string): RemoteBook<Request> {
  type Stored = Omit<RemoteCharge<Request>, 'secret'> & { sealed: string | null };
  const opened = async (ctx: Context, { sealed, ...charge }: Stored) => ({ ...charge, secret: sealed === null ? undefined : (await vault().open(ctx, sealed, { purpose: PURPOSE })).reveal() });
  const get = async (ctx: Context, key: string) => {
    const [found] = await ctx.read((r) => r.query<Stored>(`select ${COLUMNS} from payment_remote_charges where provider = $1 and key = $2`, [provider, key]));
    return found && opened(ctx, found);
  };
  return {
    get,
    async begin(ctx, key, request, secret) {
      const sealed = secret === undefined ? null : await vault().seal(ctx, secret, { purpose: PURPOSE });
      const [mine] = await ctx.write<Stored>(`insert into payment_remote_charges (provider, key, request, secret_sealed, created_at) values ($1, $2, $3::jsonb, $4, $5) on conflict (workspace_id, provider, key) do nothing returning ${COLUMNS}`, [provider, key, JSON.stringify(request), sealed, now()]);
      return mine ? opened(ctx, mine) : (await get(ctx, key))!;
    },
    named: async (ctx, key, remoteId) => void (await ctx.write('update payment_remote_charges set remote_id = $3 where provider = $1 and key = $2 and remote_id is null', [provider, key, remoteId])),
    keyOf: async (ctx, remoteId) => (await ctx.read((r) => r.query<{ key: string }>('select key from payment_remote_charges where provider = $1 and remote_id = $2', [provider, remoteId])))[0]?.key,
    close: async (ctx, key) => void (await ctx.write('update payment_remote_charges set closed_at = now() where provider = $1 and key = $2 and closed_at is null', [provider, key])),
  };
}
