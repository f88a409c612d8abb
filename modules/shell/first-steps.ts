import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { askIfAllowed, countOf } from './state-of-things.ts';

const Step = z.object({ key: z.string(), label: z.string(), about: z.string(), to: z.string(), done: z.boolean() });
type Step = z.infer<typeof Step>;

/** The way of a new workspace to its first sale. Each step is done when the thing itself is there, however it came. */
export const firstSteps = view({
  name: 'shell.first-steps',
  route: 'GET /first-steps',
  says: 'What a new workspace still needs',
  needs: 'own:shell',
  input: z.object({}),
  output: z.object({ steps: z.array(Step) }),
  async read(_r, _input, ctx) {
    const found = await Promise.all(STEPS.map(async ({ isDone, ...step }) => ({ ...step, done: await isDone(ctx) })));
    return { steps: found.flatMap(({ done, ...step }) => (done === undefined ? [] : [{ ...step, done }])) };
  },
});

interface Wanted extends Omit<Step, 'done'> {
  /** undefined: not for somebody with this role. */
  isDone(ctx: Context): Promise<boolean | undefined>;
}

const some = async (count: Promise<number | undefined>, least = 1) => {
  const n = await count;
  return n === undefined ? undefined : n >= least;
};

const STEPS: readonly Wanted[] = [
  { key: 'product', label: 'Put a product on sale', about: 'Title, price and a picture are enough to begin.', to: '/products/new', isDone: (ctx) => some(countOf(ctx, 'products.list', { status: 'active' })) },
  { key: 'storefront', label: 'Open a storefront', about: 'The shop people see, with its own key.', to: '/storefronts', isDone: (ctx) => some(countOf(ctx, 'storefronts.list')) },
  { key: 'shipping', label: 'Say where you ship, and for how much', about: 'Zones and their methods.', to: '/settings/shipping', isDone: (ctx) => hasShipping(ctx) },
  { key: 'tax', label: 'Name the places you collect tax for', about: 'Rates are built in; you only say where you are registered.', to: '/settings/taxes', isDone: (ctx) => hasTax(ctx) },
  { key: 'people', label: 'Invite a colleague', about: 'With a role that fits their work.', to: '/people', isDone: (ctx) => some(countOf(ctx, 'members.list'), 2) },
  { key: 'order', label: 'Take the first order', about: 'A draft order will do to see how it goes.', to: '/orders/drafts/new', isDone: (ctx) => some(countOf(ctx, 'orders.list')) },
];

async function hasShipping(ctx: Context): Promise<boolean | undefined> {
  const zones = await askIfAllowed<{ data: { methods?: unknown[] }[] }>(ctx, 'shipping.zones');
  return zones?.data.some((zone) => (zone.methods ?? []).length > 0);
}

async function hasTax(ctx: Context): Promise<boolean | undefined> {
  const tax = await askIfAllowed<{ registrations: unknown[] }>(ctx, 'tax.rates', { country: 'AU' });
  return tax && tax.registrations.length > 0;
}
