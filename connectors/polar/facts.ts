import type { ProviderFact } from '#modules/payments/index.ts';

export interface Checkout {
  id: string;
  status: 'open' | 'expired' | 'confirmed' | 'succeeded' | 'failed';
  url: string;
}

export interface Order {
  id: string;
  paid: boolean;
  /** What the shopper paid, taxes among it. */
  total_amount: number;
  net_amount: number;
  tax_amount: number;
  refunded_amount: number;
  refunded_tax_amount: number;
  refundable_amount: number;
  refundable_tax_amount: number;
}

export interface Refund {
  id: string;
  status: 'pending' | 'succeeded' | 'failed' | 'canceled';
  amount: number;
  tax_amount: number;
  metadata: Record<string, unknown>;
}

const LEFT = 'The payment page was left before anything was paid. Nothing was charged.';
const FAILED = 'The payment did not succeed. Nothing was charged. Please try another way to pay.';

/** What a page that nobody has paid on says. */
export function factsOfCheckout({ id, status, url }: Checkout, key: string): ProviderFact[] {
  if (status === 'expired' || status === 'failed') return [{ kind: 'declined', reference: id, amount: 0, key, sentence: status === 'expired' ? LEFT : FAILED }];
  return [{ kind: 'pending', reference: id, amount: 0, key, ...(status === 'open' && { continueAt: url }) }];
}

/** What an order and its refunds, as they stand now, say has happened. The same happening always has the same reference. */
export function factsOfOrder(order: Order, refunds: readonly Refund[], key: string): ProviderFact[] {
  return [{ kind: 'captured', reference: order.id, amount: order.total_amount, key }, ...refunds.flatMap(factsOfRefund)];
}

/** A refund that is still on its way is not told yet. Polar takes the tax back by itself, beside the amount. */
export function factsOfRefund({ id, status, amount, tax_amount: tax, metadata }: Refund): ProviderFact[] {
  const key = metadata['step_key'];
  const done: ProviderFact = { kind: 'refunded', reference: id, amount: amount + tax, ...(typeof key === 'string' && { key }) };
  if (status === 'succeeded') return [done];
  return status === 'failed' || status === 'canceled' ? [done, { ...done, kind: 'refund-failed' }] : [];
}

/** How much to ask Polar for, so that with the tax it adds as much goes back as was meant. Minor units. */
export function withoutTax(meant: number, order: Order): number {
  const whole = order.refundable_amount + order.refundable_tax_amount;
  if (meant >= whole) return order.refundable_amount + (meant - whole);
  const near = Math.round((meant * order.net_amount) / order.total_amount);
  const goesBack = (amount: number) => amount + Math.round((amount * order.tax_amount) / order.net_amount);
  const possible = [near - 1, near, near + 1].filter((amount) => amount >= 1 && amount <= order.refundable_amount);
  return possible.toSorted((a, b) => Math.abs(goesBack(a) - meant) - Math.abs(goesBack(b) - meant))[0] ?? order.refundable_amount;
}
