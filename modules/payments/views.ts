import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { paymentAuthorized, paymentCaptured, paymentChargedBack, paymentDeclined, paymentRefunded, paymentReinstated, paymentRequested, paymentUnknown, paymentVoided } from './events.ts';
import { Payment, paymentsFor } from './payment.ts';
import { PAYMENT_STATES } from './payment-state.ts';
import { payments } from './tables.ts';

const changesWith = [paymentRequested, paymentAuthorized, paymentCaptured, paymentDeclined, paymentVoided, paymentRefunded, paymentChargedBack, paymentReinstated, paymentUnknown];

export const paymentList = listView({
  name: 'payments.list',
  route: 'GET /payments',
  says: 'Payments',
  needs: 'payments:read',
  from: payments,
  where: sql`${payments.amount} > 0`,
  search: [{ text: sql`lower(coalesce(${payments.providerReference}, '') || ' ' || coalesce(${payments.cardLast4}, ''))`, key: payments.id }],
  columns: {
    createdAt: column(payments.createdAt, { says: 'Asked for', filter: 'dates', sort: 'newest first' }),
    provider: column(payments.provider, { says: 'Provider', filter: 'any of' }),
    state: column(payments.state, { says: 'State', filter: 'any of', values: PAYMENT_STATES }),
    amount: moneyColumn(payments.amount, payments.currency, { says: 'Amount', filter: 'range', sort: true }),
    captured: moneyColumn(payments.captured, payments.currency, { says: 'Received', filter: 'range', sort: true }),
    refunded: moneyColumn(payments.refunded, payments.currency, { says: 'Refunded', filter: 'range', sort: true }),
    disputed: moneyColumn(payments.disputed, payments.currency, { says: 'Charged back', filter: 'range', sort: true }),
    disputeFees: moneyColumn(payments.disputeFees, payments.currency, { says: 'Fees of disputes', filter: 'range' }),
    cardLast4: column(payments.cardLast4, { says: 'Card', search: true }),
    reference: column(payments.providerReference, { says: "Provider's reference", search: true }),
    orderId: column(payments.orderId, { says: 'Order id', filter: 'any of' }),
  },
  changesWith,
});

export const paymentsOfOrder = view({
  name: 'payments.for-order',
  route: 'GET /orders/:orderId/payments',
  says: 'Payments of an order',
  needs: 'payments:read',
  input: z.object({ orderId: z.uuid() }),
  output: z.object({
    data: z.array(Payment.extend({ steps: z.array(z.object({ id: z.uuid(), kind: z.string(), amount: z.int(), state: z.string(), reason: z.string(), sentence: z.string(), at: z.string() })) })),
  }),
  changesWith,
  async read(r, { orderId }) {
    const [found, steps] = await Promise.all([paymentsFor(r, orderId), r.sql<StepRow>`
      select s.id, s.payment_id, s.kind, s.amount, s.state, s.reason, s.sentence, s.created_at from payment_steps s join payments p on p.id = s.payment_id
      where p.order_id = ${orderId} order by s.created_at, s.id`]);
    return { data: found.map((payment) => ({ ...payment, steps: steps.filter((s) => s.payment_id === payment.id).map(shownStep) })) };
  },
});

interface StepRow {
  id: string;
  payment_id: string;
  kind: string;
  amount: number;
  state: string;
  reason: string;
  sentence: string;
  created_at: Date;
}

function shownStep({ id, kind, amount, state, reason, sentence, created_at }: StepRow) {
  return { id, kind, amount, state, reason, sentence, at: created_at.toISOString() };
}
