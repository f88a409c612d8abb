/**
 * Plans: ways to buy something again and again. Words: plan (how often, for how much, of what), interval (so many days, weeks, months
 * or years), trial (the first delivery is free), off (less than the price of buying once).
 * Invariants: a line of a cart is bought once or on one plan; a renewal is counted from the anchor, never from the renewal before it;
 * what a subscriber agreed to does not change with the plan.
 */
import { module } from '#platform/module.ts';
import { planChanged } from './events.ts';
import { subscriptionPlans } from './tables.ts';
import { planList, planView, productPlans } from './views.ts';
import { createPlan, deletePlan, updatePlan } from './write-plan.ts';

export const plans = module({
  name: 'plans',
  uses: ['accounts', 'catalog'],
  tables: { subscriptionPlans },
  operations: [createPlan, updatePlan, deletePlan],
  views: [planList, planView, productPlans],
  events: [planChanged],
  capabilities: { 'subscriptions:read': 'See subscriptions and plans', 'subscriptions:write': 'Change subscriptions and plans' },
});

export { createPlan, updatePlan, deletePlan, planList, planView, productPlans, planChanged };
export { intervalWords, lasting, renewalAt, timesUntilAfter, UNITS, type Interval } from './calendar.ts';
export { onTheirPlans, planOfLine, type LinePlan, type PlannedVariant } from './price.ts';
export { plansById } from './plan.ts';
