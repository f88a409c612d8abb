import { afterAll, beforeAll, describe } from 'vitest';
import { hearOfCharge, paymentProviders } from '#modules/payments/index.ts';
import { conformance } from '#modules/payments/testing.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import './index.ts';
import { aud } from './double.ts';
import { clientOf, connectPayPal, hookOf, openPayPal, PLATFORM, registerPlatform, signInAtPayPal } from './testing.ts';

let payPal: Awaited<ReturnType<typeof openPayPal>>;
const lost = new Set<string>();
beforeAll(async () => {
  payPal = await openPayPal();
  // The first answer is lost; asked again, PayPal answers what it did.
  payPal.double.chance = ({ path, body, headers }) => {
    if (!path.endsWith('/payment-tokens/vault-lost-alone') && !(path === '/v2/checkout/orders' && body.includes('vault-lost'))) return undefined;
    const which = [path, headers['authorization'], headers['paypal-auth-assertion'], headers['paypal-request-id']].join(' ');
    if (lost.has(which)) return undefined;
    lost.add(which);
    return 'lost';
  };
});
afterAll(() => payPal.close());

const choice = (token: string) => ({ provider: 'paypal', token });

interface Connected {
  connect(workspace: TestWorkspace): Promise<void>;
  /** Whose account at PayPal it is, and the webhook that hears of it. */
  accountOf(workspace: TestWorkspace): string;
  hookOf(workspace: TestWorkspace): string;
}

function conforms({ connect, accountOf, hookOf: hook }: Connected): void {
  const bookOf = (workspace: TestWorkspace) => payPal.double.book(accountOf(workspace));
  conformance({
    provider: 'paypal',
    takes: 'now',
    prepare: connect,
    choices: { good: choice('vault-good'), declined: choice('vault-declined'), losesAnswer: choice('vault-lost'), answersLate: choice('vault-late') },
    again: { good: choice('vault-good'), declined: choice('vault-later-declined'), asks: choice('vault-payer'), losesAnswer: choice('vault-lost-again') },
    alone: {
      good: choice('vault-alone'),
      losesAnswer: choice('vault-lost-alone'),
      page: {
        choice: { provider: 'paypal', returnTo: 'https://shop.example/back' },
        agrees: (workspace) => [...bookOf(workspace).setups.values()].forEach((setup) => payPal.double.agree(setup)),
      },
      takeBack(workspace) {
        bookOf(workspace).gone.add('vault-alone');
        return ['vault-alone'];
      },
    },
    async deliverWebhooks(workspace) {
      for (const order of bookOf(workspace).orders.values()) {
        payPal.double.decide(order, 'COMPLETED');
        await hearOfCharge(workspace.ctx, 'paypal', order.key);
      }
    },
    async webhook(workspace, chargeKey, [fact]) {
      const provider = paymentProviders.get('paypal');
      await provider.authorize(workspace.ctx, { key: chargeKey, amount: { amount: 2_500, currency: 'AUD' }, source: provider.source(choice('vault-good')), capture: 'now' });
      const order = payPal.double.orderOf(accountOf(workspace), chargeKey)!;
      if (fact!.kind === 'refunded' && order.refunds.length === 0) order.refunds.push({ id: 'REFUND1', status: 'COMPLETED', amount: aud(fact!.amount), capture: order.captures[0]!.id });
      return payPal.double.event(hook(workspace), 'PAYMENT.CAPTURE.COMPLETED', { ...order.captures[0], total_in_cents: 2_500 });
    },
  });
}

describe('with a client id and secret of one’s own', () => {
  conforms({ connect: connectPayPal, accountOf: clientOf, hookOf });
});

describe('signed in at PayPal', () => {
  const merchants = new Map<string, string>();
  conforms({
    async connect(workspace) {
      await registerPlatform(payPal.double);
      merchants.set(workspace.workspaceId, (await signInAtPayPal(payPal.double, workspace)).id);
    },
    accountOf: ({ workspaceId }) => merchants.get(workspaceId)!,
    hookOf: () => PLATFORM.webhookId,
  });
});
