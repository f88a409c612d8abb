import { within } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { now, SECOND } from '#platform/time.ts';
import { lockKnown, readAccount, type Account } from './account.ts';
import { houseContext, onRecord } from './inside.ts';
import { tierLadder } from './offers.ts';
import { outsideSellers } from './outside-seller.ts';
import { nextLook, reasonOf, standingOf, whatCounts, type Counting } from './outside-standing.ts';
import { priceBook, productsAt, type TierProduct } from './price-book.ts';
import { sellerContext } from './seller.ts';
import { setTier } from './set-tier.ts';
import { settleOutside } from './settle-outside.ts';
import { ended, runs } from './standing.ts';

const TIMEOUT = 10 * SECOND;
const TRIES = 5;

/**
 * Asks the outside seller what the workspace has bought, and writes that down. Any number of times, in any order, also at once: an
 * answer counts only while nobody has written down another one since it was asked for. Nothing happens where nobody sells to it.
 */
export async function lookOutside({ workspaceId }: Pick<Context, 'workspaceId'>): Promise<void> {
  const ctx = houseContext(workspaceId);
  for (let tries = 1; !(await lookOnce(ctx)); tries++) if (tries >= TRIES) throw new Error('Others were always faster to write down what the seller says');
  await setTier(ctx);
}

interface Seen extends Counting {
  /** How often an answer had been written down before this one was asked for. */
  looks: number;
  pageAt: Date | null;
  products: readonly TierProduct[];
}

async function lookOnce(ctx: Context): Promise<boolean> {
  const [account, looked] = await ctx.read(async (r) => [await readAccount(r), await readLooks(r)] as const);
  if (!account?.outside || !looked) return true;
  const { provider, sellerId, id } = account.outside;
  const all = await within(TIMEOUT, () => outsideSellers.get(provider).subscriptionsOf(sellerContext(sellerId), ctx.workspaceId, id));
  const products = productsAt(await priceBook(), { sellerId, provider });
  return write(ctx, account, { ...whatCounts(all, products, await tierLadder()), ...looked, products });
}

async function readLooks(r: Reader): Promise<Pick<Seen, 'looks' | 'pageAt'> | undefined> {
  const [row] = await r.query<Pick<Seen, 'looks' | 'pageAt'>>('select outside_looks as looks, outside_page_at as "pageAt" from workspace_billing', []);
  return row;
}

const OVERTAKEN = 'overtaken';

/** False when somebody else was faster; then it is to be asked again. */
async function write(ctx: Context, account: Account, seen: Seen): Promise<boolean> {
  if (same(account, follow(account, seen, now()))) return ctx.transaction((tx) => noteTheLook(tx, seen));
  const says = { name: 'billing.follow-seller', says: 'Follow what the seller of the tier says' };
  const writing = onRecord(ctx, says, async (tx) => {
    const before = (await lockKnown(tx))!;
    if (!(await noteTheLook(tx, seen))) throw new Refusal(OVERTAKEN, 'Somebody else was faster.');
    await settleOutside(tx, before, follow(before, seen, tx.now), reasonOf(seen.counts));
  });
  return writing.then(() => true, (error: unknown) => {
    if (error instanceof Refusal && error.code === OVERTAKEN) return false;
    throw error;
  });
}

async function noteTheLook(tx: Tx, { looks, counts, pageAt }: Seen): Promise<boolean> {
  const next = nextLook(counts?.status, { periodEnd: counts?.periodEnd ?? tx.now, pageAt, at: tx.now });
  const mine = await tx.sql`update workspace_billing set outside_looks = outside_looks + 1, outside_look_at = ${next} where outside_looks = ${looks} returning id`;
  return mine.length > 0;
}

/** The account as it is with what the seller has. A tier that is paid for here is not touched: what runs beside it is said. */
function follow(account: Account, { counts, more, products }: Seen, at: Date): Account {
  const outside = account.outside!;
  const runsThere = counts?.status === 'trialing' || counts?.status === 'active' || counts?.status === 'past_due';
  if (!runsThere && outside.id === null) return { ...account, outside: { ...outside, more: 0 } };
  if (!runsThere) return { ...account, standing: ended(account.standing), outside: { ...outside, id: null, more: 0 } };
  if (outside.id === null && runs(account.standing) && account.standing.status !== 'past_due') return { ...account, outside: { ...outside, more: more + 1 } };
  const trialUsedAt = account.trialUsedAt ?? (counts.status === 'trialing' ? at : null);
  return { currency: counts.currency, way: null, trialUsedAt, standing: standingOf(account.standing, counts, products), outside: { ...outside, id: counts.id, more } };
}

function same(a: Account, b: Account): boolean {
  const read = ({ standing: s, outside, currency, way }: Account) => JSON.stringify([s.status, s.tier, s.interval, s.price, s.periodStart, s.periodEnd, s.ends, s.next, s.failure, outside, currency, way]);
  return read(a) === read(b);
}
