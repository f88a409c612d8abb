import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { house } from '#connectors/house.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { enterCode, placeOrder, startCheckout, updateCheckout } from './index.ts';
import { ANA } from './test-shop.ts';

/** Test support: one shopper's checkout in a process of its own, which dies at the fault point QUICKDASH_FAULT names. */
const { values } = parseArgs({ options: { url: { type: 'string' }, workspace: { type: 'string' }, storefront: { type: 'string' }, cart: { type: 'string' }, card: { type: 'string' }, gift: { type: 'string' } } });

// A process that is killed would not keep what it compiled for the next one.
flushCompileCache();
registry.load(house);
await useDatabase(values.url!);
const shopper = openContext({
  workspaceId: values.workspace!,
  actor: { kind: 'storefront', storefrontId: values.storefront! },
  capabilities: ['storefront:cart', 'storefront:checkout', 'storefront:orders'],
});
const { id } = await startCheckout.call(shopper, { cartId: values.cart! });
if (values.gift) await enterCode.call(shopper, { id, giftCardOrCode: values.gift });
const checkout = await updateCheckout.call(shopper, { id, ...ANA });
const placed = await placeOrder.call(shopper, { checkoutId: id, agreedTotal: checkout.total, agreedDue: checkout.due, payment: { method: 'test', card: values.card! } });
console.log(placed.payment.state);
process.exit(0);
