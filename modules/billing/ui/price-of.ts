import { parseAmount } from '#ui/money.tsx';

/** What was typed as minor units; null when nothing was, and the text itself, to be refused, when it is no price. */
export function priceOf(text: unknown, currency: string): number | string | null {
  const typed = String(text ?? '').trim();
  if (typed === '') return null;
  return /^[A-Za-z]{3}$/.test(currency) ? (parseAmount(typed, currency.toUpperCase()) ?? typed) : typed;
}
