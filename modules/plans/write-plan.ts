import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { planChanged } from './events.ts';
import { Plan, PlanFields, readPlan } from './plan.ts';

const PLAIN = { count: 1, perPiece: false, trialDays: 0, minCycles: 0, offBasisPoints: 0, prices: {}, productIds: [], variantIds: [], active: true };
const MOST_PLANS = 200;

export const createPlan = operation({
  name: 'subscriptions.create-plan',
  route: 'POST /subscription-plans',
  says: 'Make a subscription plan',
  needs: 'subscriptions:write',
  input: PlanFields.partial().extend({ name: PlanFields.shape.name, unit: PlanFields.shape.unit }),
  output: Plan,
  async run(tx, given) {
    const plan: PlanFields = { ...PLAIN, ...given };
    await check(tx, plan);
    const [many] = await tx.sql<{ n: number }>`select count(*)::int as n from subscription_plans`;
    if (many!.n >= MOST_PLANS) throw new Refusal('too_many', `A shop has at most ${MOST_PLANS} plans. Delete one that nobody uses.`);
    return write(tx, newId(), plan);
  },
});

/** Changes what is given. Whoever subscribes already keeps their price and their interval. */
export const updatePlan = operation({
  name: 'subscriptions.update-plan',
  route: 'PATCH /subscription-plans/:id',
  says: 'Change a subscription plan',
  needs: 'subscriptions:write',
  input: PlanFields.partial().extend({ id: z.uuid() }),
  output: Plan,
  async run(tx, { id, ...changes }) {
    await tx.sql`select 1 from subscription_plans where id = ${id} for update`;
    const { id: _id, names: _names, ...before } = await readPlan(tx, id);
    const after = { ...before, ...changes };
    await check(tx, after);
    return write(tx, id, after);
  },
});

/** Subscriptions that run on it go on as they were agreed. */
export const deletePlan = operation({
  name: 'subscriptions.delete-plan',
  route: 'DELETE /subscription-plans/:id',
  says: 'Delete a subscription plan',
  needs: 'subscriptions:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [gone] = await tx.sql<{ name: string }>`delete from subscription_plans where id = ${id} returning name`;
    if (!gone) throw notFound('The plan');
    tx.tell(planChanged, { planId: id });
    tx.changed({ record: 'subscription plan', id, before: gone });
    return { id };
  },
});

async function write(tx: Tx, id: string, plan: PlanFields): Promise<Plan> {
  await tx.sql`
    insert into subscription_plans (id, name, unit, count, per_piece, trial_days, min_cycles, off_basis_points, prices, product_ids, variant_ids, active, created_at, updated_at)
    values (${id}, ${plan.name}, ${plan.unit}, ${plan.count}, ${plan.perPiece}, ${plan.trialDays}, ${plan.minCycles}, ${plan.offBasisPoints}, ${JSON.stringify(plan.prices)}::jsonb,
      ${plan.productIds}::uuid[], ${plan.variantIds}::uuid[], ${plan.active}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, id) do update set name = excluded.name, unit = excluded.unit, count = excluded.count, per_piece = excluded.per_piece, trial_days = excluded.trial_days,
      min_cycles = excluded.min_cycles, off_basis_points = excluded.off_basis_points, prices = excluded.prices, product_ids = excluded.product_ids,
      variant_ids = excluded.variant_ids, active = excluded.active, updated_at = excluded.updated_at`;
  tx.tell(planChanged, { planId: id });
  tx.changed({ record: 'subscription plan', id, after: plan });
  return readPlan(tx, id);
}

async function check(tx: Tx, { productIds, variantIds }: PlanFields): Promise<void> {
  if (productIds.length + variantIds.length === 0) throw new Refusal('invalid', 'Choose what is sold on this plan.', { fields: { productIds: 'at least one product' } });
  const wanted = new Set([...productIds, ...variantIds]);
  const known = await tx.sql`select id from products where id = any(${productIds}::uuid[]) union all select id from variants where id = any(${variantIds}::uuid[])`;
  if (known.length < wanted.size) throw notFound('A product or variant of this plan');
  const [card] = await tx.sql`select 1 from products where id = any(${productIds}::uuid[]) and kind = 'gift_card' limit 1`;
  if (card) throw new Refusal('invalid', 'A gift card is sold once; it cannot be subscribed to.', { fields: { productIds: 'has a gift card in it' } });
}
