import { afterAll, beforeAll } from 'vitest';
import { hearOfCharge, paymentProviders } from '#modules/payments/index.ts';
import { conformance } from '#modules/payments/testing.ts';
import './index.ts';
import { aud } from './double.ts';
import { clientOf, connectPayPal, hookOf, openPayPal } from './testing.ts';

let payPal: Awaited<ReturnType<typeof openPayPal>>;
beforeAll(async () => {
  payPal = await openPayPal();
  payPal.double.chance = ({ path, body }) => (path.endsWith('/payment-tokens/vault-lost-alone') && lostAlone++ === 0 ? 'lost' : path === '/v2/checkout/orders' && body.includes('vault-lost') ? lostOnce() : undefined);
});
afterAll(() => payPal.close());

let lost = false;
let lostAlone = 0;
// The first answer is lost; asked again, PayPal answers what it did.
function lostOnce(): 'lost' | undefined {
  lost = !lost;
  return lost ? 'lost' : undefined;
}

const choice = (token: string) => ({ provider: 'paypal', token });

conformance({
  provider: 'paypal',
  takes: 'now',
  prepare: connectPayPal,
  choices: { good: choice('vault-good'), declined: choice('vault-declined'), losesAnswer: choice('vault-lost'), answersLate: choice('vault-late') },
  again: { good: choice('vault-good'), declined: choice('vault-later-declined'), asks: choice('vault-payer'), losesAnswer: choice('vault-lost-again') },
  alone: {
    good: choice('vault-alone'),
    losesAnswer: choice('vault-lost-alone'),
    page: {
      choice: { provider: 'paypal', returnTo: 'https://shop.example/back' },
      agrees: (workspace) => [...payPal.double.book(clientOf(workspace)).setups.values()].forEach((setup) => payPal.double.agree(setup)),
    },
    takeBack(workspace) {
      payPal.double.book(clientOf(workspace)).gone.add('vault-alone');
      return ['vault-alone'];
    },
  },
  async deliverWebhooks(workspace) {
    for (const order of payPal.double.book(clientOf(workspace)).orders.values()) {
      payPal.double.decide(order, 'COMPLETED');
      await hearOfCharge(workspace.ctx, 'paypal', order.key);
    }
  },
  async webhook(workspace, chargeKey, [fact]) {
    const provider = paymentProviders.get('paypal');
    await provider.authorize(workspace.ctx, { key: chargeKey, amount: { amount: 2_500, currency: 'AUD' }, source: provider.source(choice('vault-good')), capture: 'now' });
    const order = payPal.double.orderOf(clientOf(workspace), chargeKey)!;
    if (fact!.kind === 'refunded' && order.refunds.length === 0) order.refunds.push({ id: 'REFUND1', status: 'COMPLETED', amount: aud(fact!.amount), capture: order.captures[0]!.id });
    return payPal.double.event(hookOf(workspace), 'PAYMENT.CAPTURE.COMPLETED', { ...order.captures[0], total_in_cents: 2_500 });
  },
});
