import { Refusal } from '#platform/refusal.ts';
import type { KINDS } from './tables.ts';

export type Kind = (typeof KINDS)[number];

/** A line of a book outside. Amounts in minor units of the currency. */
export interface Entry {
  externalId: string;
  kind: Kind;
  direction: 'in' | 'out';
  /** Before the fee, never negative. */
  amount: number;
  /** Kept for it; negative where a fee came back. */
  fee: number;
  currency: string;
  status: 'booked' | 'pending' | 'void';
  bookedAt: Date;
  /** YYYY-MM-DD */
  valueOn: string | null;
  counterpart: string;
  reference: string;
  description: string;
  /** Ids of the vendor by which our payments know it. */
  keys: readonly string[];
  raw: object;
}

type Told = Partial<Omit<Entry, 'direction' | 'amount'>> & Pick<Entry, 'externalId' | 'kind' | 'currency' | 'bookedAt' | 'raw'>;

/** An entry from the signed amount before fees that most books have. */
export function entryOf(signed: number, told: Told): Entry {
  const fee = told.fee ?? 0;
  if (!Number.isSafeInteger(signed) || !Number.isSafeInteger(fee)) throw new Refusal('unreadable', `The amount of ${told.externalId} could not be read.`);
  const written = { status: 'booked', valueOn: null, counterpart: '', reference: '', description: '', keys: [], ...told } as const;
  return { ...written, fee, direction: signed < 0 ? 'out' : 'in', amount: Math.abs(signed) };
}

const NOON = 12;

/** A day without an hour: noon UTC, which is that day nearly everywhere. */
export function noonOf(day: string): Date {
  return new Date(`${day}T${NOON}:00:00.000Z`);
}
