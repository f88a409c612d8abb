import * as z from 'zod';
import { PaymentChoice } from '#modules/payments/index.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { cancelAs, changeAs, changeCardAs, keepAs, payAs, subscribeAs } from './actions.ts';
import { readAccount } from './account.ts';
import { carryOutCharge } from './charge.ts';
import { actOutside, actsForChange, actsForEnd, actsForGoingOn } from './outside-actions.ts';
import { requireCardHere, requireCardSeller, requireSeller } from './seller.ts';
import { setTier } from './set-tier.ts';
import { STATUSES, tierSold } from './standing.ts';

export const WishInput = z.object({ tier: z.string().min(1).max(40), interval: z.enum(['month', 'year']) });
const Payment = PaymentChoice.omit({ provider: true, returnTo: true });

export const Outcome = z.object({
  status: z.enum(STATUSES),
  tier: z.string().meta({ description: 'what the workspace has paid for; "free" = nothing' }),
  chargeId: z.uuid().nullable(),
  payment: z.enum(['none', 'paid', 'declined', 'waiting']).meta({ description: '"waiting": the provider has not answered yet; it is asked again by itself' }),
  sentence: z.string().meta({ description: 'why it was declined' }),
});
type Outcome = z.infer<typeof Outcome>;

/** Before the charge nothing is known but that it follows. */
export const asked = (chargeId: string | undefined): Outcome => ({ status: 'none', tier: 'free', chargeId: chargeId ?? null, payment: 'none', sentence: '' });

/** What its outside seller was asked to do stands in the audit log as well; how the account stands then, the seller says. */
function askedOutside(tx: Tx, does: string): Outcome {
  tx.changed({ record: 'billing', id: tx.workspaceId, after: { askedTheSeller: does } });
  return asked(undefined);
}

/** Charges what follows and gives the tier; the schedule and a reaction do both when this process dies here. */
export async function carryOn(ctx: Context, { chargeId }: Outcome): Promise<Outcome> {
  if (chargeId) await carryOutCharge(ctx, chargeId);
  await setTier(ctx);
  return ctx.read(async (r) => {
    const account = await readAccount(r);
    const [charge] = chargeId ? await r.sql<{ state: 'asked' | 'paid' | 'declined'; sentence: string }>`select state, sentence from billing_charges where id = ${chargeId}` : [];
    const payment = charge ? (charge.state === 'asked' ? 'waiting' : charge.state) : 'none';
    return { status: account?.standing.status ?? 'none', tier: account ? tierSold(account.standing) : 'free', chargeId, payment, sentence: charge?.sentence ?? '' };
  });
}

export const subscribeToTier = operation({
  name: 'billing.subscribe',
  route: 'POST /billing/subscription',
  says: 'Buy a tier for the workspace',
  needs: 'billing:write',
  input: WishInput.extend({ payment: Payment }),
  output: Outcome,
  before: () => requireCardSeller(),
  run: async (tx, { payment, ...wish }, shop) => asked(await subscribeAs(tx, shop, { ...wish, payment: { ...payment, provider: shop.seller.providerName } })),
  afterCommit: carryOn,
});

export const changeTierPlan = operation({
  name: 'billing.change',
  route: 'POST /billing/subscription/change',
  says: 'Change the tier the workspace pays for',
  needs: 'billing:write',
  input: WishInput,
  output: Outcome,
  before: async (ctx, wish) => ((await actOutside(ctx, (account) => actsForChange(account, wish))) ? undefined : requireSeller()),
  run: async (tx, wish, shop) => (shop ? asked(await changeAs(tx, shop, wish)) : askedOutside(tx, 'change')),
  afterCommit: carryOn,
});

export const cancelTier = operation({
  name: 'billing.cancel',
  route: 'POST /billing/subscription/cancellation',
  says: 'Stop paying for a tier when the period is over',
  needs: 'billing:write',
  input: z.object({}),
  output: Outcome,
  before: (ctx) => actOutside(ctx, actsForEnd),
  async run(tx, _input, outside) {
    if (outside) return askedOutside(tx, 'end');
    await cancelAs(tx);
    return asked(undefined);
  },
  afterCommit: carryOn,
});

export const keepTier = operation({
  name: 'billing.keep',
  route: 'POST /billing/subscription/resumption',
  says: 'Go on paying for the tier after all',
  needs: 'billing:write',
  input: z.object({}),
  output: Outcome,
  before: (ctx) => actOutside(ctx, actsForGoingOn),
  async run(tx, _input, outside) {
    if (outside) return askedOutside(tx, 'go on');
    await keepAs(tx);
    return asked(undefined);
  },
  afterCommit: carryOn,
});

export const changeCard = operation({
  name: 'billing.change-card',
  route: 'PUT /billing/card',
  says: 'Pay for the tier with another card',
  needs: 'billing:write',
  input: z.object({ payment: Payment }),
  output: Outcome,
  before: () => requireCardHere(),
  run: async (tx, { payment }, shop) => asked(await changeCardAs(tx, shop, { ...payment, provider: shop.seller.providerName })),
  afterCommit: carryOn,
});

export const payTier = operation({
  name: 'billing.pay',
  route: 'POST /billing/payment',
  says: 'Pay what is owed for the tier now',
  needs: 'billing:write',
  input: z.object({}),
  output: Outcome,
  before: () => requireSeller(),
  run: async (tx, _input, shop) => asked(await payAs(tx, shop)),
  afterCommit: carryOn,
});
