import * as z from 'zod';
import { countAttempt, forgiveAttempts } from '#modules/accounts/index.ts';
import { shopBrand, storefrontAddress } from '#modules/storefronts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { MINUTE } from '#platform/time.ts';
import { forgetCustomers } from './customer-session.ts';
import { Email } from './email.ts';
import { customerEmailChanged, customerUpdated } from './events.ts';
import { hashPassword, passwordFits } from './internal/password.ts';
import { addressChangedMail } from './link-mail.ts';
import { askForLink, takeLink, useLink } from './mailed-links.ts';
import { forShopper, readCustomer } from './read-customer.ts';
import { Password } from './shapes.ts';
import { accountKey, NOBODY, requireCustomer, SignedIn, signedIn } from './sign-in.ts';

const needs = 'storefront:customers';
const Done = z.object({ ok: z.literal(true) });
const Token = z.string().min(20).max(100);
const WINDOW = 10 * MINUTE;

/** A way in without a password. Guests who have only ordered so far may use it too. */
export const requestSignInLink = operation({
  name: 'storefront.customers.request-sign-in',
  on: 'storefront',
  route: 'POST /customers/sign-in-links',
  says: 'Ask for a link to sign in',
  needs,
  input: z.object({ email: Email }),
  output: Done,
  async run(tx, { email }) {
    await countAttempt([{ key: accountKey(tx, 'customer-link', email), times: 5, withinMillis: WINDOW }]);
    await askForLink(tx, email, 'sign-in');
    return { ok: true as const };
  },
});

/** The link proves the address. Whoever opened an account with it before, unproved, may have been a stranger: their password and sessions end. */
export const signInByLink = operation({
  name: 'storefront.customers.sign-in-by-link',
  on: 'storefront',
  route: 'POST /customers/auth/link',
  says: 'Sign in with a mailed link',
  needs,
  input: z.object({ token: Token }),
  output: SignedIn,
  async run(tx, { token }) {
    const id = await useLink(tx, token, 'sign-in');
    await tx.sql`delete from customer_sessions s using customers c where c.id = s.customer_id and c.id = ${id} and c.email_verified_at is null`;
    await tx.sql`update customers set password_hash = case when email_verified_at is null then null else password_hash end, sessions_from = null,
      email_verified_at = coalesce(email_verified_at, ${tx.now}), updated_at = ${tx.now} where id = ${id}`;
    return { token: '', customer: forShopper(await readCustomer(tx, id)) };
  },
  afterCommit: (ctx, { customer }) => (forgetCustomers(), signedIn(ctx, customer.id)),
});

/** Weighed after the transaction, as at sign-in. Every session ends, and the answer carries a new one for this device. */
export const changeMyPassword = operation({
  name: 'storefront.customers.change-password',
  on: 'storefront',
  route: 'PUT /customers/me/password',
  says: 'Change one’s own password',
  needs,
  input: z.object({ current: z.string().max(256).default('').meta({ description: 'left out by who has none yet' }), password: Password }),
  output: SignedIn,
  run: async (tx) => (requireCustomer(tx), NOBODY),
  async afterCommit(ctx, _nobody, { current, password }) {
    const id = requireCustomer(ctx);
    await requirePassword(ctx, id, current);
    const hash = await hashPassword(password);
    await ctx.transaction(async (tx) => {
      await tx.sql`update customers set password_hash = ${hash}, updated_at = ${tx.now} where id = ${id}`;
      await tx.sql`delete from customer_sessions where customer_id = ${id}`;
    });
    forgetCustomers();
    return signedIn(ctx, id);
  },
});

// An open browser alone must not be enough to take an account over.
async function requirePassword(ctx: Context, id: string, given: string): Promise<void> {
  const [row] = await ctx.read((r) => r.sql<{ hash: string | null }>`select password_hash as hash from customers where id = ${id}`);
  if (!row) throw notFound('The customer');
  if (row.hash === null) return;
  const key = accountKey(ctx, 'customer-password', id);
  await countAttempt([{ key, times: 10, withinMillis: WINDOW }]);
  if (!(await passwordFits(given, row.hash))) throw new Refusal('invalid', 'The current password is not right.', { fields: { current: 'is not right' } });
  await forgiveAttempts(key);
}

/** A link goes to the new address; nothing changes before it is followed. Nobody learns here whether the address is in use. */
export const requestEmailChange = operation({
  name: 'storefront.customers.request-email-change',
  on: 'storefront',
  route: 'POST /customers/me/email-changes',
  says: 'Ask to use another email address',
  needs,
  input: z.object({ email: Email, current: z.string().max(256).default('').meta({ description: 'the password, by who has one' }) }),
  output: Done,
  run: async (tx) => (requireCustomer(tx), { ok: true as const }),
  async afterCommit(ctx, answer, { email, current }) {
    const id = requireCustomer(ctx);
    await requirePassword(ctx, id, current);
    await countAttempt([{ key: accountKey(ctx, 'customer-email', id), times: 5, withinMillis: WINDOW }]);
    await ctx.transaction(async (tx) => {
      const customer = await readCustomer(tx, id);
      if (customer.email === email) throw new Refusal('invalid', 'That is your address already.', { fields: { email: 'is your address already' } });
      await askForLink(tx, customer.email, 'email', email);
    });
    return answer;
  },
});

export const confirmEmailChange = operation({
  name: 'storefront.customers.confirm-email-change',
  on: 'storefront',
  route: 'POST /customers/email-changes',
  says: 'Confirm a new email address with a mailed link',
  needs,
  input: z.object({ token: Token }),
  output: z.object({ email: z.string() }),
  async run(tx, { token }) {
    const { customer_id: id, new_email: email } = await takeLink(tx, token, 'email');
    const [taken] = await tx.sql`select 1 from customers where email = ${email} and id <> ${id}`;
    if (taken || !email) throw inUse();
    const { email: before } = await readCustomer(tx, id);
    await tx.sql`update customers set email = ${email}, email_verified_at = ${tx.now}, updated_at = ${tx.now} where id = ${id}`.catch(refuseTaken);
    const storefrontId = tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null;
    tx.tell(customerEmailChanged, { customerId: id, before, storefrontId });
    tx.tell(customerUpdated, { customerId: id });
    return { email };
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

function inUse(): Refusal {
  return new Refusal('conflict', 'Another account uses this address already. Sign in with that one, or ask the shop to put both together.');
}

// Somebody took it in this very moment.
function refuseTaken(error: { code?: string }): never {
  throw error.code === '23505' ? inUse() : error;
}

/** The former address hears of it, because it may not have been its owner. */
export const mailFormerAddress = reaction({
  name: 'customers.former-address-mail',
  on: customerEmailChanged,
  async run(ctx: Context, { customerId, before, storefrontId }, told) {
    const [customer] = await ctx.read((r) => r.sql<{ email: string; name: string }>`select email, name from customers where id = ${customerId}`);
    if (!customer) return;
    const [shop, brand] = [await ctx.read((r) => storefrontAddress(r, storefrontId)), await ctx.read((r) => shopBrand(r, storefrontId))];
    const facts = { email: before, now: customer.email, name: customer.name, shop: shop?.name ?? 'our shop', brand };
    await sendMail(ctx, addressChangedMail(facts), { once: `customer-email-changed:${told.id}` });
  },
});

const Session = z.object({ id: z.uuid(), since: z.string(), until: z.string() });

export const mySessions = view({
  name: 'storefront.customers.sessions',
  on: 'storefront',
  route: 'GET /customers/me/sessions',
  says: 'Where one is signed in',
  needs,
  input: z.object({}),
  output: z.object({ data: z.array(Session) }),
  async read(r) {
    const rows = await r.sql<{ id: string; since: Date; until: Date }>`
      select s.id, s.created_at as since, s.expires_at as until from customer_sessions s join customers c on c.id = s.customer_id
      where s.customer_id = ${requireCustomer(r)} and s.expires_at > now() and (c.sessions_from is null or s.created_at > c.sessions_from)
      order by s.created_at desc limit 100`;
    return { data: rows.map(({ id, since, until }) => ({ id, since: since.toISOString(), until: until.toISOString() })) };
  },
});

export const endMySession = operation({
  name: 'storefront.customers.end-session',
  on: 'storefront',
  route: 'DELETE /customers/me/sessions/:sessionId',
  says: 'Sign out one place where one is signed in',
  needs,
  input: z.object({ sessionId: z.uuid() }),
  output: Done,
  async run(tx, { sessionId }) {
    const ended = await tx.sql`delete from customer_sessions where id = ${sessionId} and customer_id = ${requireCustomer(tx)} returning id`;
    if (ended.length === 0) throw notFound('This sign-in');
    return { ok: true as const };
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

