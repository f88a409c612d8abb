import type { Hono } from 'hono';
import { DetailsPage, type DetailsProps } from '../pages/account-details.tsx';
import { SHORTEST_PASSWORD } from '../pages/account.tsx';
import { keepCustomer } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { fields } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import type { Customer } from '../api.ts';
import { errorsOf, signedIn } from './signed-in.ts';

/** Name, consent, e-mail address and password. */
export function accountDetailsRoutes(app: Hono<ShopEnv>): void {
  app.get('/account/details', signedIn((c, customer) => show(c, customer)));
  app.post('/account/details', signedIn(saveProfile));
  app.post('/account/details/email', signedIn(askForEmail));
  app.post('/account/details/password', signedIn(changePassword));
}

const DONE: Record<string, string> = {
  saved: 'Saved.',
  mailed: 'A link is on its way to the new address. It works for a day.',
  password: 'Your password was changed. Everywhere else you are signed out.',
};

type Told = Partial<Pick<DetailsProps, 'typed' | 'errors' | 'sent'>> & { status?: number };

function show(c: ShopRequest, customer: Customer, { typed = {}, errors = {}, sent, status = 200 }: Told = {}): Promise<Response> {
  const { visit } = c.var;
  const done = DONE[visit.url.searchParams.get('done') ?? ''];
  const body = <DetailsPage visit={visit} customer={customer} typed={typed} errors={errors} sent={sent} done={sent ? undefined : done} />;
  return page(c, { title: `Your details · ${visit.shop.name}` }, body, status);
}

function back(c: ShopRequest, done: string): Response {
  return c.redirect(c.var.visit.href(`/account/details?done=${done}`), 303);
}

async function saveProfile(c: ShopRequest, customer: Customer): Promise<Response> {
  const typed = await fields(c);
  try {
    await c.var.visit.tell('storefront.customers.update', { name: typed['name'] ?? '', phone: typed['phone']?.trim() || null, acceptsMarketing: typed['marketing'] === 'yes' });
    return back(c, 'saved');
  } catch (thrown) {
    return show(c, customer, { typed, sent: 'profile', ...errorsOf(thrown) });
  }
}

async function askForEmail(c: ShopRequest, customer: Customer): Promise<Response> {
  const typed = await fields(c);
  if (!/^[^\s@]+@[^\s@]+$/.test(typed['email']?.trim() ?? '')) return show(c, customer, { typed, sent: 'email', errors: { email: 'Enter your new email address, like ana@example.com.' }, status: 422 });
  try {
    await c.var.visit.tell('storefront.customers.request-email-change', { email: typed['email']!.trim(), current: typed['emailPassword'] ?? '' });
    return back(c, 'mailed');
  } catch (thrown) {
    return show(c, customer, { typed, sent: 'email', ...errorsOf(thrown) });
  }
}

async function changePassword(c: ShopRequest, customer: Customer): Promise<Response> {
  const { current = '', password = '' } = await fields(c);
  if (password.length < SHORTEST_PASSWORD) return show(c, customer, { sent: 'password', errors: { password: `Choose at least ${SHORTEST_PASSWORD} characters.` }, status: 422 });
  try {
    const { token } = await c.var.visit.tell('storefront.customers.change-password', { current, password });
    keepCustomer(c, token);
    return back(c, 'password');
  } catch (thrown) {
    return show(c, customer, { sent: 'password', ...errorsOf(thrown) });
  }
}
