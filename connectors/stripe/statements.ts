import { entryOf, statementReaders, type BookPage, type Entry, type Kind, type StatementReader } from '#modules/statements/index.ts';
import { askStripe, type Json } from './client.ts';
import { fromStripe } from './facts.ts';

/**
 * Stripe lists what moved newest first. A walk goes from the newest back to where the walk before began: `stop` is the newest of that
 * walk, `newest` of this one, `after` the last that was read of this one.
 */
interface Walk {
  stop?: string;
  newest?: string;
  after?: string;
}

const KINDS: Record<string, Kind> = {
  charge: 'payment', payment: 'payment', refund: 'refund', payment_refund: 'refund', payment_failure_refund: 'adjustment', refund_failure: 'adjustment', payment_reversal: 'adjustment',
  payout: 'payout', payout_cancel: 'payout', payout_failure: 'payout', topup: 'transfer', topup_reversal: 'transfer', transfer: 'transfer', transfer_refund: 'transfer', transfer_cancel: 'transfer', transfer_failure: 'transfer',
  stripe_fee: 'fee', stripe_fx_fee: 'fee', application_fee: 'fee', application_fee_refund: 'fee', tax_fee: 'fee', network_cost: 'fee', payment_network_reserve_hold: 'adjustment', adjustment: 'adjustment',
};

function entryFrom(line: Json): Entry {
  const { id, type, currency, description, source } = line as { id: string; type: string; currency: string; description: string | null; source: string | null };
  const on = new Date(Number(line['available_on']) * 1_000).toISOString().slice(0, 10);
  const dispute = String(line['reporting_category'] ?? '').startsWith('dispute');
  return entryOf(fromStripe(line['amount'], currency), {
    externalId: id, kind: dispute ? 'dispute' : (KINDS[type] ?? 'other'), currency: currency.toUpperCase(), fee: fromStripe(line['fee'], currency), bookedAt: new Date(Number(line['created']) * 1_000), valueOn: on,
    reference: source ?? '', description: description ?? '', keys: source ? [source] : [], raw: line,
  });
}

/** Where a page leaves the walk: further back, or at its end, from where the next one stops. */
function onward({ stop, newest, after }: Walk, { lines, has_more: further }: { lines: readonly Json[]; has_more: unknown }): Pick<BookPage, 'cursor' | 'more'> {
  const first = newest ?? (lines[0]?.['id'] as string | undefined) ?? stop;
  const reached = lines.some(({ id }) => id === stop);
  const last = lines.at(-1)?.['id'] as string | undefined;
  if (further === true && !reached && last) return { cursor: { ...(stop && { stop }), ...(first && { newest: first }), after: last }, more: true };
  // While a walk of several pages went on, or was interrupted, something may have come on top: the next walk begins at once.
  return { cursor: first ? { stop: first } : undefined, more: after !== undefined };
}

const reader: StatementReader = {
  says: 'Stripe',
  books: (account) => Promise.resolve([{ account: account.accountId ?? '', name: 'Stripe', currency: null }]),
  async read(account, _book, cursor) {
    const walk = (cursor ?? {}) as Walk;
    const page = await askStripe(account, { method: 'GET', path: '/v1/balance_transactions', params: { limit: 100, ...(walk.after && { starting_after: walk.after }) } });
    // An answer that broke off is no empty page.
    if (!Array.isArray(page['data'])) throw new Error('Stripe’s answer could not be read');
    const lines = page['data'] as Json[];
    return { entries: lines.map(entryFrom), ...onward(walk, { lines, has_more: page['has_more'] }) };
  },
};

statementReaders.provide('stripe', reader);
