import { within } from '#modules/payments/index.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { SECOND } from '#platform/time.ts';
import { lockAccount, readAccount, tieOutside, type Account, type Outside } from './account.ts';
import { houseContext } from './inside.ts';
import { requireQuiet } from './invoice.ts';
import { lookOutside } from './look-outside.ts';
import { currencyFor, planFor, tierLadder, type Wish } from './offers.ts';
import { outsideSellers, type OutsideAct } from './outside-seller.ts';
import { priceBook, productsAt, type PriceBook, type TierProduct } from './price-book.ts';
import { requireOutside, sellerContext, type Shop } from './seller.ts';
import { runs, whenOf } from './standing.ts';
import { nameOf, wayBack } from './way-back.ts';

const TIMEOUT = 15 * SECOND;

/**
 * Has the outside seller of a workspace do something, then follows what it says. False where nobody outside sells to it. The seller's
 * no is a refusal and nothing has changed; where it did not answer, it is asked again soon what it has.
 */
export async function actOutside({ workspaceId }: Pick<Context, 'workspaceId'>, actsFor: (account: Account) => OutsideAct[] | Promise<OutsideAct[]>): Promise<boolean> {
  const ctx = houseContext(workspaceId);
  const account = await ctx.read(readAccount);
  const outside = account?.outside;
  if (!outside || outside.id === null) return false;
  const acts = await actsFor(account);
  for (const act of acts) await askSeller(ctx, outside, (seller, at) => seller.act(at, outside.id!, act));
  // Done there; that we could not look is no reason to say no here.
  await lookOutside(ctx).catch((error: unknown) => lookSoon(ctx, error));
  return true;
}

type Asking<T> = (seller: ReturnType<typeof outsideSellers.get>, at: Context) => Promise<T>;

async function askSeller<T>(ctx: Context, { provider, sellerId }: Outside, work: Asking<T>): Promise<T> {
  const seller = outsideSellers.get(provider);
  try {
    return await within(TIMEOUT, () => work(seller, sellerContext(sellerId)));
  } catch (error) {
    await lookSoon(ctx, error);
    throw refusalFor(error, seller.says);
  }
}

// Its own no is told as it is. That it is not connected is the operator's affair, and nothing the owner can do about.
function refusalFor(error: unknown, says: string): Refusal {
  if (error instanceof Refusal && error.code !== 'not_connected') return error;
  return new Refusal('not_reached', `${says} cannot be asked just now. Please try it again in a moment.`);
}

/** Asks the seller while somebody waits for it. */
export async function lookNow(ctx: Context): Promise<void> {
  const outside = (await ctx.read(readAccount))?.outside;
  if (outside) await askSeller(ctx, outside, () => lookOutside(ctx));
}

async function lookSoon(ctx: Context, error: unknown): Promise<void> {
  if (!(error instanceof Refusal)) log.warn('A seller of tiers did not answer; it is asked again what the workspace has.', { workspaceId: ctx.workspaceId, error: (error as Error).message });
  await ctx.transaction((tx) => tx.sql`update workspace_billing set outside_look_at = ${tx.now} where outside_provider is not null`);
}

/** What another plan takes there: more at once, less when the period is over. */
export async function actsForChange(account: Account, wish: Wish): Promise<OutsideAct[]> {
  const { standing, outside } = account;
  if (standing.status === 'past_due') throw new Refusal('wrong_state', 'The last renewal is not paid yet. Pay it first, then change.', { status: standing.status });
  if (wish.tier === standing.tier && wish.interval === standing.interval) {
    if (!standing.next) throw new Refusal('conflict', 'The workspace has this plan already.');
    return [{ does: 'stay' }];
  }
  const product = productFor(await priceBook(), outside!, { ...wish, currency: account.currency });
  const when = whenOf(standing, { ...wish, price: product.price }, await tierLadder());
  const change: OutsideAct = { does: 'change', productId: product.productId, when: when === 'later' ? 'later' : 'now' };
  return standing.ends ? [{ does: 'go on' }, change] : [change];
}

/** It ends with what is paid for; one whose renewal is not paid ends at once. */
export function actsForEnd({ standing }: Account): OutsideAct[] {
  if (standing.status === 'past_due') return [{ does: 'end now' }];
  if (standing.ends) throw new Refusal('conflict', 'It ends with this period already.');
  return [{ does: 'end later' }];
}

export function actsForGoingOn({ standing }: Account): OutsideAct[] {
  if (!standing.ends) throw new Refusal('conflict', 'It is not going to end.');
  return [{ does: 'go on' }];
}

function productFor(book: PriceBook, at: Pick<Outside, 'sellerId' | 'provider'>, wish: Wish & { currency: string }): TierProduct {
  const product = productsAt(book, at).find((each) => each.forSale && each.tier === wish.tier && each.interval === wish.interval && each.currency === wish.currency);
  if (!product) throw new Refusal('not_for_sale', `This tier is not sold by the ${wish.interval} in ${wish.currency}.`, { fields: { tier: 'is not for sale like this' } });
  return product;
}

/** Remembers that the workspace goes to the seller's page, so that the seller is asked what became of it. */
export async function goToPage(tx: Tx, { seller, book }: Shop, wish: Wish): Promise<void> {
  const currency = await currencyFor(tx, await readAccount(tx), book);
  planFor(book, wish, currency);
  const { standing, outside } = await lockAccount(tx, { currency });
  await requireQuiet(tx);
  const mayMove = standing.status === 'past_due' && outside?.id == null;
  if (runs(standing) && !mayMove) throw new Refusal('wrong_state', 'This workspace pays for a tier already. Change that instead.', { status: standing.status });
  await tieOutside(tx, { sellerId: seller.id, provider: seller.providerName }, 'goes to its page');
  tx.changed({ record: 'billing', id: tx.workspaceId, after: { goesTo: seller.says, tier: wish.tier, interval: wish.interval } });
}

/** The address of the page. Opened again it is another page; one that nobody pays on comes to nothing. */
export async function pageFor(ctx: Context, wish: Wish): Promise<string> {
  const { seller, book } = await requireOutside();
  const [account, currency, workspace] = await ctx.read(async (r) => {
    const known = await readAccount(r);
    return [known, await currencyFor(r, known, book), await nameOf(r)] as const;
  });
  const { productId } = productFor(book, { sellerId: seller.id, provider: seller.providerName }, { ...wish, currency });
  const trialDays = account?.trialUsedAt ? 0 : book.settings.trialDays;
  return askSeller(ctx, account!.outside!, (outside, at) => outside.openPage(at, { workspaceId: ctx.workspaceId, workspaceName: workspace.name, productId, trialDays, returnTo: wayBack(workspace) }));
}

/** The address of the seller's page for cards and receipts. */
export async function portalFor(ctx: Context): Promise<string> {
  const [account, workspace] = await ctx.read(async (r) => [await readAccount(r), await nameOf(r)] as const);
  const outside = account?.outside;
  if (!outside || outside.id === null) throw new Refusal('wrong_way', 'No other seller takes the money for this workspace.');
  return askSeller(ctx, outside, (seller, at) => seller.portal(at, outside.id!, wayBack(workspace)));
}
