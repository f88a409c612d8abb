import type { GridColumn } from '#ui/grid/grid-shape.ts';
import { amountText, moneyText, parseAmount } from '#ui/money.tsx';
import type { PriceDraft, VariantDraft } from './product-draft.ts';
import type { Location } from './product-shape.ts';

type Column = GridColumn<VariantDraft>;

interface Setup {
  currencies: readonly string[];
  locations: readonly Location[];
  locale: string;
  /** Why stock cannot be typed; undefined = it can. */
  stockLocked: string | undefined;
}

/** The columns of the variants' grid: prices by currency, codes, weight, stock by location. */
export function variantColumns({ currencies, locations, locale, stockLocked }: Setup): Column[] {
  return [
    ...currencies.flatMap((currency) => [priceColumn(currency, 'amount', locale), priceColumn(currency, 'compareAt', locale)]),
    textColumn('sku', 'SKU', 150),
    textColumn('barcode', 'Barcode', 140),
    weightColumn,
    ...locations.map((location) => stockColumn(location, locations.length > 1 ? location.name : 'On hand', stockLocked)),
  ];
}

function priceColumn(currency: string, part: keyof PriceDraft, locale: string): Column {
  const of = (row: VariantDraft) => row.prices[currency]?.[part] ?? null;
  return {
    key: `${part}.${currency}`,
    group: currency,
    label: part === 'amount' ? 'Price' : 'Before (struck)',
    width: part === 'amount' ? 104 : 116,
    align: 'right',
    read: (row) => textOf(of(row), currency),
    shown: (row) => { const amount = of(row); return amount === null ? '' : moneyText({ amount, currency }, locale); },
    write: (row, text) => writePrice(row, { currency, part, text }),
  };
}

function textOf(amount: number | null, currency: string): string {
  return amount === null ? '' : amountText({ amount, currency });
}

function writePrice(row: VariantDraft, { currency, part, text }: { currency: string; part: keyof PriceDraft; text: string }): VariantDraft | { wrong: string } {
  const before = row.prices[currency] ?? { amount: null, compareAt: null };
  const amount = text.trim() === '' ? null : parseAmount(text.replace(/^[^\d-]+/, ''), currency);
  if (amount === undefined) return { wrong: `“${text}” is no amount in ${currency}; it needs a number like ${textOf(1250, currency)}` };
  if (amount !== null && amount < 0) return { wrong: 'A price cannot be below zero' };
  const next = { ...before, [part]: amount };
  // A price that was never there leaves no trace when it is emptied again.
  const { [currency]: _, ...others } = row.prices;
  return { ...row, prices: next.amount === null && next.compareAt === null ? others : { ...row.prices, [currency]: next } };
}

function textColumn(key: 'sku' | 'barcode', label: string, width: number): Column {
  return {
    key, label, width,
    read: (row) => row[key],
    write: (row, text) => (text.trim().length > 255 ? { wrong: `${label} has more than 255 letters` } : { ...row, [key]: text.trim() }),
  };
}

const weightColumn: Column = {
  key: 'weightGrams',
  label: 'Weight (g)',
  width: 96,
  align: 'right',
  read: (row) => (row.weightGrams === 0 ? '' : String(row.weightGrams)),
  write: (row, text) => { const grams = wholeNumber(text, 100_000_000); return grams === undefined ? { wrong: 'Weight needs whole grams, like 250' } : { ...row, weightGrams: grams ?? 0 }; },
};

function stockColumn(location: Location, label: string, locked: string | undefined): Column {
  return {
    key: `stock.${location.id}`,
    group: 'Stock',
    label,
    width: 104,
    align: 'right',
    read: (row) => String(row.stock[location.id] ?? ''),
    write: (row, text) => { const onHand = wholeNumber(text, 1_000_000_000); return typeof onHand !== 'number' ? { wrong: 'Stock needs a whole number, 0 or more' } : { ...row, stock: { ...row.stock, [location.id]: onHand } }; },
    locked: (row) => locked ?? (row.trackInventory ? undefined : 'The stock of this variant is not counted'),
  };
}

/** Null = nothing was typed, undefined = no whole number. */
function wholeNumber(text: string, most: number): number | null | undefined {
  const typed = text.trim().replaceAll(/[,\s]/g, '');
  if (typed === '') return null;
  return /^\d{1,12}$/.test(typed) && Number(typed) <= most ? Number(typed) : undefined;
}
