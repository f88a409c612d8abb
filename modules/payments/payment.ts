import * as z from 'zod';
import { Money } from '#platform/money.ts';
import type { Queries } from '#platform/db/query.ts';
import { notFound } from '#platform/refusal.ts';
import { PAYMENT_STATES, type PaymentState, type Recorded } from './payment-state.ts';

/** A payment as people see it. */
export const Payment = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  provider: z.string(),
  state: z.enum(PAYMENT_STATES),
  amount: Money,
  captured: Money,
  refunded: Money,
  disputed: Money.meta({ description: 'what banks took back over disputes' }),
  disputeFees: Money.meta({ description: 'what disputes have cost beside that' }),
  card: z.object({ brand: z.string().nullable(), last4: z.string() }).nullable(),
  sentence: z.string().meta({ description: 'why it was declined' }),
  continueAt: z.string().nullable().meta({ description: "the provider's page on which the shopper finishes paying" }),
  createdAt: z.string(),
});
export type Payment = z.infer<typeof Payment>;

/** A payment as this module works on it, with the facts its version stands for. */
export interface PaymentRow {
  id: string;
  orderId: string;
  provider: string;
  state: PaymentState;
  amount: number;
  currency: string;
  captured: number;
  refunded: number;
  disputed: number;
  disputeFees: number;
  capture: 'now' | 'later';
  key: string;
  token: string;
  /** The kept way to pay it begins or charges again, and which of both. */
  methodId: string | null;
  usage: 'keep' | 'again' | null;
  returnTo: string | null;
  continueAt: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  sentence: string;
  version: number;
  createdAt: Date;
  facts: (Recorded & { reference: string })[];
}

/** The columns of a PaymentRow, of a table named or aliased `p`. */
export const PAYMENT_COLUMNS = `
  p.id, p.order_id as "orderId", p.provider, p.state, p.amount, p.currency, p.captured, p.refunded, p.disputed, p.dispute_fees as "disputeFees", p.capture, p.key, p.token,
  p.method_id as "methodId", p.usage,
  p.return_to as "returnTo", p.continue_at as "continueAt", p.card_brand as "cardBrand", p.card_last4 as "cardLast4", p.sentence, p.version, p.created_at as "createdAt",
  coalesce((select json_agg(json_build_object('kind', f.kind, 'reference', f.reference, 'amount', f.amount)) from payment_facts f where f.payment_id = p.id), '[]') as facts`;

const BY_ID = `select ${PAYMENT_COLUMNS} from payments p where p.id = $1`;
const BY_ID_LOCKED = `with locked as materialized (select id from payments where id = $1 for no key update) select id from locked`;
const BY_KEY = `select ${PAYMENT_COLUMNS} from payments p where p.key = $1 and p.provider = $2`;

export async function paymentById(q: Queries, id: string): Promise<PaymentRow> {
  const [found] = await q.query<PaymentRow>(BY_ID, [id]);
  if (!found) throw notFound('The payment');
  return found;
}

/** Locks the payment, then reads it: the second statement sees everything that was recorded before the lock was ours. */
export async function lockPayment(q: Queries, id: string): Promise<PaymentRow> {
  await q.query(BY_ID_LOCKED, [id]);
  return paymentById(q, id);
}

export async function paymentByKey(q: Queries, key: string, provider: string): Promise<PaymentRow> {
  const [found] = await q.query<PaymentRow>(BY_KEY, [key, provider]);
  if (!found) throw notFound('The payment');
  return found;
}

/** All payments of an order, oldest first. One statement. */
export async function paymentsFor(q: Queries, orderId: string): Promise<Payment[]> {
  const rows = await q.query<PaymentRow>(`select ${PAYMENT_COLUMNS} from payments p where p.order_id = $1 order by p.created_at, p.id`, [orderId]);
  return rows.map(shown);
}

export function shown(row: PaymentRow): Payment {
  const money = (amount: number) => ({ amount, currency: row.currency });
  return {
    id: row.id,
    orderId: row.orderId,
    provider: row.provider,
    state: row.state,
    amount: money(row.amount),
    captured: money(row.captured),
    refunded: money(row.refunded),
    disputed: money(row.disputed),
    disputeFees: money(row.disputeFees),
    card: row.cardLast4 ? { brand: row.cardBrand, last4: row.cardLast4 } : null,
    sentence: row.sentence,
    continueAt: row.state === 'requested' || row.state === 'unknown' ? row.continueAt : null,
    createdAt: row.createdAt.toISOString(),
  };
}
