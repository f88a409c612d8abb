import { SECOND } from '#platform/time.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { lockPayment, paymentByKey, shown, type Payment } from './payment.ts';
import type { ProviderDispute } from './provider-disputes.ts';
import { paymentProviders } from './provider.ts';
import { recordFacts } from './record-facts.ts';
import { within } from './within.ts';

/** What stands on top of payments and keeps disputes. */
interface DisputeFollower {
  /** Counts what was written of a dispute so far; 0 for one that is new. */
  seen(r: Reader, provider: string, reference: string): Promise<number>;
  /** Writes how it stands, in the transaction that records the money it moved. `stale`: more was written than was `seen` before the provider was asked. */
  follow(tx: Tx, payment: Payment, dispute: ProviderDispute, seen: number): Promise<'written' | 'stale'>;
}
let follower: DisputeFollower | undefined;

/** For the module above that keeps disputes; declared once, at load. */
export function followDisputes(one: DisputeFollower): void {
  follower = one;
}

const MOST_TRIES = 6;

/**
 * Something happened to a dispute at its provider: asks how it stands now and records that, so repeated, late and reordered messages
 * end in the same state. Answers whether it is about a charge of ours.
 */
export async function hearOfDispute(ctx: Context, provider: string, reference: string): Promise<'done' | 'ignored'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await hearOnce(ctx, provider, reference);
    if (outcome !== 'stale') return outcome;
  }
  throw new Error(`the dispute ${reference} changed ${MOST_TRIES} times while it was asked for`);
}

async function hearOnce(ctx: Context, provider: string, reference: string): Promise<'done' | 'ignored' | 'stale'> {
  const at = paymentProviders.get(provider).disputes;
  if (!at) return 'ignored';
  const before = await ctx.read(async (r) => follower?.seen(r, provider, reference));
  const dispute = await within(10 * SECOND, () => at.lookup(ctx, reference));
  if (!dispute || !(await isOurs(ctx, provider, dispute.chargeKey))) return 'ignored';
  const written = await ctx.transaction(async (tx) => {
    // Two messages at once stand in line here, and each sees what the other wrote.
    const payment = await lockPayment(tx, (await paymentByKey(tx, dispute.chargeKey, provider)).id);
    const after = await recordFacts(tx, payment, { facts: dispute.facts, heardBy: 'webhook' });
    return follower ? follower.follow(tx, shown(after), dispute, before ?? 0) : 'written';
  });
  return written === 'written' ? 'done' : 'stale';
}

async function isOurs(ctx: Context, provider: string, chargeKey: string): Promise<boolean> {
  return (await ctx.read((r) => r.query('select 1 from payments where key = $1 and provider = $2', [chargeKey, provider]))).length > 0;
}
