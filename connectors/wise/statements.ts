import { DAY, HOUR, later, now } from '#platform/time.ts';
import { parseAmount } from '#platform/money.ts';
import { entryOf, statementReaders, type Book, type Entry, type Kind, type StatementReader } from '#modules/statements/index.ts';
import type { Account } from '#modules/integrations/index.ts';
import { askWise } from './client.ts';

interface Amount {
  value: number;
  currency: string;
}

interface Line {
  type: 'CREDIT' | 'DEBIT';
  date: string;
  /** What the balance changed by: fees are in it. */
  amount: Amount;
  totalFees?: Amount | null;
  details?: { type?: string; description?: string; senderName?: string; paymentReference?: string; recipient?: { name?: string }; merchant?: { name?: string } };
  referenceNumber?: string;
}

interface Balance {
  id: number;
  currency: string;
  name?: string | null;
}

/** Wise answers up to 469 days at once, without pages; a month keeps answers small. */
const WINDOW = 31 * DAY;
const FIRST = 365 * DAY;
/** Card payments are booked up to some days after they happened: that much is read again in every round. */
const AGAIN = 3 * DAY;

const KINDS: Record<string, Kind> = { CONVERSION: 'conversion', DEPOSIT: 'payment', MONEY_ADDED: 'transfer', TRANSFER: 'transfer', CARD: 'payment', DIRECT_DEBIT: 'payment', ACCRUAL_CHARGE: 'fee', FEE: 'fee', BALANCE_CASHBACK: 'adjustment', CARD_CASHBACK: 'adjustment', BALANCE_ADJUSTMENT: 'adjustment' };

// Decimal numbers of JSON, read by their digits.
const minor = ({ value, currency }: Amount) => parseAmount(String(value), currency);

function entryFrom(line: Line): Entry {
  const { details = {}, amount, date, referenceNumber = '' } = line;
  const fee = line.totalFees ? Math.abs(minor(line.totalFees)) : 0;
  return entryOf(minor(amount) + fee, {
    // One transfer may have several lines: sent, given back, cashback.
    externalId: `${referenceNumber} ${line.type} ${date}`, kind: KINDS[details.type ?? ''] ?? 'other', currency: amount.currency, fee, bookedAt: new Date(date),
    counterpart: details.senderName ?? details.recipient?.name ?? details.merchant?.name ?? '', reference: details.paymentReference || referenceNumber, description: details.description ?? '', raw: line,
  });
}

/** A book is named by profile and balance. */
const bookOf = (profile: string, { id, currency, name }: Balance): Book => ({ account: `${profile}/${id}`, name: `Wise ${name ? `${name} (${currency})` : currency}`, currency });

interface Which {
  profile: string;
  balance: string;
  currency: string;
}

async function linesOf(account: Account, { profile, balance, currency }: Which, { from, to }: { from: Date; to: Date }): Promise<Line[]> {
  const asked = new URLSearchParams({ currency, intervalStart: from.toISOString(), intervalEnd: to.toISOString(), type: 'COMPACT' });
  const { transactions } = await askWise<{ transactions?: Line[] }>(account, `/v1/profiles/${profile}/balance-statements/${balance}/statement.json?${asked}`);
  // An answer that broke off is no empty statement.
  if (!Array.isArray(transactions)) throw new Error('Wise’s answer could not be read');
  return transactions;
}

const balancesOf = (account: Account, profile: string) => askWise<Balance[]>(account, `/v4/profiles/${profile}/balances?types=STANDARD`);

/** Asks for a day's statement, to see whether that is allowed: a token may open the profile and not its statements. */
export async function tryStatement(account: Account, profile: string): Promise<void> {
  const [first] = await balancesOf(account, profile);
  if (first) await linesOf(account, { profile, balance: String(first.id), currency: first.currency }, { from: later(now(), -DAY), to: now() });
}

const reader: StatementReader = {
  says: 'Wise',
  async books(account) {
    const profile = account.accountId ?? '';
    return (await balancesOf(account, profile)).map((balance) => bookOf(profile, balance));
  },
  async read(account, book, cursor) {
    const from = new Date((cursor as { from?: string } | null)?.from ?? later(now(), -FIRST));
    const to = new Date(Math.min(later(from, WINDOW).getTime(), now().getTime()));
    const [profile, balance] = book.account.split('/');
    const lines = await linesOf(account, { profile: profile!, balance: balance!, currency: book.currency! }, { from, to });
    const more = to.getTime() < now().getTime() - HOUR;
    const next = more ? to : new Date(Math.max(from.getTime(), to.getTime() - AGAIN));
    return { entries: lines.map(entryFrom), cursor: { from: next.toISOString() }, more };
  },
};

statementReaders.provide('wise', reader);
