import { minorDigits } from '#platform/money.ts';

export type DecimalMark = '.' | ',';

// Spaces of every width, apostrophes of every kind.
const GROUPING = /[\s\u00a0\u202f'’_]/g;

/**
 * Reads an amount as banks write it ("1.234,50-", "(12.30)", "+1 234.5 CR", "€ 5", "12.3 DR") as minor units; undefined when it is none.
 * Works on digits, never on floats. More decimals than the currency has must be zeros.
 */
export function readNumber(text: string, { mark, currency }: { mark: DecimalMark; currency: string }): number | undefined {
  let rest = text.trim().replaceAll('−', '-').replaceAll(GROUPING, '');
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) rest = `-${bracketed[1]!}`;
  rest = rest.replaceAll(/[A-Z]{3}|[$€£¥]/g, '');
  const side = /(CR|DR|C|D|H|S)$/i.exec(rest)?.[1]?.toUpperCase();
  if (side) rest = rest.slice(0, -side.length);
  const match = /^([+-]?)([\d.,]+)([+-]?)$/.exec(rest);
  if (!match || (match[1] && match[3])) return undefined;
  const magnitude = digitsOf(match[2]!, mark, minorDigits(currency));
  if (magnitude === undefined) return undefined;
  const less = (match[1] || match[3]) === '-' || (side !== undefined && /^(DR?|S)$/.test(side));
  return less ? 0 - magnitude : magnitude;
}

function digitsOf(text: string, mark: DecimalMark, places: number): number | undefined {
  const [whole = '', fraction = '', ...more] = text.split(mark);
  if (more.length > 0 || !/\d/.test(text)) return undefined;
  const group = mark === '.' ? ',' : '.';
  if (fraction.includes(group) || !grouped(whole, group)) return undefined;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return undefined;
  const amount = Number(`${whole.replaceAll(group, '') || '0'}${kept.padEnd(places, '0')}`);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

// "1,234,567" and "12,34,567" (India) are groups; "12,5" is none: its mark is the other one.
function grouped(whole: string, group: string): boolean {
  const [first = '', ...groups] = whole.split(group);
  return groups.length === 0 || (/^\d{1,3}$/.test(first) && groups.every((part, i) => (i === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part)));
}

export interface Written {
  text: string;
  currency: string;
}

/** The mark with which all of these can be read; where both do, the one that stands in one of them. */
export function markThatFits(amounts: readonly Written[]): DecimalMark | undefined {
  const given = amounts.filter(({ text }) => text.trim() !== '');
  const fit = (['.', ','] as const).filter((mark) => given.every(({ text, currency }) => readNumber(text, { mark, currency }) !== undefined));
  return fit.find((mark) => given.some(({ text }) => text.includes(mark))) ?? fit[0];
}
