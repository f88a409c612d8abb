import type { Hono } from 'hono';
import { AccountPage, RegisterPage, SignInPage } from '../pages/account.tsx';
import { findMissing } from '../pages/account.tsx';
import type { Customer } from '../api.ts';
import { customerTokenOf } from '../shop.ts';
import { forget, keepCart, keepCustomer } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { signedIn, wayBack } from './signed-in.ts';

export function accountRoutes(app: Hono<ShopEnv>): void {
  app.get('/account', signedIn(account));
  app.get('/account/sign-in', (c) => signInPage(c));
  app.post('/account/sign-in', signIn);
  app.get('/account/register', (c) => registerPage(c));
  app.post('/account/register', register);
  app.post('/account/sign-out', signOut);
  app.get('/account/entered', entered);
}

async function account(c: ShopRequest, customer: Customer): Promise<Response> {
  const { visit } = c.var;
  const before = Number(visit.url.searchParams.get('before'));
  const [orders, unread] = await Promise.all([visit.ask('storefront.customers.orders', before > 0 && Number.isInteger(before) ? { cursor: before } : {}), visit.ask('storefront.conversations.unread', {})]);
  return page(c, { title: `Your account · ${visit.shop.name}` }, <AccountPage visit={visit} customer={customer} orders={orders.data} older={orders.nextCursor} unread={unread} />);
}

interface Trouble {
  typed: Record<string, string>;
  errors: Record<string, string>;
  status: number;
}

const NO_TROUBLE: Trouble = { typed: {}, errors: {}, status: 200 };

function signInPage(c: ShopRequest, { typed, errors, status } = NO_TROUBLE): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Sign in · ${visit.shop.name}` }, <SignInPage visit={visit} typed={typed} errors={errors} />, status);
}

function registerPage(c: ShopRequest, { typed, errors, status } = NO_TROUBLE): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Create an account · ${visit.shop.name}` }, <RegisterPage visit={visit} typed={typed} errors={errors} />, status);
}

async function signIn(c: ShopRequest): Promise<Response> {
  const typed = await fields(c);
  const errors = findMissing(typed, ['email', 'password']);
  if (Object.keys(errors).length) return signInPage(c, { typed, errors, status: 422 });
  const credentials = { email: typed['email']!.trim(), password: typed['password']! };
  try {
    const { token } = await c.var.visit.tell('storefront.customers.sign-in', credentials);
    return enter(c, token);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return signInPage(c, { typed, errors: { form: refusal.sentence }, status: refusal.status });
  }
}

async function register(c: ShopRequest): Promise<Response> {
  const typed = await fields(c);
  const errors = findMissing(typed, ['name', 'email', 'password']);
  if (Object.keys(errors).length) return registerPage(c, { typed, errors, status: 422 });
  const person = { name: typed['name']!.trim(), email: typed['email']!.trim(), password: typed['password']! };
  try {
    const { token } = await c.var.visit.tell('storefront.customers.register', person);
    return enter(c, token);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    return registerPage(c, { typed, errors: { form: refusal.sentence }, status: refusal.status });
  }
}

/** From here on the visit knows the customer; the next page joins their carts. */
export function enter(c: ShopRequest, token: string): Response {
  const { visit } = c.var;
  keepCustomer(c, token);
  return c.redirect(visit.href('/account/entered') + visit.url.search, 303);
}

/** Then back to where somebody came from, else to the account. */
async function entered(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (visit.signedIn && visit.cartId) {
    const cart = await orNull(visit.tell('storefront.cart.merge', { id: visit.cartId }));
    if (cart) keepCart(c, cart);
  }
  if (visit.signedIn && visit.wishlistId) {
    await orNull(visit.tell('storefront.wishlists.merge', { id: visit.wishlistId }));
    forget(c, 'wish');
  }
  return c.redirect(visit.href(wayBack(visit.url.searchParams.get('to'))), 303);
}

async function signOut(c: ShopRequest): Promise<Response> {
  const token = customerTokenOf(c.req.raw, c.env.storefront.id);
  if (token && c.var.visit.signedIn) await c.var.visit.tell('storefront.customers.sign-out', { token });
  forget(c, 'customer');
  return c.redirect(c.var.visit.href('/'), 303);
}
