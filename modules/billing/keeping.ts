import { markOf, NOT_KEPT, type KeptToken } from '#modules/payments/index.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { DAY, later, MINUTE, now } from '#platform/time.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { KEYS, LEASE } from './invoice.ts';
import type { PayInterval, Plan } from './standing.ts';

const PURPOSE = 'billing.kept-card';
/** A page that was begun for the same so long ago is gone on with; every provider's stays open longer. */
const SAME_PAGE = 25 * MINUTE;

/** A card that is to be kept on a page of the seller's provider. The plan is what begins with it. */
export interface Keeping {
  id: string;
  purpose: 'start' | 'card';
  tier: string | null;
  interval: PayInterval | null;
  price: number | null;
  /** 0 = the first period is charged. */
  trialDays: number;
  currency: string;
  key: string;
  state: 'asked' | 'kept' | 'left';
  sellerId: string;
  provider: string;
  returnTo: string;
  continueAt: string | null;
  sentence: string;
  /** 1 = the provider was never asked before. */
  asks: number;
  createdAt: Date;
}

const COLUMNS = `id, purpose, tier, interval, price, trial_days as "trialDays", currency, key, state, seller_id as "sellerId", provider, return_to as "returnTo", continue_at as "continueAt", sentence, asks, created_at as "createdAt"`;

interface Ask {
  /** What begins once the card is kept; null = it takes the place of another one. */
  plan: Plan | null;
  trialDays?: number;
  currency: string;
  seller: { id: string; providerName: string };
  returnTo: string;
}

/** Writes down that a card is to be kept. Nothing is asked yet: call `carryOutKeeping` after commit; should the process die, the schedule does. */
export async function beginKeeping(tx: Tx, { plan, trialDays = 0, currency, seller, returnTo }: Ask): Promise<string> {
  const purpose = plan ? 'start' : 'card';
  const [tier, interval, price] = plan ? [plan.tier, plan.interval, plan.price] : [null, null, null];
  const [open] = await tx.sql<{ id: string }>`
    select id from billing_keepings where state = 'asked' and purpose = ${purpose} and tier is not distinct from ${tier} and interval is not distinct from ${interval} and price is not distinct from ${price}::bigint
      and trial_days = ${trialDays} and currency = ${currency} and seller_id = ${seller.id} and provider = ${seller.providerName} and created_at > ${later(tx.now, -SAME_PAGE)} order by created_at desc, id desc limit 1`;
  if (open) return open.id;
  const id = newId();
  await tx.sql`
    insert into billing_keepings (id, purpose, tier, interval, price, trial_days, currency, key, state, seller_id, provider, return_to, next_try, created_at)
    values (${id}, ${purpose}, ${tier}, ${interval}, ${price}, ${trialDays}, ${currency}, ${`${KEYS}keep-${id}`}, 'asked', ${seller.id}, ${seller.providerName}, ${returnTo}, ${later(tx.now, LEASE)}, ${tx.now})`;
  return id;
}

export async function keepingCalled(r: Reader, id: string): Promise<Keeping> {
  const [found] = await r.query<Keeping>(`select ${COLUMNS} from billing_keepings where id = $1`, [id]);
  return found!;
}

/** The page that was gone to last, within a day. */
export async function newestKeeping(r: Reader): Promise<Keeping | undefined> {
  const [found] = await r.query<Keeping>(`select ${COLUMNS} from billing_keepings where created_at > $1 order by created_at desc, id desc limit 1`, [later(now(), -DAY)]);
  return found;
}

// The first try belongs to whoever wrote it down, at once; everybody else waits until the lease is over. What was left is looked at again only where the provider speaks of it.
const CLAIM = `update billing_keepings set asks = asks + 1, next_try = $2 where id = $1 and state <> 'kept' and (asks = 0 or next_try <= $3) returning ${COLUMNS}`;

/** Takes a keeping for this caller; undefined when it is kept or somebody is at it. */
export async function claimKeeping(ctx: Context, id: string): Promise<Keeping | undefined> {
  return (await ctx.write<Keeping>(CLAIM, [id, later(now(), LEASE), now()]))[0];
}

/** Somebody waits for the answer: the newest that are open are asked about now. Answers which. */
export async function hurryKeepings(ctx: Context): Promise<string[]> {
  const open = await ctx.write<{ id: string }>(`update billing_keepings set next_try = $1 where (workspace_id, id) in (select workspace_id, id from billing_keepings where state = 'asked' and created_at > $2 order by created_at desc limit 5) returning id`, [now(), later(now(), -DAY)]);
  return open.map(({ id }) => id);
}

/** The same of one whose page is not known. */
export async function hurryKeeping(ctx: Context, id: string): Promise<void> {
  await ctx.write(`update billing_keepings set next_try = $2 where id = $1 and state = 'asked' and continue_at is null`, [id, now()]);
}

// 10 s, 20 s, 40 s ... at most ten minutes.
export async function waitForKeeping(ctx: Context, { id, asks }: Keeping, continueAt: string | undefined): Promise<void> {
  const next = later(now(), Math.min(10 * MINUTE, 5_000 * 2 ** Math.min(asks, 10)));
  await ctx.write(`update billing_keepings set next_try = $2, continue_at = coalesce($3, continue_at) where id = $1 and state = 'asked'`, [id, next, continueAt ?? null]);
}

/** Writes down what the provider keeps, once. False when somebody else was faster. */
export async function noteKept(tx: Tx, { id, sellerId, provider }: Keeping, { token, brand, last4 }: KeptToken): Promise<boolean> {
  const sealed = await vault().seal(tx, token, { purpose: PURPOSE });
  const mine = await tx.sql`
    update billing_keepings set state = 'kept', continue_at = null, sentence = '', token_sealed = ${sealed}, mark = ${markOf({ workspaceId: sellerId }, provider, token)}, card_brand = ${brand ?? null}, card_last4 = ${last4 ?? null}
    where id = ${id} and state <> 'kept' returning id`;
  return mine.length > 0;
}

/** Nothing came of it. */
export async function noteLeft(tx: Tx, { id }: Keeping, sentence: string): Promise<void> {
  await tx.sql`update billing_keepings set state = 'left', continue_at = null, sentence = ${sentence} where id = ${id} and state = 'asked'`;
}

/** Nobody charges it any more: the provider is told by the schedule, again and again until it has heard. */
export async function letGoOfKept(tx: Tx, id: string, sentence = ''): Promise<void> {
  await tx.sql`update billing_keepings set let_go_at = ${tx.now}, sentence = ${sentence} where id = ${id} and token_sealed is not null`;
}

interface Stored {
  sellerId: string;
  provider: string;
  sealed: string | null;
  goneAt: Date | null;
  letGoAt: Date | null;
}

/** What is kept at which seller's account; undefined where nothing is any more. */
export async function openKept(ctx: Context, id: string): Promise<(Pick<Stored, 'sellerId' | 'provider' | 'goneAt' | 'letGoAt'> & { token: string }) | undefined> {
  const [row] = await ctx.read((r) => r.sql<Stored>`
    select seller_id as "sellerId", provider, token_sealed as sealed, gone_at as "goneAt", let_go_at as "letGoAt" from billing_keepings where id = ${id}`);
  if (!row?.sealed) return undefined;
  const { sealed, ...rest } = row;
  return { ...rest, token: (await vault().open(ctx, sealed, { purpose: PURPOSE })).reveal() };
}

/** What is charged; refuses what is there no more. */
export async function requireKept(ctx: Context, id: string): Promise<string> {
  const kept = await openKept(ctx, id);
  if (!kept || kept.goneAt || kept.letGoAt) throw new Refusal('payment_refused', NOT_KEPT);
  return kept.token;
}

/** Whether it was taken off at the provider. */
export async function isGone(r: Reader, id: string): Promise<boolean> {
  const [row] = await r.sql<{ gone: boolean }>`select gone_at is not null as gone from billing_keepings where id = ${id}`;
  return row?.gone === true;
}
