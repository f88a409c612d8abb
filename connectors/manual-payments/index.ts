import { module } from '#platform/module.ts';
import { chargeBook, paymentProviders, type PaymentProvider } from '#modules/payments/index.ts';
import * as tables from './tables.ts';

/**
 * Payments that people make and check themselves: bank transfer, cash on delivery. A checkout with it is a promise (authorized);
 * the merchant says when the money came (payments.mark-paid), gives it up (void) or notes that it was paid back (refund).
 */
export const manualPayments = module({ name: 'manual-payments', uses: ['payments'], tables });

const book = chargeBook('manual_charges');

const manualProvider: PaymentProvider = {
  says: 'Bank transfer or cash',
  chargesAgain: 'own-token',
  byHand: true,
  source: () => ({ token: '', brand: null, last4: null }),
  authorize: (ctx, ask) => book.open(ctx, ask, [{ kind: 'authorized', reference: ask.key, amount: ask.amount.amount, key: ask.key }]),
  capture: (ctx, ask) => book.step(ctx, 'capture', ask),
  void: (ctx, ask) => book.step(ctx, 'void', ask),
  refund: (ctx, ask) => book.step(ctx, 'refund', ask),
  lookup: (ctx, key) => book.lookup(ctx, key),
};

paymentProviders.provide('manual', manualProvider);
