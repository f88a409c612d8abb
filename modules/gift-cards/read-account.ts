import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';

export const ACCOUNT_STATES = ['usable', 'empty', 'expired', 'off'] as const;

const Entry = z.object({ id: z.uuid(), kind: z.enum(['issued', 'spent', 'returned', 'adjusted']), amount: Money, balance: Money, orderId: z.uuid().nullable(), note: z.string(), byName: z.string(), at: z.string() });

/** A gift card or a store credit with everything that moved on it. */
export const ValueAccount = z.object({
  id: z.uuid(),
  kind: z.enum(['gift_card', 'store_credit']),
  last4: z.string().nullable(),
  state: z.enum(ACCOUNT_STATES),
  balance: Money,
  issued: Money,
  email: z.string(),
  customerId: z.uuid().nullable(),
  orderId: z.uuid().nullable().meta({ description: 'the order that bought it' }),
  expiresAt: z.string().nullable(),
  note: z.string(),
  createdAt: z.string(),
  entries: z.array(Entry),
});
export type ValueAccount = z.infer<typeof ValueAccount>;

interface Row {
  id: string;
  kind: 'gift_card' | 'store_credit';
  last4: string | null;
  currency: string;
  balance: number;
  email: string;
  customerId: string | null;
  orderId: string | null;
  expiresAt: Date | null;
  disabledAt: Date | null;
  note: string;
  createdAt: Date;
  entries: { id: string; kind: 'issued' | 'spent' | 'returned' | 'adjusted'; amount: number; balance: number; orderId: string | null; note: string; byName: string; at: string }[];
}

/** One account with its ledger, newest movement first. One statement. */
export async function readAccount(r: Reader, id: string): Promise<ValueAccount> {
  const [row] = await r.sql<Row>`
    select a.id, a.kind, a.last4, a.currency, a.balance, a.email, a.customer_id as "customerId", a.order_id as "orderId", a.expires_at as "expiresAt", a.disabled_at as "disabledAt",
      a.note, a.created_at as "createdAt",
      (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'amount', e.amount, 'balance', e.balance, 'orderId', e.order_id, 'note', e.note, 'byName', e.by_name, 'at', e.at)
        order by e.at desc, e.id desc), '[]') from value_entries e where e.account_id = a.id) as entries
    from value_accounts a where a.id = ${id}`;
  if (!row) throw notFound('The gift card');
  return shown(row);
}

function shown({ currency, disabledAt, ...row }: Row): ValueAccount {
  const show = (amount: number) => money(amount, currency);
  const issued = row.entries.filter(({ kind }) => kind === 'issued').reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...row,
    state: disabledAt ? 'off' : row.expiresAt && row.expiresAt <= now() ? 'expired' : row.balance === 0 ? 'empty' : 'usable',
    balance: show(row.balance),
    issued: show(issued),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    entries: row.entries.map((entry) => ({ ...entry, amount: show(entry.amount), balance: show(entry.balance), at: new Date(entry.at).toISOString() })),
  };
}
