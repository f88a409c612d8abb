import { limitBanner } from '#modules/tiers/index.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** The limits the frame warns of; nothing for those who may not see what is used. */
export async function limitsNear(ctx: Context): Promise<Awaited<ReturnType<typeof limitBanner.call>>['warnings']> {
  return ctx.can(limitBanner.needs) ? (await limitBanner.call(ctx, {})).warnings : [];
}
