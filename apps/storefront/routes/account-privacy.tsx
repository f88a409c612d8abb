import type { Hono } from 'hono';
import type { Customer } from '../api.ts';
import { PrivacyPage } from '../pages/account-privacy.tsx';
import { NotePage } from '../pages/trouble.tsx';
import { moment } from '../parts/moment.ts';
import { forget } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { signedIn } from './signed-in.ts';

/** What is known of the customer, where they are signed in, and how all of it goes away. */
export function accountPrivacyRoutes(app: Hono<ShopEnv>): void {
  app.get('/account/privacy', signedIn(show));
  app.get('/account/data.json', signedIn(takeData));
  app.post('/account/consent', signedIn(setConsent));
  app.post('/account/sessions/end', signedIn(endAll));
  app.post('/account/sessions/:id/end', signedIn(endOne));
  app.post('/account/erasure', signedIn(askForErasure));
  app.post('/account/erasure/cancel', signedIn(stay));
  app.get('/account/erase', eraseLink);
  app.post('/account/erase', confirmErasure);
}

const DONE: Record<string, string> = {
  consent: 'Noted.',
  ended: 'Signed out there.',
  mailed: 'A link is on its way to you. It works for a day; without it nothing is erased.',
  stays: 'Good to have you. Nothing will be erased.',
};

async function show(c: ShopRequest, customer: Customer): Promise<Response> {
  const { visit } = c.var;
  const { data } = await visit.ask('storefront.customers.sessions', {});
  const done = DONE[visit.url.searchParams.get('done') ?? ''];
  return page(c, { title: `Privacy · ${visit.shop.name}` }, <PrivacyPage visit={visit} customer={customer} sessions={data} done={done} />);
}

async function takeData(c: ShopRequest): Promise<Response> {
  const data = await c.var.visit.ask('storefront.customers.data', {});
  return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="my-data.json"', 'cache-control': 'private, no-store' });
}

async function setConsent(c: ShopRequest): Promise<Response> {
  const { marketing } = await fields(c);
  await c.var.visit.tell('storefront.customers.update', { acceptsMarketing: marketing === 'yes' });
  return back(c, 'consent');
}

async function endAll(c: ShopRequest): Promise<Response> {
  await c.var.visit.tell('storefront.customers.sign-out', {});
  forget(c, 'customer');
  return c.redirect(c.var.visit.href('/account/sign-in'), 303);
}

async function endOne(c: ShopRequest): Promise<Response> {
  await orNull(c.var.visit.tell('storefront.customers.end-session', { sessionId: c.req.param('id') ?? '' }));
  return back(c, 'ended');
}

async function askForErasure(c: ShopRequest): Promise<Response> {
  await c.var.visit.tell('storefront.customers.request-erasure', {});
  return back(c, 'mailed');
}

async function stay(c: ShopRequest): Promise<Response> {
  await c.var.visit.tell('storefront.customers.cancel-erasure', {});
  return back(c, 'stays');
}

function back(c: ShopRequest, done: string): Response {
  return c.redirect(c.var.visit.href(`/account/privacy?done=${done}`), 303);
}

function eraseLink(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const says = 'From now on you have two weeks to think better of it: sign in and press “Keep my account”. After that it cannot be undone.';
  return page(c, { title: `Erase my data · ${visit.shop.name}` }, <NotePage visit={visit} title="Erase everything we know of you?" says={says} press="Yes, erase it in two weeks" action={`/account/erase${visit.url.search}`} />);
}

async function confirmErasure(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { eraseAt } = await visit.tell('storefront.customers.confirm-erasure', { token: visit.url.searchParams.get('token') ?? '' });
  const says = `It happens on ${moment(eraseAt, visit.shop)}, unless you sign in before and press “Keep my account”. What is still on its way to you arrives first.`;
  return page(c, { title: visit.shop.name }, <NotePage visit={visit} title="Your data will be erased" says={says} />);
}
