import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { DISPUTE_REASONS, DISPUTE_STATES, EVIDENCE_FIELDS, type DisputeReason, type DisputeState, type EvidenceField } from '#modules/payments/index.ts';
import { disputeSentence, isAnswerable } from './dispute-state.ts';

const Texts = z.partialRecord(z.enum(EVIDENCE_FIELDS), z.string());

/** A dispute as the people of the shop see it. */
export const Dispute = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  orderNumber: z.int(),
  customerId: z.uuid().nullable(),
  provider: z.string(),
  reference: z.string(),
  state: z.enum(DISPUTE_STATES),
  sentence: z.string(),
  reason: z.enum(DISPUTE_REASONS),
  amount: Money,
  withdrawn: Money.meta({ description: 'what the bank holds of it now' }),
  fee: Money.meta({ description: 'what it has cost beside that' }),
  respondBy: z.string().nullable(),
  answerable: z.boolean().meta({ description: 'evidence can be handed in, and the dispute accepted' }),
  answering: z.boolean().meta({ description: 'an answer is on its way to the provider' }),
  evidence: Texts.meta({ description: 'what was written so far' }),
  suggested: Texts.meta({ description: 'what the order tells; handed in where nothing else was written' }),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), bytes: z.int() })),
  submittedAt: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  timeline: z.array(z.object({ id: z.uuid(), at: z.string(), kind: z.string(), says: z.string(), byName: z.string() })),
});
export type Dispute = z.infer<typeof Dispute>;

export interface DisputeRow {
  id: string;
  orderId: string;
  orderNumber: number;
  customerId: string | null;
  paymentId: string;
  provider: string;
  reference: string;
  state: DisputeState;
  reason: DisputeReason;
  amount: number;
  currency: string;
  withdrawn: number;
  fee: number;
  respondBy: Date | null;
  evidence: Partial<Record<EvidenceField, string>>;
  files: { id: string; name: string; bytes: number }[];
  submittedAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
  answering: boolean;
}

const COLUMNS = `d.id, d.order_id as "orderId", d.order_number as "orderNumber", d.customer_id as "customerId", d.payment_id as "paymentId", d.provider, d.reference, d.state, d.reason,
  d.amount, d.currency, d.withdrawn, d.fee, d.respond_by as "respondBy", d.evidence, d.files, d.submitted_at as "submittedAt", d.opened_at as "openedAt", d.closed_at as "closedAt",
  exists (select 1 from dispute_answers a where a.dispute_id = d.id and a.state in ('waiting', 'unknown')) as answering`;

export async function readDispute(r: Reader, id: string): Promise<DisputeRow> {
  const [row] = await r.query<DisputeRow>(`select ${COLUMNS} from disputes d where d.id = $1`, [id]);
  if (!row) throw notFound('This dispute');
  return row;
}

/** Locks one dispute; every change of one begins here. */
export async function lockDispute(tx: Tx, id: string): Promise<DisputeRow> {
  await tx.query('select 1 from disputes where id = $1 for update', [id]);
  return readDispute(tx, id);
}

export async function disputesOf(r: Reader, orderId: string): Promise<DisputeRow[]> {
  return r.query<DisputeRow>(`select ${COLUMNS} from disputes d where d.order_id = $1 order by d.opened_at, d.id`, [orderId]);
}

type Entry = Omit<Dispute['timeline'][number], 'at'> & { at: Date };

export async function shownDispute(r: Reader, row: DisputeRow, suggested: Dispute['suggested']): Promise<Dispute> {
  const entries = await r.sql<Entry>`select id, kind, says, by_name as "byName", at from dispute_entries where dispute_id = ${row.id} order by at, id limit 500`;
  const { id, orderId, orderNumber, customerId, provider, reference, state, reason, answering, evidence, files, currency } = row;
  return {
    ...{ id, orderId, orderNumber, customerId, provider, reference, state, reason, answering, evidence, files, suggested },
    sentence: disputeSentence(state),
    amount: money(row.amount, currency),
    withdrawn: money(row.withdrawn, currency),
    fee: money(row.fee, currency),
    respondBy: row.respondBy?.toISOString() ?? null,
    answerable: isAnswerable(state) && !answering,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    timeline: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
  };
}
