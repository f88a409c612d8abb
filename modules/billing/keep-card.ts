import type { KeptToken, PaymentProvider, ProviderFact } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { DAY, later, now } from '#platform/time.ts';
import { askProvider } from './ask-provider.ts';
import { carryOutCharge } from './charge.ts';
import { AFTER_KEPT } from './fault-points.ts';
import { houseContext, onRecord } from './inside.ts';
import { claimKeeping, hurryKeeping, keepingCalled, noteLeft, waitForKeeping, type Keeping } from './keeping.ts';
import { priceBook } from './price-book.ts';
import { nameOfSeller, sellerNow } from './seller.ts';
import { setTier } from './set-tier.ts';
import { settleKept } from './settle-kept.ts';

type Answer = { state: 'kept'; kept: KeptToken } | { state: 'left'; sentence: string } | { state: 'asked'; continueAt?: string | undefined };

/**
 * Has the provider open the page that was written down, or asks it what became of it, and records that: once the card is kept, the plan
 * begins and what is due is charged. Safe to call any number of times, from anywhere, in any order with what the provider tells.
 * Answers the charge that followed, if one did.
 */
export async function carryOutKeeping({ workspaceId }: Pick<Context, 'workspaceId'>, id: string): Promise<string | undefined> {
  const ctx = houseContext(workspaceId);
  const keeping = await claimKeeping(ctx, id);
  if (!keeping) return undefined;
  const answer = answerIn(await askProvider(keeping, (provider, seller) => openPage(provider, seller, keeping)));
  if (answer.state === 'asked') return void (await waitForKeeping(ctx, keeping, answer.continueAt));
  const chargeId = await record(ctx, keeping, answer);
  await faultPoint(AFTER_KEPT);
  if (chargeId) await carryOutCharge(ctx, chargeId);
  await setTier(ctx);
  return chargeId;
}

async function openPage(provider: PaymentProvider, seller: Context, { provider: name, key, currency, returnTo, createdAt }: Keeping): Promise<ProviderFact[]> {
  if (later(createdAt, DAY) < now()) throw new Refusal('too_late', 'The page could not be opened in time. Nothing was charged.');
  const source = provider.source({ provider: name, returnTo });
  return provider.authorize(seller, { key, amount: { amount: 0, currency }, source, capture: 'now', usage: 'keep', returnTo });
}

function answerIn(said: readonly ProviderFact[] | Refusal | undefined): Answer {
  if (said instanceof Refusal) return { state: 'left', sentence: said.sentence };
  const kept = said?.find((fact) => fact.kind === 'kept');
  if (kept?.kept) return { state: 'kept', kept: kept.kept };
  const no = said?.find(({ kind }) => kind === 'declined' || kind === 'voided');
  if (no) return { state: 'left', sentence: no.sentence ?? 'No card was kept. Nothing was charged.' };
  return { state: 'asked', continueAt: said?.find(({ continueAt }) => continueAt)?.continueAt };
}

async function record(ctx: Context, keeping: Keeping, answer: Exclude<Answer, { state: 'asked' }>): Promise<string | undefined> {
  if (answer.state === 'left') {
    await ctx.transaction((tx) => noteLeft(tx, keeping, answer.sentence));
    return undefined;
  }
  const seller = await sellerNow(await priceBook());
  const says = { name: 'billing.keep-card', says: 'Record that the seller’s provider keeps a card for the tier' };
  return onRecord(ctx, says, (tx) => settleKept(tx, keeping, answer.kept, seller)).catch((error: unknown) => {
    // A payment is on its way, or somebody else was faster; the schedule looks again.
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

/** The address of the page that was written down; refuses in words where there is none. */
export async function pageOfKeeping({ workspaceId }: Pick<Context, 'workspaceId'>, id: string): Promise<string> {
  const ctx = houseContext(workspaceId);
  // One whose address got lost is asked for again; under its key it is the same page.
  await hurryKeeping(ctx, id);
  await carryOutKeeping(ctx, id);
  const { state, continueAt, sentence, returnTo, provider } = await ctx.read((r) => keepingCalled(r, id));
  if (state === 'kept') return returnTo;
  if (state === 'left') throw new Refusal('payment_refused', sentence);
  if (continueAt) return continueAt;
  throw new Refusal('not_reached', `${nameOfSeller(provider)} cannot be asked just now. Please try it again in a moment.`);
}
