import { afterAll, beforeAll } from 'vitest';
import { paymentProviders } from '#modules/payments/index.ts';
import { conformance } from '#modules/payments/testing.ts';
import './index.ts';
import { connectPolar, openPolar, pageOf, SIGNING, tokenOf } from './testing.ts';

let polar: Awaited<ReturnType<typeof openPolar>>;
beforeAll(async () => {
  polar = await openPolar();
});
afterAll(() => polar.close());

const good = { provider: 'polar', returnTo: 'https://shop.example/back' };

conformance({
  provider: 'polar',
  takes: 'now',
  prepare: connectPolar,
  choices: { good },
  async onPage(workspace, chargeKey) {
    const checkout = await pageOf(polar.double, workspace, chargeKey);
    if (checkout) polar.double.pay(tokenOf(workspace), checkout);
  },
  async webhook(workspace, chargeKey, [fact]) {
    const provider = paymentProviders.get('polar');
    await provider.authorize(workspace.ctx, { key: chargeKey, amount: { amount: 2_500, currency: 'AUD' }, source: provider.source(good), capture: 'now', returnTo: good.returnTo });
    const name = tokenOf(workspace);
    const checkout = (await pageOf(polar.double, workspace, chargeKey))!;
    polar.double.pay(name, checkout);
    const { orders, refunds } = polar.double.book(name);
    const order = orders.find(({ checkout_id: id }) => id === checkout.id)!;
    if (fact!.kind === 'refunded' && !refunds.some((refund) => refund.order_id === order.id)) refunds.push({ id: 'refund-1', order_id: order.id, status: 'succeeded', amount: fact!.amount - 45, tax_amount: 45, metadata: {} });
    return polar.double.event(`${SIGNING}_${workspace.workspaceId}`, 'order.paid', order);
  },
});
