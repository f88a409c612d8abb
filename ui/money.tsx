import { useState, type ComponentProps } from 'react';
import { cx } from './cx.ts';
import { Input } from './input.tsx';
import { useLocale } from './locale.tsx';

/** Minor units and ISO currency, as everywhere. */
export interface MoneyValue {
  amount: number;
  currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale}|${currency}|${options.notation ?? ''}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options })));
  return format;
}

export function minorDigits(currency: string): number {
  return formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

export function moneyText({ amount, currency }: MoneyValue, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return formatOf(locale, currency, options).format(amount / 10 ** minorDigits(currency));
}

/** The amount as a person types it: 1250 AUD -> "12.50". */
export function amountText({ amount, currency }: MoneyValue): string {
  return (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
}

/** What a person typed as minor units; undefined when it is no amount in that currency. */
export function parseAmount(text: string, currency: string): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim().replaceAll(/[,\s]/g, ''));
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || fraction.length > minorDigits(currency)) return undefined;
  const amount = Number(`${match[2]}${fraction.padEnd(minorDigits(currency), '0')}`);
  return match[1] ? -amount : amount;
}

/** A sum of money in the reader's way of writing. */
export function Money({ value, className }: { value: MoneyValue | null | undefined; className?: string }) {
  const { locale } = useLocale();
  if (!value) return <span data-nothing className="text-ink-3">–</span>;
  return <span className={cx('figures whitespace-nowrap', className)}>{moneyText(value, locale)}</span>;
}

export function currencySymbol(currency: string, locale: string): string {
  return formatOf(locale, currency).formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}

type InputProps = Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange'> & {
  currency: string;
  amount?: number | null;
  onAmount?(amount: number | undefined): void;
  /** What a form sends: money with its currency, or the minor units alone. */
  as?: 'money' | 'amount';
};

/** An amount with its currency sign; a form reads it as minor units. */
export function MoneyInput({ currency, amount, onAmount, as = 'money', className, ...rest }: InputProps) {
  const { locale } = useLocale();
  const [text, setText] = useState(amount === undefined || amount === null ? '' : amountText({ amount, currency }));
  return (
    <span className="relative block min-w-0">
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-3">{currencySymbol(currency, locale)}</span>
      <Input inputMode="decimal" autoComplete="off" {...rest} data-as={as} data-currency={currency} value={text} onChange={(event) => change(event.target.value)} className={cx('figures pl-10 text-right', className)} />
    </span>
  );
  function change(next: string) {
    setText(next);
    onAmount?.(next.trim() === '' ? undefined : parseAmount(next, currency));
  }
}
