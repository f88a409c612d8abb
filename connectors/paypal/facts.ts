import { amountText, parseAmount } from '#platform/money.ts';
import type { Money } from '#platform/money.ts';
import type { ProviderFact } from '#modules/payments/index.ts';
import type { Json } from './client.ts';

/** Amounts at PayPal are decimal texts. */
export function toPayPal(money: Money): { currency_code: string; value: string } {
  return { currency_code: money.currency, value: amountText(money) };
}

export function fromPayPal(amount: unknown): number {
  const { value = '0', currency_code: currency = 'USD' } = (amount ?? {}) as { value?: string; currency_code?: string };
  return parseAmount(value, currency);
}

interface Part {
  id: string;
  status: string;
  amount?: unknown;
  custom_id?: string;
}

export interface Payments {
  captures: Part[];
  authorizations: Part[];
  refunds: Part[];
}

export function paymentsOf(order: Json): Payments {
  const [unit] = (order['purchase_units'] ?? []) as Json[];
  return { captures: [], authorizations: [], refunds: [], ...(unit?.['payments'] as Partial<Payments> | undefined) };
}

/** What an order at PayPal, as it stands now, says has happened. The same happening always has the same reference. */
export function factsOfOrder(order: Json): ProviderFact[] {
  const { captures, authorizations, refunds } = paymentsOf(order);
  return [...authorizations.flatMap(ofAuthorization), ...captures.flatMap(ofCapture), ...refunds.flatMap(ofRefund)];
}

const DECLINED = 'PayPal declined the payment. Nothing was charged. Please try another way to pay.';

export function ofAuthorization({ id, status, amount }: Part): ProviderFact[] {
  if (status === 'VOIDED') return [{ kind: 'voided', reference: id, amount: 0 }];
  if (status === 'DENIED') return [{ kind: 'declined', reference: id, amount: 0, sentence: DECLINED }];
  if (status === 'PENDING') return [{ kind: 'pending', reference: id, amount: 0 }];
  return [{ kind: 'authorized', reference: id, amount: fromPayPal(amount) }];
}

export function ofCapture({ id, status, amount }: Part): ProviderFact[] {
  if (status === 'PENDING') return [{ kind: 'pending', reference: id, amount: 0 }];
  if (status === 'DECLINED' || status === 'FAILED') return [{ kind: 'declined', reference: id, amount: 0, sentence: DECLINED }];
  return [{ kind: 'captured', reference: id, amount: fromPayPal(amount) }];
}

/** A refund that is still on its way is not told yet. */
export function ofRefund({ id, status, amount, custom_id: key }: Part): ProviderFact[] {
  const done: ProviderFact = { kind: 'refunded', reference: id, amount: fromPayPal(amount), ...(key && { key }) };
  if (status === 'COMPLETED') return [done];
  return status === 'FAILED' || status === 'CANCELLED' ? [done, { ...done, kind: 'refund-failed' }] : [];
}

/** The page on which the payer goes on. */
export function payerPage(order: Json): string | undefined {
  const links = (order['links'] ?? []) as { rel?: string; href?: string }[];
  return links.find(({ rel }) => rel === 'payer-action' || rel === 'approve' || rel === 'redirect')?.href;
}
