import { expect, test } from 'vitest';
import { paymentProviders } from '#modules/payments/index.ts';
import { conformance } from '#modules/payments/testing.ts';
import { SIGNATURE_HEADER, deliverWebhooks, sign, testCards } from './index.ts';

const card = (cardNumber: string) => ({ provider: 'test', cardNumber });

conformance({
  provider: 'test',
  takes: 'now',
  choices: {
    good: card('4242 4242 4242 4242'),
    declined: card('4000000000000002'),
    losesAnswer: card('4000000000000119'),
    answersLate: card('4000000000000341'),
    sendsTwice: card('4000000000005126'),
  },
  again: { good: card('4242 4242 4242 4242'), declined: card('4000000000009995'), asks: card('4000002760003184'), losesAnswer: card('4000000000000119') },
  alone: { good: card('4242 4242 4242 4242'), declined: card('4000000000000002'), losesAnswer: card('4000000000000119') },
  deliverWebhooks: ({ ctx }) => deliverWebhooks(ctx),
  webhook({ workspaceId }, chargeKey, facts) {
    const body = JSON.stringify({ chargeKey, facts });
    return new Request('http://localhost/', { method: 'POST', headers: { [SIGNATURE_HEADER]: sign(workspaceId, body) }, body });
  },
});

test('a card becomes a token with its last four digits; the number goes no further', () => {
  for (const number of Object.keys(testCards)) {
    const source = paymentProviders.get('test').source(card(number));
    expect(source).toMatchObject({ brand: 'visa', last4: number.slice(-4) });
    expect(JSON.stringify(source)).not.toContain(number);
  }
});

test('a real-looking card, an expired one and no card at all are refused in words', () => {
  const source = (choice: object) => () => paymentProviders.get('test').source({ provider: 'test', ...choice });
  expect(source({ cardNumber: '4111111111111111' })).toThrow('test cards only');
  expect(source({ cardNumber: '4242424242424242', cardExpiry: '01/20' })).toThrow('expiry');
  expect(source({})).toThrow('card number');
});
