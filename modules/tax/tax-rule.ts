import { allocate } from '#platform/money.ts';
import { percentOf, type TaxRate } from './rate.ts';

export interface TaxableLine {
  /** Minor units, after discounts; may not be negative. */
  amount: number;
  taxable: boolean;
  taxCode: string;
}

export interface Sale {
  lines: readonly TaxableLine[];
  /** The delivery charge in minor units. */
  shipping: number;
  /** True when the amounts contain the tax already. */
  pricesIncludeTax: boolean;
}

export interface Tax {
  /** The tax of each line, in the order given. */
  lines: number[];
  shipping: number;
  /** = sum of lines + shipping = sum of parts. Contained in the prices when `inclusive`, else to be added. */
  total: number;
  inclusive: boolean;
  /** By tax, as a receipt shows it; `rate` is a percentage in digits. */
  parts: { name: string; rate: string; amount: number }[];
}

/** What these codes say is never taxed. */
const FREE_CODES = new Set(['zero', 'exempt', 'free']);

/** The tax of a sale at these rates. Rounded half up per line and tax; all sums are exact. Pure. */
export function taxOf(sale: Sale, rates: readonly TaxRate[]): Tax {
  const taxesOn = sale.pricesIncludeTax ? taxesWithin : taxesOnTop;
  const perLine = sale.lines.map((line) => (line.taxable ? taxesOn(line.amount, ratesFor(rates, line.taxCode)) : []));
  const onShipping = taxesOn(sale.shipping, ratesFor(rates, '').filter((r) => r.onShipping));
  const lines = perLine.map(sumOf);
  const shipping = sumOf(onShipping);
  return { lines, shipping, total: lines.reduce((a, b) => a + b, shipping), inclusive: sale.pricesIncludeTax, parts: partsOf([...perLine.flat(), ...onShipping]) };
}

interface Part {
  rate: TaxRate;
  amount: number;
}

// Goods with a code of their own have their own rates where the place has such; else the standard ones.
function ratesFor(rates: readonly TaxRate[], code: string): TaxRate[] {
  if (FREE_CODES.has(code)) return [];
  const own = code ? rates.filter((r) => r.code === code) : [];
  return own.length > 0 ? own : rates.filter((r) => r.code === '');
}

function taxesOnTop(amount: number, rates: TaxRate[]): Part[] {
  return rates.map((rate) => ({ rate, amount: share(amount, rate.rate, 1_000_000) }));
}

function taxesWithin(amount: number, rates: TaxRate[]): Part[] {
  const sum = rates.reduce((total, r) => total + r.rate, 0);
  const parts = allocate(share(amount, sum, 1_000_000 + sum), rates.map((r) => r.rate));
  return rates.map((rate, i) => ({ rate, amount: parts[i]! }));
}

/** amount * rate / of, half up. BigInt: the product passes 2^53 for large orders. */
function share(amount: number, rate: number, of: number): number {
  return Number((BigInt(amount) * BigInt(rate) * 2n + BigInt(of)) / (2n * BigInt(of)));
}

function sumOf(parts: Part[]): number {
  return parts.reduce((total, p) => total + p.amount, 0);
}

function partsOf(parts: Part[]): Tax['parts'] {
  const groups = Map.groupBy(parts, (p) => `${p.rate.name} ${p.rate.rate}`);
  return [...groups.values()].map((group) => ({ name: group[0]!.rate.name, rate: percentOf(group[0]!.rate.rate), amount: sumOf(group) })).filter((p) => p.amount !== 0);
}
