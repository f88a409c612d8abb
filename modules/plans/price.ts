import type { Reader } from '#platform/tenancy/context.ts';
import type { SellableVariant } from '#modules/catalog/index.ts';
import { intervalWords, type Interval } from './calendar.ts';
import { plansById, type PlanRow } from './plan.ts';

/** On which plan a line is bought, and what each renewal of one piece will cost. Kept with the order as it was then. */
export interface LinePlan extends Interval {
  id: string;
  name: string;
  /** "every month" */
  says: string;
  unitPrice: number;
  /** One piece lasts an interval. */
  perPiece: boolean;
  trialDays: number;
  minCycles: number;
}

/** A variant as it is sold in a line: on a plan, or once. */
export type PlannedVariant = SellableVariant & { plan?: LinePlan };

export interface PlanWish {
  variantId: string;
  planId?: string | null | undefined;
}

/**
 * The variants at the prices of the plans they are wanted on; with a trial the first delivery costs nothing. What is not sold on its
 * plan is left out, as if it were not for sale. No statement where nothing is wanted on a plan.
 */
export async function onTheirPlans(r: Reader, forSale: Map<string, SellableVariant>, wishes: readonly PlanWish[]): Promise<Map<string, PlannedVariant>> {
  const planned = wishes.filter(({ planId }) => planId);
  if (planned.length === 0) return forSale;
  const plans = await plansById(r, planned.map(({ planId }) => planId!));
  const sold = new Map<string, PlannedVariant>(forSale);
  for (const { variantId, planId } of planned) {
    const variant = forSale.get(variantId);
    const plan = variant && planOfLine(plans.get(planId!), variant);
    if (plan) sold.set(variantId, { ...variant!, unitPrice: plan.trialDays > 0 ? 0 : plan.unitPrice, plan });
    else sold.delete(variantId);
  }
  return sold;
}

/** How a plan sells this variant; undefined when it does not. Gift cards are sold once only. */
export function planOfLine(plan: PlanRow | undefined, variant: SellableVariant): LinePlan | undefined {
  if (!plan?.active || variant.kind === 'gift_card') return undefined;
  if (!plan.productIds.includes(variant.productId) && !plan.variantIds.includes(variant.variantId)) return undefined;
  const { id, name, unit, count, perPiece, trialDays, minCycles } = plan;
  return { id, name, says: `${intervalWords(plan)}${perPiece ? ' for each piece' : ''}`, unit, count, perPiece, unitPrice: planPrice(plan, variant), trialDays, minCycles };
}

/** In minor units: the plan's own price in that currency, or its part of the variant's. */
export function planPrice({ prices, offBasisPoints }: Pick<PlanRow, 'prices' | 'offBasisPoints'>, { unitPrice, currency }: Pick<SellableVariant, 'unitPrice' | 'currency'>): number {
  return prices[currency] ?? Math.round((unitPrice * (10_000 - offBasisPoints)) / 10_000);
}
