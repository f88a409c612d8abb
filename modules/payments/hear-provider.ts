import { faultPoint } from '#platform/testing/fault-point.ts';
import { SECOND } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { heardByItsOwner } from './other-charges.ts';
import { paymentById, paymentByKey, shown, type Payment, type PaymentRow } from './payment.ts';
import { paymentProviders } from './provider.ts';
import { recordFacts } from './record-facts.ts';
import { within } from './within.ts';

/**
 * Something happened to a charge at its provider: asks the provider how it stands now and records that. What a message says is never
 * taken at its word, so late, repeated and reordered messages end in the same state. Answers whether the charge is one of ours.
 */
export async function hearOfCharge(ctx: Context, provider: string, chargeKey: string): Promise<'done' | 'ignored'> {
  const [known] = await ctx.read((r) => r.query<{ id: string }>('select id from payments where key = $1 and provider = $2', [chargeKey, provider]));
  if (!known) return (await heardByItsOwner(ctx, { provider, key: chargeKey })) ? 'done' : 'ignored';
  const facts = (await within(10 * SECOND, () => paymentProviders.get(provider).lookup(ctx, chargeKey))) ?? [];
  await faultPoint('payment.webhook-heard');
  await ctx.transaction(async (tx) => recordFacts(tx, await paymentByKey(tx, chargeKey, provider), { facts, heardBy: 'webhook' }));
  return 'done';
}

/** The shopper came back from the provider's page: how does it stand now? Nothing is charged by asking. */
export async function lookAtPayment(ctx: Context, paymentId: string): Promise<Payment> {
  const row = await ctx.read((r) => paymentById(r, paymentId));
  if (!isOpen(row)) return shown(row);
  const facts = (await within(10 * SECOND, () => paymentProviders.get(row.provider).lookup(ctx, row.key)).catch(() => undefined)) ?? [];
  return shown(await ctx.transaction(async (tx) => recordFacts(tx, await paymentById(tx, paymentId), { facts, heardBy: 'lookup' })));
}

function isOpen({ state }: PaymentRow): boolean {
  return state === 'requested' || state === 'unknown';
}
