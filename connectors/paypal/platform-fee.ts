import type { Money } from '#platform/money.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Account } from '#modules/integrations/index.ts';
import { feeFor } from '#modules/payments/index.ts';
import { signedIn } from './client.ts';
import { toPayPal } from './facts.ts';

/** What the installation keeps of a charge, in minor units, as it was set when the charge began. */
export interface PlatformFee {
  kept: number;
  of: number;
}

/** The installation keeps something only of those who signed in at PayPal through it. */
export async function platformFee(ctx: Context, account: Account, amount: Money): Promise<PlatformFee | undefined> {
  const kept = signedIn(account) ? await feeFor(ctx, amount) : 0;
  return kept > 0 ? { kept, of: amount.amount } : undefined;
}

/** The fee's part of what is captured, or given back, as PayPal is told of it. Rounded down, the parts are never more than the whole. */
export function partOfFee(fee: PlatformFee | undefined, { amount, currency }: Money): { payment_instruction?: object } {
  const part = fee ? Math.floor((fee.kept * amount) / fee.of) : 0;
  return part > 0 ? { payment_instruction: { platform_fees: [{ amount: toPayPal({ amount: part, currency }) }] } } : {};
}
