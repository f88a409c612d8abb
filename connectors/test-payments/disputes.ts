import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { DAY, SECOND, later, now } from '#platform/time.ts';
import type { DisputeFact, DisputeReason, DisputeState, ProviderDispute, ProviderDisputes } from '#modules/payments/index.ts';

/** What the bank asks of the shop for a dispute, in minor units. */
const FEE = 2_500;
const TIME_TO_ANSWER = 10 * DAY;
const MESSAGE_AFTER = SECOND;

interface Row {
  reference: string;
  chargeKey: string;
  state: DisputeState;
  reason: DisputeReason;
  amount: number;
  currency: string;
  facts: DisputeFact[];
  answers: { key: string }[];
  respondBy: Date;
  openedAt: Date;
}

const COLUMNS = `reference, charge_key as "chargeKey", state, reason, amount, currency, facts, answers, respond_by as "respondBy", opened_at as "openedAt"`;

interface Objection {
  state?: 'inquiry' | 'needs_response';
  reason?: DisputeReason;
  /** All of the charge unless told. */
  amount?: number;
}

/** A buyer objects to a charge of the test provider. Answers the provider's id of the dispute. */
export async function openDispute(ctx: Context, chargeKey: string, { state = 'needs_response', reason = 'fraudulent', amount }: Objection = {}): Promise<string> {
  const reference = `dp_${newId()}`;
  await ctx.transaction(async (tx) => {
    const [charge] = await tx.sql<{ amount: number; currency: string }>`select amount, currency from test_provider_charges where key = ${chargeKey} for update`;
    // The same charge asked for again is disputed once.
    const known = await tx.sql`select 1 from test_provider_disputes where charge_key = ${chargeKey}`;
    if (!charge || known.length > 0) return;
    const sum = amount ?? charge.amount;
    const facts = state === 'inquiry' ? [] : taken(reference, sum);
    await tx.sql`
      insert into test_provider_disputes (reference, charge_key, state, reason, amount, currency, facts, respond_by, due_at, opened_at)
      values (${reference}, ${chargeKey}, ${state}, ${reason}, ${sum}, ${charge.currency}, ${JSON.stringify(facts)}::jsonb, ${later(tx.now, TIME_TO_ANSWER)}, ${later(tx.now, MESSAGE_AFTER)}, ${tx.now})`;
  });
  return reference;
}

/** The bank decides, or an inquiry becomes a dispute. */
export async function decideDispute(ctx: Context, reference: string, to: 'won' | 'lost' | 'needs_response' | 'withdrawn'): Promise<void> {
  await ctx.transaction(async (tx) => write(tx, await lock(tx, reference), to));
}

export const testDisputes: ProviderDisputes = {
  async lookup(ctx, reference) {
    const [row] = await ctx.read((r) => r.query<Row>(`select ${COLUMNS} from test_provider_disputes where reference = $1`, [reference]));
    return row && shown(row);
  },
  submit: (ctx, { key, reference, fields, files }) =>
    ctx.transaction(async (tx) => {
      const row = await lock(tx, reference);
      if (row.answers.some((answer) => answer.key === key)) return;
      if (row.state !== 'needs_response' && row.state !== 'inquiry') throw new Refusal('dispute_closed', 'The bank takes no more evidence for this dispute.');
      await remember(tx, row, { key, kind: 'evidence', fields, files: files.map((file) => file.name) });
      await write(tx, row, outcomeOf(row, fields.note ?? ''));
    }),
  accept: (ctx, { key, reference }) =>
    ctx.transaction(async (tx) => {
      const row = await lock(tx, reference);
      if (row.answers.some((answer) => answer.key === key)) return;
      if (!['needs_response', 'inquiry'].includes(row.state)) throw new Refusal('dispute_closed', 'This dispute cannot be accepted any more.');
      await remember(tx, row, { key, kind: 'accept' });
      await write(tx, row, 'lost');
    }),
};

function outcomeOf({ state }: Row, note: string): DisputeState {
  if (note.includes('winning')) return state === 'inquiry' ? 'withdrawn' : 'won';
  if (note.includes('losing')) return 'lost';
  return state === 'inquiry' ? 'inquiry_answered' : 'under_review';
}

async function lock(tx: Tx, reference: string): Promise<Row> {
  const [row] = await tx.query<Row>(`select ${COLUMNS} from test_provider_disputes where reference = $1 for update`, [reference]);
  if (!row) throw new Refusal('not_found', 'The test provider does not know this dispute.');
  return row;
}

function remember(tx: Tx, { reference }: Row, answer: object): Promise<unknown> {
  return tx.sql`update test_provider_disputes set answers = answers || ${JSON.stringify([answer])}::jsonb where reference = ${reference}`;
}

// Money follows the state: it is gone from the moment a dispute is one, and comes back when it is won.
async function write(tx: Tx, row: Row, state: DisputeState): Promise<void> {
  const gone = row.facts.some((fact) => fact.kind === 'dispute-withdrawn');
  const back = row.facts.some((fact) => fact.kind === 'dispute-reinstated');
  const facts = [...row.facts];
  if (!gone && (state === 'needs_response' || state === 'lost')) facts.push(...taken(row.reference, row.amount));
  if (gone && !back && state === 'won') facts.push({ kind: 'dispute-reinstated', reference: `${row.reference}-back`, amount: row.amount });
  await tx.sql`update test_provider_disputes set state = ${state}, facts = ${JSON.stringify(facts)}::jsonb, due_at = ${later(now(), MESSAGE_AFTER)} where reference = ${row.reference}`;
}

function taken(reference: string, amount: number): DisputeFact[] {
  return [{ kind: 'dispute-withdrawn', reference: `${reference}-taken`, amount }, { kind: 'dispute-fee', reference: `${reference}-fee`, amount: FEE }];
}

function shown({ reference, chargeKey, state, reason, amount, currency, facts, respondBy, openedAt }: Row): ProviderDispute {
  const open = state === 'needs_response' || state === 'inquiry';
  return { reference, chargeKey, state, reason, amount: { amount, currency }, respondBy: open ? respondBy : null, openedAt, facts };
}
