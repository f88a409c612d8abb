import type { Hono } from 'hono';
import type { Subscription } from '../api.ts';
import { LeavingPage } from '../pages/paying.tsx';
import { SubscriptionPage, SubscriptionsPage, type Swap } from '../pages/subscriptions.tsx';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';
import { signedIn } from './signed-in.ts';

/** A customer's subscriptions, and the page of one that the link in a mail opens. Every form works without scripts. */
export function subscriptionRoutes(app: Hono<ShopEnv>): void {
  app.get('/account/subscriptions', signedIn(list));
  app.get('/subscriptions/:id', (c) => show(c));
  app.post('/subscriptions/:id/:verb', act);
}

async function list(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { data } = await visit.ask('storefront.customers.subscriptions', {});
  return page(c, { title: `Subscriptions · ${visit.shop.name}` }, <SubscriptionsPage visit={visit} subscriptions={data} />);
}

const DONE: Record<string, string> = {
  pause: 'It is paused.',
  resume: 'It goes on.',
  skip: 'The next delivery is skipped.',
  change: 'It is changed.',
  cancel: 'It ends as you wished.',
  pay: 'Thank you. It is paid like this from now on.',
  pending: 'Your payment is being confirmed. You need not do anything.',
};

async function show(c: ShopRequest, wrong = '', status = 200): Promise<Response> {
  const { visit } = c.var;
  if (!wrong && visit.url.searchParams.has('paid')) return comeBack(c);
  const found = await orNull(visit.ask('storefront.subscriptions.get', mine(c)));
  if (!found) return c.notFound() as Promise<Response>;
  const done = wrong ? undefined : DONE[visit.url.searchParams.get('done') ?? ''];
  return page(c, { title: `${found.title} · ${visit.shop.name}` }, <SubscriptionPage visit={visit} subscription={found} swaps={await swapsOf(visit, found)} done={done} wrong={wrong || undefined} />, status);
}

// From the provider's page: how it went there is found out before the page is shown, and loading it again asks nobody again.
async function comeBack(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const settled = await orNull(visit.tell('storefront.subscriptions.settle', mine(c)));
  if (!settled) return c.notFound() as Promise<Response>;
  // Left without paying or agreeing: nothing has changed, and why stands on the page.
  if (settled.payment?.state === 'declined') return show(c, settled.payment.message ?? 'Nothing has changed.', 402);
  return c.redirect(pageOf(c, settled.payment?.state === 'pending' ? { done: 'pending' } : settled.payment?.state === 'paid' ? { done: 'pay' } : {}), 303);
}

function pageOf(c: ShopRequest, also: Record<string, string>): string {
  const { token } = mine(c);
  const query = new URLSearchParams({ ...(token && { token }), ...also }).toString();
  return `${c.var.visit.href(`/subscriptions/${c.req.param('id')}`)}${query && `?${query}`}`;
}

function mine(c: ShopRequest): { id: string; token?: string } {
  const token = c.var.visit.url.searchParams.get('token');
  return { id: c.req.param('id') ?? '', ...(token && { token }) };
}

/** What it can be changed to: each variant on each plan of the product. */
async function swapsOf(visit: Visit, { productId }: Subscription): Promise<Swap[]> {
  const product = await orNull(visit.ask('storefront.products.get', { id: productId }));
  if (!product) return [];
  const { data } = await visit.ask('storefront.products.plans', { id: product.id });
  const names = new Map(product.variants.map((variant) => [variant.id, variant.title]));
  return data.flatMap((plan) => plan.prices.map(({ variantId, price }) => ({ variantId, planId: plan.planId, name: names.get(variantId) ?? '', says: plan.says, price })));
}

async function act(c: ShopRequest): Promise<Response> {
  const verb = c.req.param('verb') ?? '';
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run) return c.notFound() as Promise<Response>;
  try {
    const { wrong, goTo } = (await run(c.var.visit, mine(c), await fields(c))) ?? {};
    if (wrong) return await show(c, wrong, 409);
    if (goTo) return await leaveFor(c, goTo);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return refusal.code === 'not_found' ? (c.notFound() as Promise<Response>) : show(c, refusal.sentence, refusal.status);
  }
  return c.redirect(pageOf(c, { done: verb }), 303);
}

// No redirect, for the reason the checkout has: the page's policy keeps forms from leading to another site.
async function leaveFor(c: ShopRequest, continueAt: string): Promise<Response> {
  const { visit } = c.var;
  const { title, price, status } = await visit.ask('storefront.subscriptions.get', mine(c));
  const behind = status === 'past_due' || status === 'unpaid';
  c.header('refresh', `0; url=${continueAt}`);
  return page(c, { title: `Payment · ${visit.shop.name}` }, <LeavingPage about={title} pays={behind ? `${visit.money(price)}, delivery beside it,` : null} continueAt={continueAt} />);
}

/** What follows: a sentence when it did not work out although nothing was refused (a declined card), or the provider's page to go on. */
type Verb = (visit: Visit, one: { id: string; token?: string }, sent: Record<string, string>) => Promise<{ wrong?: string; goTo?: string } | undefined>;

const verbs: Record<string, Verb> = {
  async pause(visit, one, { until }) {
    await visit.tell('storefront.subscriptions.pause', { ...one, ...(until && { until: `${until}T00:00:00Z` }) });
    return undefined;
  },
  async resume(visit, one) {
    await visit.tell('storefront.subscriptions.resume', one);
    return undefined;
  },
  async skip(visit, one) {
    await visit.tell('storefront.subscriptions.skip', one);
    return undefined;
  },
  async change(visit, one, { swap = '', quantity, lasts, when }) {
    const [variantId, planId] = swap.split(' ');
    await visit.tell('storefront.subscriptions.change', { ...one, ...(variantId && planId && { variantId, planId }), quantity: Number(quantity), ...(lasts && { lasts: Number(lasts) }), when: when === 'now' ? 'now' : 'next' });
    return undefined;
  },
  async cancel(visit, one, { reason = '' }) {
    await visit.tell('storefront.subscriptions.cancel', { ...one, reason });
    return undefined;
  },
  async pay(visit, one, { method = 'test', card = '' }) {
    const back = visit.address(`/subscriptions/${one.id}?${new URLSearchParams({ ...(one.token && { token: one.token }), paid: '1' })}`);
    const { payment } = await visit.tell('storefront.subscriptions.pay', { ...one, payment: method === 'test' ? { method: 'test', card } : method === 'manual' ? { method } : { method, returnTo: back } });
    if (payment?.state === 'declined') return { wrong: payment.message ?? 'The payment was declined.' };
    return payment?.continueAt ? { goTo: payment.continueAt } : undefined;
  },
};
