import { hearOutside, refreshProducts } from '#modules/billing/index.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** What the messages we listen to have in common: each speaks of a subscription, or of whoever has some. */
interface Spoken {
  id?: string;
  external_id?: string | null;
  subscription_id?: string | null;
  metadata?: Record<string, unknown>;
  customer?: { external_id?: string | null };
  subscription?: { id?: string; metadata?: Record<string, unknown> } | null;
  active_subscriptions?: { id?: string; metadata?: Record<string, unknown> }[];
}

/** Whether a message was about tiers that are sold here. Only whom it is about is taken from it. */
export async function hearOfTiers(ctx: Context, { event, body }: { event: string; body: string }): Promise<boolean> {
  if (event === 'product.updated') return refreshProducts(ctx, 'polar');
  const { data = {} } = JSON.parse(body) as { data?: Spoken };
  const about = [data, ...(data.subscription ? [data.subscription] : []), ...(data.active_subscriptions ?? [])];
  const workspaces = [...about.map(({ metadata }) => metadata?.['workspace_id']), data.customer?.external_id, data.external_id];
  const subscriptions = [data.subscription_id, ...about.map(({ id }) => id)];
  return hearOutside(ctx, { provider: 'polar', workspaces: texts(workspaces), subscriptions: texts(subscriptions) });
}

function texts(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))];
}
