import { openDispute } from '#connectors/test-payments/index.ts';
import { createPlan } from '#modules/plans/index.ts';
import { uploadFile } from '#modules/statements/index.ts';
import { DAY, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { ShopPlan } from '../shop-plan.ts';

/** What comes of a year of payments: a buyer who objects to one, a page of the bank's, and for the coffee beans that come by themselves. */
export async function moneyThings(ctx: Context, { currency }: ShopPlan): Promise<void> {
  const beans = await ctx.read((r) => r.sql<{ id: string }>`select id from products where status = 'active' and product_type = 'Coffee' order by title, id limit 12`);
  if (beans.length > 0) {
    const productIds = beans.map(({ id }) => id);
    await createPlan.call(ctx, { name: 'Every two weeks', unit: 'week', count: 2, offBasisPoints: 1_000, productIds });
    await createPlan.call(ctx, { name: 'Every month', unit: 'month', count: 1, offBasisPoints: 500, minCycles: 2, productIds });
  }
  await objectToOne(ctx);
  await keepBankPage(ctx, currency);
}

// The test provider tells of it as soon as the shop runs, as a bank would.
async function objectToOne(ctx: Context): Promise<void> {
  const [charge] = await ctx.read((r) => r.sql<{ key: string }>`
    select p.key from payments p join orders o on o.id = p.order_id
    where p.provider = 'test' and p.state = 'captured' and p.refunded = 0 and o.fulfilment_state = 'fulfilled' and o.placed_at < ${later(now(), -12 * DAY)} order by o.placed_at desc limit 1`);
  if (charge) await openDispute(ctx, charge.key, { reason: 'not_received' });
}

async function keepBankPage(ctx: Context, currency: string): Promise<void> {
  const lines = await ctx.read((r) => r.sql<{ on: string; amount: number; who: string; number: number }>`
    select to_char(placed_at, 'YYYY-MM-DD') as on, total as amount, customer_name as who, number from orders
    where payment_state = 'paid' and placed_at > ${later(now(), -60 * DAY)} order by placed_at desc limit 14`);
  const rows = lines.map(({ on, amount, who, number }) => `${on},${(amount / 100).toFixed(2)},"${who.replaceAll('"', "'")}","Order ${number}"`);
  const costs = [[3, '-412.50', 'Harbour Rent Ltd', 'Rent of the workshop'], [9, '-86.20', 'City Power', 'Electricity'], [20, '-31.00', 'Post Office', 'Parcels']].map(
    ([days, amount, who, what]) => `${later(now(), -(days as number) * DAY).toISOString().slice(0, 10)},${amount},"${who}","${what}"`,
  );
  const content = Buffer.from(['Date,Amount,Name,Description', ...rows, ...costs].join('\n')).toString('base64');
  await uploadFile.call(ctx, { fileName: 'current-account.csv', content, newAccount: 'Current account', currency });
}
