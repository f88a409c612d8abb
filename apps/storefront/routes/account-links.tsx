import type { Hono } from 'hono';
import { ChoosePasswordPage, ForgottenPage } from '../pages/account-links.tsx';
import { findMissing, SHORTEST_PASSWORD, SignInPage } from '../pages/account.tsx';
import { page } from '../visit/page.tsx';
import { fields, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { NotePage } from '../pages/trouble.tsx';
import { enter } from './account.tsx';

/** What the links in a customer's mails open. */
export function accountLinkRoutes(app: Hono<ShopEnv>): void {
  app.get('/account/forgotten', (c) => forgottenPage(c, {}));
  app.post('/account/forgotten', askForLink);
  app.get('/account/password', (c) => choosePage(c, {}));
  app.post('/account/password', choosePassword);
  app.get('/account/confirm', confirmPage);
  app.post('/account/confirm', confirmAddress);
  app.post('/account/sign-in/link', askToSignIn);
  app.get('/account/link', signInPage);
  app.post('/account/link', signInByLink);
  app.get('/account/email', emailPage);
  app.post('/account/email', useNewAddress);
}

function forgottenPage(c: ShopRequest, errors: Record<string, string>, typed: Record<string, string> = {}): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `New password · ${visit.shop.name}` }, <ForgottenPage visit={visit} typed={typed} errors={errors} />, Object.keys(errors).length ? 422 : 200);
}

async function askForLink(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const typed = await fields(c);
  const { email } = findMissing(typed, ['email']);
  if (email) return forgottenPage(c, { email }, typed);
  await visit.tell('storefront.customers.request-password', { email: typed['email']!.trim() });
  // The same words whether or not there is an account: nobody learns who shops here.
  const says = 'If there is an account with that address, a mail with a link is on its way. The link works for an hour.';
  return page(c, { title: `New password · ${visit.shop.name}` }, <NotePage visit={visit} title="Look into your mail" says={says} />);
}

function choosePage(c: ShopRequest, errors: Record<string, string>): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Choose a password · ${visit.shop.name}` }, <ChoosePasswordPage visit={visit} errors={errors} />, Object.keys(errors).length ? 422 : 200);
}

async function choosePassword(c: ShopRequest): Promise<Response> {
  const { password = '' } = await fields(c);
  if (password.length < SHORTEST_PASSWORD) return choosePage(c, { password: `Choose at least ${SHORTEST_PASSWORD} characters.` });
  try {
    const { token } = await c.var.visit.tell('storefront.customers.choose-password', { token: linkToken(c), password });
    return enter(c, token);
  } catch (thrown) {
    return choosePage(c, { form: refusalOf(thrown).sentence });
  }
}

/** A press is asked for, because mail programs open links by themselves. */
function confirmPage(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const action = `/account/confirm${visit.url.search}`;
  const body = <NotePage visit={visit} title="Confirm your address" says="One press and your address is confirmed." press="Confirm" action={action} />;
  return page(c, { title: `Confirm your address · ${visit.shop.name}` }, body);
}

async function confirmAddress(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  await visit.tell('storefront.customers.confirm-email', { token: linkToken(c) });
  return page(c, { title: visit.shop.name }, <NotePage visit={visit} title="Your address is confirmed" says="Thank you. Everything about your orders reaches you there." />);
}

function linkToken(c: ShopRequest): string {
  return c.var.visit.url.searchParams.get('token') ?? '';
}

async function askToSignIn(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const typed = await fields(c);
  const { email } = findMissing(typed, ['email']);
  if (email) return page(c, { title: `Sign in · ${visit.shop.name}` }, <SignInPage visit={visit} typed={typed} errors={{ email }} />, 422);
  await visit.tell('storefront.customers.request-sign-in', { email: typed['email']!.trim() });
  const says = 'If we know that address, a mail with a link is on its way. The link works once, for a quarter of an hour.';
  return page(c, { title: `Sign in · ${visit.shop.name}` }, <NotePage visit={visit} title="Look into your mail" says={says} />);
}

function signInPage(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const body = <NotePage visit={visit} title={`Sign in to ${visit.shop.name}`} says="One press and you are signed in on this device." press="Sign in" action={`/account/link${visit.url.search}`} />;
  return page(c, { title: `Sign in · ${visit.shop.name}` }, body);
}

async function signInByLink(c: ShopRequest): Promise<Response> {
  const { token } = await c.var.visit.tell('storefront.customers.sign-in-by-link', { token: linkToken(c) });
  return enter(c, token);
}

function emailPage(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const body = <NotePage visit={visit} title="Use this address?" says="One press and everything about your orders reaches you here." press="Use this address" action={`/account/email${visit.url.search}`} />;
  return page(c, { title: `Your address · ${visit.shop.name}` }, body);
}

async function useNewAddress(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { email } = await visit.tell('storefront.customers.confirm-email-change', { token: linkToken(c) });
  return page(c, { title: visit.shop.name }, <NotePage visit={visit} title="Your address was changed" says={`From now on we write to ${email}.`} />);
}
