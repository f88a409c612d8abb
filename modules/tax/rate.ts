import { Refusal } from '#platform/refusal.ts';

/** One tax of one place. Rates of a region replace those of its whole country. */
export interface TaxRate {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 3166-2 without the country: `NY`; empty = the whole country. */
  region: string;
  name: string;
  /** Which goods: empty = standard, else the variant's tax code (`reduced`). */
  code: string;
  /** Millionths: 10 % = 100,000. Integers, because 8.875 % has no exact float. */
  rate: number;
  onShipping: boolean;
}

/** "8.875" -> 88,750 millionths. */
export function rateOf(percent: string): number {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent.trim());
  const rate = match ? Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')) : NaN;
  if (!(rate <= 1_000_000)) throw new Refusal('invalid', `"${percent}" is not a tax rate; write a percentage such as 8.875.`);
  return rate;
}

/** 88,750 millionths -> "8.875". */
export function percentOf(rate: number): string {
  const fraction = String(rate % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${Math.floor(rate / 10_000)}${fraction && `.${fraction}`}`;
}

/** `us-ny`, ` NY ` -> `NY`. */
export function regionOf(country: string, region: string): string {
  const text = region.trim().toUpperCase();
  return text.startsWith(`${country}-`) ? text.slice(country.length + 1) : text;
}
