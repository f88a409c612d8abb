import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { lockAccount, readAccount } from './account.ts';
import { lockRunning } from './actions.ts';
import { houseContext } from './inside.ts';
import { requireQuiet } from './invoice.ts';
import { carryOutKeeping } from './keep-card.ts';
import { beginKeeping, hurryKeepings } from './keeping.ts';
import { currencyFor, planFor, type Wish } from './offers.ts';
import type { Shop } from './seller.ts';
import { runs } from './standing.ts';
import { nameOf, wayBack } from './way-back.ts';

/** Writes down that the workspace goes to the provider's page to give the card a plan begins with. Nothing else changes. Answers the keeping. */
export async function goToBuy(tx: Tx, { seller, book }: Shop, wish: Wish): Promise<string> {
  const currency = await currencyFor(tx, await readAccount(tx), book);
  const plan = planFor(book, wish, currency);
  const { standing, trialUsedAt } = await lockAccount(tx, { currency });
  await requireQuiet(tx);
  if (runs(standing)) throw new Refusal('wrong_state', 'This workspace pays for a tier already. Change that instead.', { status: standing.status });
  tx.changed({ record: 'billing', id: tx.workspaceId, after: { goesTo: seller.says, tier: wish.tier, interval: wish.interval } });
  return beginKeeping(tx, { plan, trialDays: trialUsedAt ? 0 : book.settings.trialDays, currency, seller, returnTo: wayBack(await nameOf(tx)) });
}

/** The same to give another card. */
export async function goToChangeCard(tx: Tx, { seller }: Shop): Promise<string> {
  const { currency } = await lockRunning(tx);
  tx.changed({ record: 'billing', id: tx.workspaceId, after: { goesTo: seller.says } });
  return beginKeeping(tx, { plan: null, currency, seller, returnTo: wayBack(await nameOf(tx)) });
}

/** Asks what became of the pages that are open, while somebody waits for it. Answers the charge that followed, if one did. */
export async function lookAtPages({ workspaceId }: Pick<Context, 'workspaceId'>): Promise<string | undefined> {
  const ctx = houseContext(workspaceId);
  let chargeId: string | undefined;
  for (const id of await hurryKeepings(ctx)) chargeId = (await carryOutKeeping(ctx, id)) ?? chargeId;
  return chargeId;
}
