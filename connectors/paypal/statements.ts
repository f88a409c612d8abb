import { DAY, HOUR, later, now } from '#platform/time.ts';
import { entryOf, statementReaders, type Entry, type Kind, type StatementReader } from '#modules/statements/index.ts';
import type { Account } from '#modules/integrations/index.ts';
import { askPayPal, credentialsOf, PayPalRefused, signedIn, type Json } from './client.ts';
import { fromPayPal } from './facts.ts';

/** PayPal answers at most 31 days at once, page by page. */
interface Window {
  from: string;
  /** Chosen when the first page of the window is read, so that its pages stay the same. */
  to?: string;
  page?: number;
}

const LONGEST = 31 * DAY;
/** How far back the first reading goes; PayPal keeps three years. */
const FIRST = 365 * DAY;
/** Transactions appear there hours late and may change for days after: that much is read again in every round. */
const AGAIN = 3 * DAY;
/** An hour holds never so many that a window must become shorter than that. */
const SHORTEST = HOUR;

// developer.paypal.com/docs/transaction-search/transaction-event-codes: the first letters name the group.
const GROUPS: [RegExp, Kind][] = [
  [/^T1106|^T1107|^T1114/, 'refund'], [/^T00/, 'payment'], [/^T01/, 'fee'], [/^T02/, 'conversion'], [/^T03|^T04|^T20/, 'payout'], [/^T11(08|10|11)|^T12|^T15/, 'dispute'], [/^T11/, 'adjustment'], [/^T05|^T07|^T09/, 'transfer'],
];
const STATES: Record<string, Entry['status']> = { P: 'pending', D: 'void' };

function entryFrom({ transaction_info: info, payer_info: payer }: { transaction_info: Json; payer_info?: Json }): Entry {
  const id = String(info['transaction_id']);
  const code = String(info['transaction_event_code'] ?? '');
  const signed = fromPayPal(info['transaction_amount']);
  const name = (payer?.['payer_name'] ?? {}) as { alternate_full_name?: string; given_name?: string; surname?: string };
  return entryOf(signed, {
    externalId: id, kind: GROUPS.find(([group]) => group.test(code))?.[1] ?? 'other', currency: String((info['transaction_amount'] as Json)['currency_code']), fee: -fromPayPal(info['fee_amount'] ?? { value: '0' }),
    status: STATES[String(info['transaction_status'])] ?? 'booked', bookedAt: new Date(String(info['transaction_initiation_date'])),
    counterpart: name.alternate_full_name ?? [name.given_name, name.surname].filter(Boolean).join(' '), reference: String(info['invoice_id'] ?? info['custom_field'] ?? ''),
    description: String(info['transaction_subject'] ?? info['transaction_note'] ?? ''), keys: [id], raw: { transaction_info: info, ...(payer && { payer_info: payer }) },
  });
}

const stamp = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

async function pageOf(account: Account, { from, to, page }: Required<Window>): Promise<{ lines: Parameters<typeof entryFrom>[0][]; pages: number }> {
  const asked = new URLSearchParams({ start_date: from, end_date: to, fields: 'transaction_info,payer_info', balance_affecting_records_only: 'Y', page_size: '500', page: String(page) });
  const found = await askPayPal(account, { method: 'GET', path: `/v1/reporting/transactions?${asked}` });
  // An answer that broke off is no empty page.
  if (!Array.isArray(found['transaction_details']) && found['total_items'] !== 0) throw new Error('PayPal’s answer could not be read');
  return { lines: (found['transaction_details'] ?? []) as Parameters<typeof entryFrom>[0][], pages: Number(found['total_pages'] ?? 1) };
}

function halved({ from, to }: Required<Window>): Window {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  return { from, to: stamp(new Date(Math.max(begin + SHORTEST, begin + (end - begin) / 2))), page: 1 };
}

const reader: StatementReader = {
  says: 'PayPal',
  async books(account) {
    const id = signedIn(account) ? account.accountId : account.settings['clientId'];
    return [{ account: id ?? '', name: credentialsOf(account).settings['mode'] === 'live' ? 'PayPal' : 'PayPal sandbox', currency: null }];
  },
  async read(account, _book, cursor) {
    const { from, to, page } = (cursor ?? { from: stamp(later(now(), -FIRST)) }) as Window;
    const begin = new Date(from);
    const window = { from, to: to ?? stamp(new Date(Math.min(later(begin, LONGEST).getTime(), now().getTime()))), page: page ?? 1 };
    try {
      const { lines, pages } = await pageOf(account, window);
      const entries = lines.map(entryFrom);
      if (window.page < pages) return { entries, cursor: { ...window, page: window.page + 1 }, more: true };
      return { entries, ...afterWindow(window) };
    } catch (error) {
      const tooMany = error instanceof PayPalRefused && error.issue === 'RESULTSET_TOO_LARGE' && Date.parse(window.to) - begin.getTime() > SHORTEST;
      if (!tooMany) throw error;
      return { entries: [], cursor: halved(window), more: true };
    }
  },
};

// A window that ends now is the last; the next round begins a little before its end.
function afterWindow({ from, to }: Required<Window>): { cursor: Window; more: boolean } {
  const more = Date.parse(to) < now().getTime() - HOUR;
  if (more) return { cursor: { from: to }, more };
  return { cursor: { from: stamp(new Date(Math.max(Date.parse(from), Date.parse(to) - AGAIN))) }, more };
}

statementReaders.provide('paypal', reader);
