import { workspaceSettings } from '#modules/accounts/index.ts';
import { allTiers } from '#modules/tiers/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { Account } from './account.ts';
import type { PriceBook } from './price-book.ts';
import { runs, type PayInterval, type Plan } from './standing.ts';

/** In which currency a workspace pays: the one it began in while it pays or has credit, else its own where tiers are priced in it. */
export async function currencyFor(r: Reader, account: Account | undefined, { prices }: PriceBook): Promise<string> {
  if (account && (runs(account.standing) || account.standing.credit > 0)) return account.currency;
  const { currency } = await workspaceSettings(r);
  return prices.some((price) => price.currency === currency) ? currency : (prices[0]?.currency ?? currency);
}

/** The tiers' names, lowest first. */
export async function tierLadder(): Promise<string[]> {
  return (await allTiers()).map(({ name }) => name);
}

export interface Wish {
  tier: string;
  interval: PayInterval;
}

/** What was wished for at the price of today, or a refusal. */
export function planFor({ prices }: PriceBook, { tier, interval }: Wish, currency: string): Plan {
  const price = prices.find((each) => each.tier === tier && each.currency === currency)?.[interval];
  if (!price) throw new Refusal('not_for_sale', `This tier is not sold by the ${interval} in ${currency}.`, { fields: { tier: 'is not for sale like this' } });
  return { tier, interval, price };
}
