import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';

/** Wise as far as we use it, in memory: one profile for each token, balances and their lines. */
export interface WiseLine {
  type: 'CREDIT' | 'DEBIT';
  date: string;
  amount: { value: number; currency: string };
  totalFees: { value: number; currency: string };
  details: { type: string; description: string; senderName?: string; paymentReference?: string };
  exchangeDetails: null;
  runningBalance: { value: number; currency: string };
  referenceNumber: string;
}

interface WiseBalance {
  id: number;
  currency: string;
  lines: WiseLine[];
}

export class WiseDouble extends VendorDouble {
  /** Balances by token. */
  readonly balances = new Map<string, WiseBalance[]>();
  /** Set: statements want a signature by this public key. */
  signedBy: string | undefined;
  private words = new Set<string>();

  constructor() {
    super((asked) => this.answer(asked));
  }

  balance(token: string, currency: string): WiseBalance {
    const all = this.balances.get(token) ?? [];
    this.balances.set(token, all);
    const found = all.find((each) => each.currency === currency) ?? { id: 200 + all.length, currency, lines: [] };
    if (!all.includes(found)) all.push(found);
    return found;
  }

  private answer({ path, query, headers }: Asked): Answer {
    const token = headers['authorization']?.replace('Bearer ', '') ?? '';
    if (!token.startsWith('right')) return { status: 401, body: { error: 'invalid_token', error_description: 'Invalid token' } };
    if (path === '/v2/profiles') return { status: 200, body: [{ id: 11, type: 'PERSONAL', fullName: 'Mia Merchant' }, { id: 12, type: 'BUSINESS', businessName: 'Corner Shop Pty Ltd' }] };
    if (path === '/v4/profiles/12/balances') return { status: 200, body: (this.balances.get(token) ?? []).map(({ id, currency }) => ({ id, currency, type: 'STANDARD', name: null, amount: { value: 0, currency } })) };
    const found = /^\/v1\/profiles\/12\/balance-statements\/(\d+)\/statement\.json$/.exec(path);
    const balance = found && this.balances.get(token)?.find(({ id, currency }) => String(id) === found[1] && currency === query.get('currency'));
    if (!balance) return { status: 404, body: { message: 'Not found' } };
    return this.statement(balance, query, headers);
  }

  private statement({ lines }: WiseBalance, query: URLSearchParams, headers: Asked['headers']): Answer {
    if (this.signedBy !== undefined && !this.isSigned(headers)) return this.askToSign();
    const [from, to] = [Date.parse(query.get('intervalStart')!), Date.parse(query.get('intervalEnd')!)];
    if (!(to - from <= 469 * 86_400_000)) return { status: 400, body: { errors: [{ message: 'The interval cannot exceed 469 days' }] } };
    return { status: 200, body: { transactions: lines.filter(({ date }) => Date.parse(date) >= from && Date.parse(date) <= to).toReversed() } };
  }

  private askToSign(): Answer {
    const word = randomUUID();
    this.words.add(word);
    return { status: 403, body: { message: 'You are forbidden to send this request' }, headers: { 'x-2fa-approval-result': 'REJECTED', 'x-2fa-approval': word } };
  }

  private isSigned(headers: Asked['headers']): boolean {
    const word = headers['x-2fa-approval'] ?? '';
    return this.words.delete(word) && verify('sha256', Buffer.from(word), createPublicKey(this.signedBy!), Buffer.from(headers['x-signature'] ?? '', 'base64'));
  }
}
