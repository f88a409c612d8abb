import { startEngine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { travel } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { createCart } from '#modules/carts/index.ts';
import { startCheckout, updateCheckout } from '#modules/orders/index.ts';
import { ANA, pay, type Shop } from '#modules/orders/testing.ts';
import { createPlan } from '#modules/plans/index.ts';
import { subscriptionList } from './index.ts';

/** Test support: people who subscribe at a shop, and the days that pass there. */
export async function planFor(shop: Shop, thing: string, fields: object = {}): Promise<string> {
  const productId = await productOf(shop, thing);
  const plan = await createPlan.call(shop.ctx, { name: 'Monthly', unit: 'month', productIds: [productId], ...fields });
  return plan.id;
}

export async function productOf(shop: Shop, thing: string): Promise<string> {
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select product_id as id from variants where id = ${shop.variant[thing]!}`);
  return row!.id;
}

/** A customer with an account buys a thing on a plan; answers their context and the subscription. */
export async function subscribe(shop: Shop, thing: string, planId: string, quantity = 1): Promise<{ customer: Context; id: string }> {
  const email = `${crypto.randomUUID()}@example.test`;
  const [row] = await shop.ctx.transaction((tx) => tx.sql<{ id: string }>`insert into customers (email, name) values (${email}, 'Ana Ng') returning id`);
  const customer = shop.shopper(row!.id);
  const cart = await createCart.call(customer, { lines: [{ variantId: shop.variant[thing]!, quantity, planId }] });
  const { id } = await startCheckout.call(customer, { cartId: cart.id });
  await pay(customer, await updateCheckout.call(customer, { id, ...ANA, email }));
  await settle();
  const { data } = await subscriptionList.call(shop.ctx, { filter: { customerId: row!.id } });
  return { customer, id: data[0]!.id };
}

/** What was told is worked off. */
export async function settle(): Promise<void> {
  const engine = await startEngine();
  try {
    await engine.settle();
  } finally {
    await engine.stop();
  }
}

/** The schedule runs at that instant, twice at once as two processes would, and what it told is worked off. */
export async function runAt(shop: Shop, at: Date | string, schedule: 'renew' | 'announce' = 'renew'): Promise<void> {
  const back = travel(new Date(at).getTime() - Date.now());
  try {
    const { run } = registry.schedules().find(({ name }) => name === `subscriptions.${schedule}`)!;
    await Promise.all([run(shop.ctx), run(shop.ctx)]);
    await settle();
  } finally {
    back();
  }
}

export interface Tried {
  cycle: number;
  attempt: number;
  state: string;
  dueAt: Date;
  total: number | null;
}

export function triesOf(shop: Shop, id: string): Promise<Tried[]> {
  return shop.ctx.read((r) => r.sql<Tried>`
    select x.cycle, x.attempt, x.state, x.due_at as "dueAt", o.total from subscription_renewals x left join orders o on o.id = x.order_id where x.subscription_id = ${id} order by x.cycle, x.attempt`);
}
