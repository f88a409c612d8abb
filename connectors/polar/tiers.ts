import { Refusal } from '#platform/refusal.ts';
import { outsideSellers, type OutsideAct, type OutsideSeller, type PageWish } from '#modules/billing/index.ts';
import { connectedVendors, requireAccount, type Account } from '#modules/integrations/index.ts';
import { askPolar, PolarRefused, type Json } from './client.ts';
import { productOf, subscriptionOf, type Product, type Subscription } from './tier-facts.ts';
import { EVENTS } from './webhooks.ts';

/** Polar sells tiers by subscriptions of its own (polar.sh/docs/features/subscriptions); the workspace stands in their metadata. */
const seller: OutsideSeller = {
  says: 'Polar',
  offered: async (r) => (await connectedVendors(r)).has('polar'),
  async prepare(ctx) {
    const account = await requireAccount(ctx, 'polar');
    await requireRights(account);
    if (account.settings['hookId']) await askPolar(account, { method: 'PATCH', path: `/v1/webhooks/endpoints/${account.settings['hookId']}`, body: { events: EVENTS } });
  },
  async products(ctx) {
    const account = await requireAccount(ctx, 'polar');
    const all = await everyPage<Product>(account, '/v1/products/', { is_recurring: 'true', is_archived: 'false' });
    return all.flatMap((product) => productOf(product) ?? []);
  },
  async openPage(ctx, wish) {
    const page = await askPolar(await requireAccount(ctx, 'polar'), { method: 'POST', path: '/v1/checkouts/', body: pageBody(wish) });
    return String(page['url']);
  },
  async subscriptionsOf(ctx, workspaceId, knownId) {
    const account = await requireAccount(ctx, 'polar');
    const found = await everyPage<Subscription>(account, '/v1/subscriptions/', { 'metadata[workspace_id]': workspaceId });
    const missing = knownId !== null && !found.some(({ id }) => id === knownId) ? await subscriptionCalled(account, knownId) : undefined;
    return [...found, ...(missing ? [missing] : [])].map(subscriptionOf);
  },
  async act(ctx, id, act) {
    const account = await requireAccount(ctx, 'polar');
    await askPolar(account, { method: 'PATCH', path: `/v1/subscriptions/${id}`, body: bodyFor(act) }).catch((error: unknown) => {
      // Ended before, by somebody else or by us without hearing the answer.
      if (!act.does.startsWith('end') || !saysNo(error, 'AlreadyCanceledSubscription')) throw error;
    });
  },
  async portal(ctx, id, returnTo) {
    const account = await requireAccount(ctx, 'polar');
    const { customer_id: customer } = await askPolar(account, { method: 'GET', path: `/v1/subscriptions/${id}` });
    const session = await askPolar(account, { method: 'POST', path: '/v1/customer-sessions/', body: { customer_id: customer, return_url: returnTo } });
    return String(session['customer_portal_url']);
  },
};

async function requireRights(account: Account): Promise<void> {
  try {
    await askPolar(account, { method: 'GET', path: '/v1/subscriptions/?limit=1' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('not_allowed', 'This access to Polar may not see subscriptions. Connect Polar with a token that may read and write subscriptions and customer sessions as well.');
  }
}

/** Its customers are told apart by their mail address, so somebody with two workspaces is one of them: the metadata says for which one it is. */
function pageBody({ workspaceId, workspaceName, productId, trialDays, returnTo }: PageWish): object {
  const trial = trialDays > 0 ? { trial_interval: 'day', trial_interval_count: trialDays } : { allow_trial: false };
  return { products: [productId], external_customer_id: workspaceId, metadata: { workspace_id: workspaceId, workspace: workspaceName.slice(0, 500) || workspaceId }, success_url: returnTo, return_url: returnTo, ...trial };
}

function bodyFor(act: OutsideAct): object {
  if (act.does === 'change') return { product_id: act.productId, proration_behavior: act.when === 'now' ? 'invoice' : 'next_period' };
  if (act.does === 'stay') return { pending_update: null };
  return act.does === 'end now' ? { revoke: true } : { cancel_at_period_end: act.does === 'end later' };
}

async function everyPage<T>(account: Account, path: string, params: Record<string, string>): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; page <= 50; page++) {
    const { items, pagination } = await askPolar(account, { method: 'GET', path: `${path}?${new URLSearchParams({ ...params, limit: '100', page: String(page) })}` });
    found.push(...((items as T[] | undefined) ?? []));
    if (page >= Number((pagination as { max_page?: number } | undefined)?.max_page ?? 1)) return found;
  }
  throw new Error('Polar has too many of them');
}

/** Undefined when Polar no longer knows it, as when its customer was deleted. */
async function subscriptionCalled(account: Account, id: string): Promise<Subscription | undefined> {
  try {
    return (await askPolar(account, { method: 'GET', path: `/v1/subscriptions/${id}` })) as Json as unknown as Subscription;
  } catch (error) {
    if (saysNo(error, 'ResourceNotFound')) return undefined;
    throw error;
  }
}

function saysNo(error: unknown, reason: string): boolean {
  return error instanceof PolarRefused && error.details?.['reason'] === reason;
}

outsideSellers.provide('polar', seller);
