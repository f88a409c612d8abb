import * as z from 'zod';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { UNITS } from './calendar.ts';

export const PlanFields = z.object({
  name: z.string().trim().min(1).max(120),
  unit: z.enum(UNITS),
  count: z.int().min(1).max(365),
  perPiece: z.boolean().meta({ description: 'one piece lasts an interval: whoever takes two gets them half as often' }),
  trialDays: z.int().min(0).max(365).meta({ description: 'the first delivery is free, and the first renewal comes after so many days' }),
  minCycles: z.int().min(0).max(120).meta({ description: 'paid deliveries before a customer may end it; 0 = at any time' }),
  offBasisPoints: z.int().min(0).max(10_000).meta({ description: "off the variant's price; 100 = one percent" }),
  prices: z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0).max(100_000_000_00)).meta({ description: 'own prices by currency, in minor units; where there is one, it holds instead' }),
  productIds: z.array(z.uuid()).max(200),
  variantIds: z.array(z.uuid()).max(200).meta({ description: 'single variants, beside whole products' }),
  active: z.boolean(),
});
export type PlanFields = z.output<typeof PlanFields>;

export const Plan = PlanFields.extend({ id: z.uuid(), names: z.record(z.string(), z.string()).meta({ description: 'of the products and variants, by id' }) });
export type Plan = z.output<typeof Plan>;

const PLAN = `
select p.id, p.name, p.unit, p.count, p.per_piece as "perPiece", p.trial_days as "trialDays", p.min_cycles as "minCycles", p.off_basis_points as "offBasisPoints", p.prices,
  p.product_ids as "productIds", p.variant_ids as "variantIds", p.active`;

const NAMED = `${PLAN},
  coalesce((select jsonb_object_agg(x.id, x.title) from (
    select id, title from products where id = any(p.product_ids)
    union all select v.id, case when v.title = '' then o.title else o.title || ', ' || v.title end from variants v join products o on o.id = v.product_id where v.id = any(p.variant_ids)) x), '{}') as names
from subscription_plans p where p.id = $1`;

/** One plan with the names of what it sells. */
export async function readPlan(r: Reader, id: string): Promise<Plan> {
  const [row] = await r.query<Plan>(NAMED, [id]);
  if (!row) throw notFound('The plan');
  return row;
}

export type PlanRow = PlanFields & { id: string };

/** Those of the plans that are there. One statement. */
export async function plansById(r: Reader, ids: readonly string[]): Promise<Map<string, PlanRow>> {
  const rows = await r.query<PlanRow>(`${PLAN} from subscription_plans p where p.id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Plans on offer for a product or single variants of it, most frequent first. */
export async function plansOnOffer(r: Reader, productId: string): Promise<PlanRow[]> {
  return r.query<PlanRow>(
    `${PLAN} from subscription_plans p
     where p.active and ($1::uuid = any(p.product_ids) or p.variant_ids && array(select id from variants where product_id = $1::uuid))
     order by case p.unit when 'day' then 1 when 'week' then 7 when 'month' then 30 else 365 end * p.count, p.name limit 50`,
    [productId],
  );
}
