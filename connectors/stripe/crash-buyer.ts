import { useConfig } from '#platform/config.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { useVendorAt } from '#modules/integrations/index.ts';
import { carryOutPayment, requestPayment } from '#modules/payments/index.ts';
import { API } from './client.ts';
import './index.ts';

/** A process that pays for one order at a double and may be told (QUICKDASH_FAULT) to die on the way: `crash-buyer.ts <database> <workspace> <order> <token or -> <double>`. */
const [database, workspaceId, orderId, token, double] = process.argv.slice(2) as [string, string, string, string, string];
useConfig({ ALLOW_PRIVATE_TARGETS: true });
useVendorAt(API, double);
await useDatabase(database);
const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'crash' }, capabilities: [] });
const choice = { provider: 'stripe', ...(token === '-' ? { returnTo: 'https://shop.example/back' } : { token }) };
const payment = await ctx.transaction((tx) => requestPayment(tx, { orderId, amount: { amount: 2_500, currency: 'AUD' }, choice }));
const done = await carryOutPayment(ctx, payment.id);
process.stdout.write(`${done.state}\n`, () => process.exit(0));
