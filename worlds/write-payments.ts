import { newId } from '#platform/ids.ts';
import { MINUTE } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { PlannedOrder } from './plan-orders.ts';
import type { ShopPlan } from './shop-plan.ts';
import { writeRows, type Row } from './write.ts';

interface Fact {
  kind: 'pending' | 'authorized' | 'captured' | 'declined' | 'voided' | 'refunded';
  reference: string;
  amount: number;
  key: string;
  at: Date;
}

interface Paid {
  order: PlannedOrder;
  id: string;
  key: string;
  facts: Fact[];
}

/** Writes each order's payment with its facts and steps, and the same into the book of the provider, so that refunds work later on. */
export async function writePayments(tx: Tx, plan: ShopPlan, orders: readonly PlannedOrder[]): Promise<void> {
  const paid = orders.map(paidOf);
  await writeRows(tx, 'payments', paid.map((each) => paymentRow(plan, each)));
  await writeRows(tx, 'payment_facts', paid.flatMap(factRows));
  await writeRows(tx, 'payment_steps', paid.flatMap(stepRows));
  await writeRows(tx, 'test_provider_charges', paid.filter((p) => !p.order.byTransfer).map((each) => chargeRow(plan, each)));
  await writeRows(tx, 'manual_charges', paid.filter((p) => p.order.byTransfer).map((each) => chargeRow(plan, each)));
}

function paidOf(order: PlannedOrder): Paid {
  const id = newId();
  const key = `charge-${id}`;
  return { order, id, key, facts: factsOf(order, key) };
}

function factsOf(order: PlannedOrder, key: string): Fact[] {
  const charge = `ch_${newId()}`;
  const { placedAt, paidAt, cancelledAt, backAt, total } = order;
  const fact = (kind: Fact['kind'], at: Date, amount = total): Fact => ({ kind, reference: charge, amount, key, at });
  const step = (kind: Fact['kind'], name: string, at: Date, amount: number): Fact => ({ kind, reference: `${name}_${newId()}`, amount, key: `${name}-${newId()}`, at });
  if (order.story === 'pending') return [fact('pending', placedAt, 0)];
  if (order.story === 'declined') return [fact('declined', placedAt, 0)];
  const facts = order.byTransfer ? [{ ...fact('authorized', placedAt), reference: key }] : [];
  if (order.story === 'voided') facts.push(step('voided', 'void', cancelledAt!, 0));
  if (paidAt) facts.push(order.byTransfer ? step('captured', 'capture', paidAt, total) : fact('captured', paidAt));
  if (order.refunded > 0) facts.push(step('refunded', 'refund', new Date((backAt ?? cancelledAt)!.getTime() + MINUTE), order.refunded));
  return facts;
}

const STATE: Record<PlannedOrder['ending']['payment'], string> = {
  pending: 'requested', authorized: 'authorized', paid: 'captured', partially_refunded: 'partially_refunded', refunded: 'refunded', failed: 'declined', voided: 'voided',
};
const DECLINED = 'Your card was declined. Please use another one.';

function paymentRow(plan: ShopPlan, { order, id, key, facts }: Paid): Row {
  const card = !order.byTransfer;
  return {
    id, order_id: order.id, provider: card ? 'test' : 'manual', state: STATE[order.ending.payment], amount: order.total, currency: plan.currency,
    captured: order.captured, refunded: order.refunded, capture: 'now', key, token: card ? `tok_test_${behaviour(order)}` : '', provider_reference: facts[0]!.reference,
    card_brand: card ? 'visa' : null, card_last4: card ? lastFour(order) : null, sentence: order.story === 'declined' ? DECLINED : '', version: facts.length,
    created_at: order.placedAt, updated_at: facts.at(-1)!.at,
  };
}

function behaviour({ story }: PlannedOrder): string {
  return story === 'declined' ? 'declined' : story === 'pending' ? 'late' : 'ok';
}

function lastFour({ story }: PlannedOrder): string {
  return story === 'declined' ? '0002' : story === 'pending' ? '0341' : '4242';
}

function factRows({ id, order, facts }: Paid): Row[] {
  const sentence = order.story === 'declined' ? DECLINED : '';
  return facts.map(({ key, kind, ...fact }) => ({ id: newId(), payment_id: id, kind, ...fact, key, sentence, heard_by: 'answer' }));
}

const STEP_OF: Partial<Record<Fact['kind'], string>> = { voided: 'void', refunded: 'refund' };

// The charge itself, and one step for everything that was asked for later.
function stepRows({ id, key, order, facts }: Paid): Row[] {
  const step = (kind: string, stepKey: string, { amount, at }: { amount: number; at: Date }): Row => ({
    id: newId(), payment_id: id, kind, amount, key: stepKey, state: 'done', attempts: 1, next_try: at, reason: '', sentence: '', created_at: at,
  });
  const charge = { ...step('authorize', key, { amount: order.total, at: order.placedAt }), state: order.story === 'pending' ? 'waiting' : 'done' };
  const asked = facts.filter((fact) => fact.key !== key).map((fact) => step(STEP_OF[fact.kind] ?? 'capture', fact.key, fact));
  return [charge, ...asked];
}

function chargeRow(plan: ShopPlan, { order, key, facts }: Paid): Row {
  const told = facts.map(({ kind, reference, amount, key: factKey }) => ({ kind, reference, amount, key: factKey }));
  return { id: newId(), key, amount: order.total, currency: plan.currency, token: order.byTransfer ? '' : `tok_test_${behaviour(order)}`, facts: told, created_at: order.placedAt };
}
