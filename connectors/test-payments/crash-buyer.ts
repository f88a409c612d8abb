import { useDatabase } from '#platform/db/pools.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { carryOutPayment, requestPayment } from '#modules/payments/index.ts';
import './index.ts';

/** A process that pays for one order and may be told (QUICKDASH_FAULT) to die on the way: `crash-buyer.ts <database> <workspace> <order> <token>`. */
const [database, workspaceId, orderId, token] = process.argv.slice(2) as [string, string, string, string];
await useDatabase(database);
const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'crash' }, capabilities: [] });
const payment = await ctx.transaction((tx) => requestPayment(tx, { orderId, amount: { amount: 2_500, currency: 'AUD' }, choice: { provider: 'test', token } }));
// So far only the order is written down; this is where a checkout has committed.
const done = await carryOutPayment(ctx, payment.id);
process.stdout.write(`${done.state}\n`, () => process.exit(0));
