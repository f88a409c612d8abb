import * as z from 'zod';
import { Refusal } from './refusal.ts';

/** Money is an integer count of minor units (cents) and an ISO 4217 code. Never a float. */
export const Money = z.object({
  amount: z.int().meta({ description: 'Integer minor units, e.g. cents' }),
  currency: z.string().regex(/^[A-Z]{3}$/).meta({ description: 'ISO 4217 code' }),
});
export type Money = z.infer<typeof Money>;

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new Error(`money needs integer minor units, got ${amount}`);
  return { amount, currency };
}

/** Adds sums of one currency; two currencies in one sum is a bug. */
export function addMoney(first: Money, ...rest: Money[]): Money {
  let amount = first.amount;
  for (const next of rest) {
    if (next.currency !== first.currency) throw new Error(`cannot add ${next.currency} to ${first.currency}`);
    amount += next.amount;
  }
  return money(amount, first.currency);
}

/** Decimal places of a currency's minor unit (ISO 4217): AUD 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}
const digitsByCurrency = new Map<string, number>();

const formats = new Map<string, Intl.NumberFormat>();

/** "A$1,234.50" in the reader's locale. */
export function formatMoney(value: Money, locale = 'en-AU'): string {
  const key = `${locale}|${value.currency}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency })));
  return format.format(value.amount / 10 ** minorDigits(value.currency));
}

/** Reads what a person typed ("12.5", "1,234.50") as minor units, or refuses. Works on digits, never on floats. */
export function parseAmount(text: string, currency: string): number {
  const digits = minorDigits(currency);
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim().replaceAll(',', ''));
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || fraction.length > digits) throw new Refusal('invalid', `"${text}" is not an amount in ${currency}.`);
  const amount = Number(`${match[2]}${fraction.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(amount)) throw new Refusal('invalid', `"${text}" is too large an amount.`);
  return match[1] ? -amount : amount;
}

/** The decimal text of an amount, for CSV and forms: 1250 AUD -> "12.50". */
export function amountText(value: Money): string {
  const digits = minorDigits(value.currency);
  const text = String(Math.abs(value.amount)).padStart(digits + 1, '0');
  const whole = digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
  return value.amount < 0 ? `-${whole}` : whole;
}

/** Splits an amount over weights so that the parts sum to it exactly (largest remainder). */
export function allocate(amount: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, i) => (i === 0 ? amount : 0));
  const exact = weights.map((w) => (BigInt(amount) * BigInt(w)) / BigInt(sum));
  const parts = exact.map(Number);
  const rest = amount - parts.reduce((a, b) => a + b, 0);
  const byRemainder = weights
    .map((w, i) => ({ i, remainder: Number((BigInt(Math.abs(amount)) * BigInt(w)) % BigInt(sum)) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let k = 0; k < Math.abs(rest); k++) parts[byRemainder[k % parts.length]!.i]! += Math.sign(rest);
  return parts;
}
