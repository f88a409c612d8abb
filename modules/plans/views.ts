import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { productDeleted, productUpdated, variantsForSale } from '#modules/catalog/index.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { UNITS } from './calendar.ts';
import { planChanged } from './events.ts';
import { Plan, plansOnOffer, readPlan } from './plan.ts';
import { planOfLine } from './price.ts';
import { subscriptionPlans } from './tables.ts';

const state = sql<string>`case when ${subscriptionPlans.active} then 'on offer' else 'off' end`;

export const planList = listView({
  name: 'subscriptions.plans',
  route: 'GET /subscription-plans',
  says: 'Subscription plans',
  needs: 'subscriptions:read',
  opens: '/subscriptions/plans/:id',
  from: subscriptionPlans,
  search: [{ text: subscriptionPlans.searchText, key: subscriptionPlans.id }],
  columns: {
    name: column(subscriptionPlans.name, { says: 'Plan', search: true, sort: true }),
    unit: column(subscriptionPlans.unit, { says: 'Interval', filter: 'any of', values: UNITS }),
    count: column(subscriptionPlans.count, { says: 'Every', type: 'number' }),
    trialDays: column(subscriptionPlans.trialDays, { says: 'Trial days', type: 'number', sort: true }),
    offBasisPoints: column(subscriptionPlans.offBasisPoints, { says: 'Off', type: 'number', sort: true }),
    products: column(sql<number>`cardinality(${subscriptionPlans.productIds}) + cardinality(${subscriptionPlans.variantIds})`, { says: 'Products', type: 'number' }),
    state: column(state, { says: 'State', filter: 'any of', values: ['on offer', 'off'] }),
    createdAt: column(subscriptionPlans.createdAt, { says: 'Made', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [planChanged],
});

export const planView = view({
  name: 'subscriptions.plan',
  route: 'GET /subscription-plans/:id',
  says: 'A subscription plan',
  needs: 'subscriptions:read',
  input: z.object({ id: z.uuid() }),
  output: Plan,
  read: (r, { id }) => readPlan(r, id),
});

const Offer = z.object({
  planId: z.uuid(),
  name: z.string(),
  says: z.string().meta({ description: '"every month"' }),
  trialDays: z.int(),
  minCycles: z.int(),
  prices: z.array(z.object({ variantId: z.uuid(), price: Money, once: Money.meta({ description: 'what it costs bought once' }) })),
});

/** How a product can be subscribed to; name a planId when it is put into the cart. */
export const productPlans = view({
  name: 'storefront.products.plans',
  on: 'storefront',
  route: 'GET /products/:id/plans',
  says: 'Plans of a product',
  needs: 'storefront:products',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(Offer) }),
  changesWith: [planChanged, productUpdated, productDeleted],
  async read(r, { id }) {
    const plans = await plansOnOffer(r, id);
    if (plans.length === 0) return { data: [] };
    const currency = await currencyOf(r);
    const variants = await r.sql<{ id: string }>`select id from variants where product_id = ${id} order by position limit 200`;
    const forSale = [...(await variantsForSale(r, variants.map((each) => each.id), currency)).values()];
    const data = plans.map((plan) => {
      const sold = forSale.flatMap((variant) => {
        const line = planOfLine(plan, variant);
        return line ? [{ line, prices: { variantId: variant.variantId, price: money(line.unitPrice, currency), once: money(variant.unitPrice, currency) } }] : [];
      });
      return { planId: plan.id, name: plan.name, says: sold[0]?.line.says ?? '', trialDays: plan.trialDays, minCycles: plan.minCycles, prices: sold.map(({ prices }) => prices) };
    });
    return { data: data.filter(({ prices }) => prices.length > 0) };
  },
});

async function currencyOf(r: Reader): Promise<string> {
  const storefrontId = r.actor.kind === 'storefront' ? r.actor.storefrontId : null;
  const [shop] = await r.sql<{ currency: string }>`select currency from storefronts where id = ${storefrontId}`;
  return shop?.currency ?? (await workspaceSettings(r)).currency;
}
