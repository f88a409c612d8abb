import type { KeptToken } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { lockAccount, type Account, type KeptWay } from './account.ts';
import { beginPlan, takeCard } from './actions.ts';
import { requireQuiet } from './invoice.ts';
import { letGoOfKept, noteKept, type Keeping } from './keeping.ts';
import { nameOfSeller, type Seller } from './seller.ts';
import { runs } from './standing.ts';

/**
 * The provider keeps the card: the plan begins with it, or it pays from now on. Where that is not wanted any more nothing is charged, and
 * the card is let go of. While a payment is on its way it waits, refused as `wrong_state`. Answers the charge that follows, if one does.
 */
export async function settleKept(tx: Tx, keeping: Keeping, kept: KeptToken, seller: Seller | undefined): Promise<string | undefined> {
  const account = await lockAccount(tx, keeping);
  await requireQuiet(tx);
  if (!(await noteKept(tx, keeping, kept))) throw new Refusal('overtaken', 'Somebody else was faster.');
  const no = notWanted(keeping, account, { seller, at: tx.now }) ?? (await closedWorkspace(tx));
  if (no !== undefined) return void (await letGoOfKept(tx, keeping.id, no));
  const way: KeptWay = { sellerId: keeping.sellerId, provider: keeping.provider, token: '', brand: kept.brand ?? null, last4: kept.last4 ?? null, keptId: keeping.id };
  if (keeping.purpose === 'card') return takeCard(tx, account, way);
  const plan = { tier: keeping.tier!, interval: keeping.interval!, price: keeping.price! };
  return beginPlan(tx, { ...account, currency: keeping.currency }, { plan, way, trialDays: keeping.trialDays });
}

/** Somebody finished a page a day later at most; until then they may be waiting for what they chose. */
const COUNTS_FOR = DAY;

function notWanted(keeping: Keeping, { standing, outside, trialUsedAt }: Account, { seller, at }: { seller: Seller | undefined; at: Date }): string | undefined {
  const { state, sentence, purpose, provider, sellerId, trialDays, createdAt } = keeping;
  if (state === 'left') return sentence;
  if (seller?.id !== sellerId || seller.providerName !== provider) return `Plans are not sold through ${nameOfSeller(provider)} any more. Nothing was charged.`;
  if (later(createdAt, COUNTS_FOR) < at) return 'The card came too late. Nothing was charged; please choose again.';
  if (trialDays > 0 && trialUsedAt) return 'The trial was used already. Nothing was charged; please choose again.';
  if (purpose === 'start') return runs(standing) ? 'The workspace had a plan already. Nothing was charged for this one.' : undefined;
  return runs(standing) && outside?.id == null ? undefined : 'There is no plan any more that this card could pay for.';
}

async function closedWorkspace(tx: Tx): Promise<string | undefined> {
  const closed = await tx.sql`select 1 from workspaces where id = ${tx.workspaceId} and (suspended_at is not null or delete_after is not null)`;
  return closed.length > 0 ? 'The workspace is closed. Nothing was charged.' : undefined;
}
