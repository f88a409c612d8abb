import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { DISPUTE_REASONS, DISPUTE_STATES } from '#modules/payments/index.ts';
import { Money, money } from '#platform/money.ts';
import { disputeSentence } from './dispute-state.ts';
import { drawPack } from './draw-pack.ts';
import { disputeChanged, disputeMoved, disputeOpened } from './events.ts';
import { gather, suggestedEvidence } from './gather.ts';
import { Dispute, disputesOf, readDispute, shownDispute } from './read-dispute.ts';
import { disputes } from './tables.ts';

const changesWith = [disputeOpened, disputeMoved, disputeChanged] as never;

export const disputeList = listView({
  name: 'disputes.list',
  route: 'GET /disputes',
  says: 'Disputes',
  needs: 'disputes:read',
  opens: '/disputes/:id',
  from: disputes,
  search: [{ text: disputes.searchText, key: disputes.id }],
  columns: {
    order: column(disputes.orderNumber, { says: 'Order', search: true, filter: 'range', sort: true }),
    state: column(disputes.state, { says: 'State', filter: 'any of', values: DISPUTE_STATES }),
    reason: column(disputes.reason, { says: 'Reason', filter: 'any of', values: DISPUTE_REASONS }),
    amount: moneyColumn(disputes.amount, disputes.currency, { says: 'Disputed', filter: 'range', sort: true }),
    withdrawn: moneyColumn(disputes.withdrawn, disputes.currency, { says: 'Held by the bank', filter: 'range', sort: true }),
    fee: moneyColumn(disputes.fee, disputes.currency, { says: 'Fee', filter: 'range' }),
    respondBy: column(disputes.respondBy, { says: 'Answer by', filter: 'dates', sort: true }),
    open: column(sql<boolean>`(${disputes.closedAt} is null)`, { says: 'Open', filter: 'yes or no', type: 'boolean' }),
    provider: column(disputes.provider, { says: 'Provider', filter: 'any of' }),
    reference: column(disputes.reference, { says: "Provider's id", search: true }),
    orderId: column(disputes.orderId, { says: 'Order id', filter: 'any of' }),
    openedAt: column(disputes.openedAt, { says: 'Opened', filter: 'dates', sort: 'newest first' }),
  },
  changesWith,
});

export const disputeView = view({
  name: 'disputes.get',
  route: 'GET /disputes/:id',
  says: 'A dispute',
  needs: 'disputes:read',
  input: z.object({ id: z.uuid() }),
  output: Dispute,
  changesWith,
  async read(r, { id }) {
    const row = await readDispute(r, id);
    return shownDispute(r, row, suggestedEvidence(await gather(r, row)));
  },
});

/** The evidence as it would be handed in now. */
export const disputePack = view({
  name: 'disputes.pack',
  route: 'GET /disputes/:id/pack',
  says: 'The evidence of a dispute as a PDF',
  needs: 'disputes:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ name: z.string(), pdf: z.string().meta({ description: 'the file, base64' }) }),
  async read(r, { id }) {
    const row = await readDispute(r, id);
    const gathered = await gather(r, row);
    const file = await drawPack(r, row, gathered, { ...suggestedEvidence(gathered), ...row.evidence });
    return { name: `dispute-order-${row.orderNumber}.pdf`, pdf: file.toString('base64') };
  },
});

const Short = z.object({ id: z.uuid(), state: z.enum(DISPUTE_STATES), sentence: z.string(), reason: z.enum(DISPUTE_REASONS), amount: Money, respondBy: z.string().nullable() });

export const orderDisputes = view({
  name: 'disputes.for-order',
  route: 'GET /orders/:orderId/disputes',
  says: 'Disputes of an order',
  needs: 'disputes:read',
  input: z.object({ orderId: z.uuid() }),
  output: z.object({ data: z.array(Short) }),
  changesWith,
  async read(r, { orderId }) {
    const rows = await disputesOf(r, orderId);
    return { data: rows.map(({ id, state, reason, amount, currency, respondBy }) => ({ id, state, sentence: disputeSentence(state), reason, amount: money(amount, currency), respondBy: respondBy?.toISOString() ?? null })) };
  },
});
