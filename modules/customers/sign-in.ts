import * as z from 'zod';
import { countAttempt, forgiveAttempts } from '#modules/accounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { MINUTE } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { beginSession, forgetCustomers } from './customer-session.ts';
import { Email } from './email.ts';
import { hashPassword, passwordFits } from './internal/password.ts';
import { askForLink, useLink } from './mailed-links.ts';
import { forShopper, readCustomer } from './read-customer.ts';
import { customerCreated } from './events.ts';
import { hashOf } from './internal/link-token.ts';
import { Name, Password, Shopper } from './shapes.ts';

export const SignedIn = z.object({
  token: z.string().meta({ description: 'for the header Authorization: Bearer' }),
  customer: Shopper,
});
type SignedIn = z.infer<typeof SignedIn>;

// What is stored before the password is known to fit. It says nothing about anybody.
export const NOBODY: SignedIn = {
  token: '',
  customer: { id: '00000000-0000-4000-8000-000000000000', email: '', name: '', phone: null, acceptsMarketing: false, emailVerified: false, hasAccount: false, eraseAt: null, addresses: [] },
};

const WINDOW = 10 * MINUTE;

/** Counts a try at somebody's door: per address of the network, and per account of this workspace. */
export async function slowDown(ctx: Context, what: string, email: string): Promise<void> {
  await countAttempt([
    { key: `${what}:${ctx.workspaceId}:from:${ctx.address ?? 'unknown'}`, times: 100, withinMillis: WINDOW },
    { key: accountKey(ctx, what, email), times: 10, withinMillis: WINDOW },
  ]);
}

export function accountKey(ctx: { workspaceId: string }, what: string, email: string): string {
  return `${what}:${ctx.workspaceId}:of:${email}`;
}

/** The password is weighed after the transaction: scrypt takes a tenth of a second, too long to hold a connection. */
export const signInCustomer = operation({
  name: 'storefront.customers.sign-in',
  on: 'storefront',
  route: 'POST /customers/auth',
  says: 'Sign in as a customer',
  needs: 'storefront:customers',
  input: z.object({ email: Email, password: z.string().min(1).max(256) }),
  output: SignedIn,
  run: async () => NOBODY,
  async afterCommit(ctx, _nobody, { email, password }) {
    await slowDown(ctx, 'customer-sign-in', email);
    const row = await passwordOf(ctx, email);
    if (!(await passwordFits(password, row?.hash ?? null)) || !row) throw new Refusal('unauthenticated', 'The email address or the password is not right.');
    await forgiveAttempts(accountKey(ctx, 'customer-sign-in', email));
    return signedIn(ctx, row.id);
  },
});

export async function signedIn(ctx: Context, customerId: string): Promise<SignedIn> {
  return ctx.transaction(async (tx) => ({ token: await beginSession(tx, customerId), customer: forShopper(await readCustomer(tx, customerId)) }));
}

/**
 * Opens an account. An address that is known already, from an account or an earlier order, is told so in a mail with a link:
 * only who reads its mail may have it. A repeated request with the right password signs in, so repeating is harmless.
 */
export const registerCustomer = operation({
  name: 'storefront.customers.register',
  on: 'storefront',
  route: 'POST /customers',
  says: 'Register as a customer',
  needs: 'storefront:customers',
  input: z.object({ email: Email, password: Password, name: Name.default(''), acceptsMarketing: z.boolean().default(false) }),
  output: SignedIn,
  run: async () => NOBODY,
  async afterCommit(ctx, _nobody, person) {
    await slowDown(ctx, 'customer-register', person.email);
    const hash = await hashPassword(person.password);
    const id = await ctx.transaction((tx) => insertCustomer(tx, person, hash));
    return id ? signedIn(ctx, id) : signInOrMail(ctx, person);
  },
});

async function insertCustomer(tx: Tx, person: { email: string; name: string; acceptsMarketing: boolean }, hash: string): Promise<string | undefined> {
  const [made] = await tx.sql<{ id: string }>`insert into customers (email, name, accepts_marketing, password_hash)
    values (${person.email}, ${person.name}, ${person.acceptsMarketing}, ${hash}) on conflict (workspace_id, email) do nothing returning id`;
  if (!made) return undefined;
  tx.tell(customerCreated, { customerId: made.id });
  await askForLink(tx, person.email, 'confirm');
  return made.id;
}

async function signInOrMail(ctx: Context, { email, password }: { email: string; password: string }): Promise<SignedIn> {
  const row = await passwordOf(ctx, email);
  if (row && (await passwordFits(password, row.hash))) return signedIn(ctx, row.id);
  await ctx.transaction((tx) => askForLink(tx, email, 'password'));
  throw knownAlready();
}

async function passwordOf(ctx: Context, email: string): Promise<{ id: string; hash: string | null } | undefined> {
  const [row] = await ctx.read((r) => r.sql<{ id: string; hash: string | null }>`select id, password_hash as hash from customers where email = ${email}`);
  return row;
}

function knownAlready(): Refusal {
  return new Refusal('email_known', 'We know this address already. Sign in, or use the link we have just mailed to choose a password.');
}

export const signOutCustomer = operation({
  name: 'storefront.customers.sign-out',
  on: 'storefront',
  route: 'DELETE /customers/auth',
  says: 'Sign out as a customer',
  needs: 'storefront:customers',
  input: z.object({ token: z.string().optional().meta({ description: 'the session to end; all of them without it' }) }),
  output: z.object({ ended: z.int() }),
  async run(tx, { token }) {
    const customerId = requireCustomer(tx);
    const ended = token
      ? await tx.sql`delete from customer_sessions where customer_id = ${customerId} and token_hash = ${hashOf(token)} returning id`
      : await tx.sql`delete from customer_sessions where customer_id = ${customerId} returning id`;
    return { ended: ended.length };
  },
  afterCommit: async (_ctx, answer) => (forgetCustomers(), answer),
});

/** The signed-in shopper's id, or `unauthenticated`. */
export function requireCustomer(r: { actor: Tx['actor'] }): string {
  const id = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
  if (!id) throw new Refusal('unauthenticated', 'Please sign in first.');
  return id;
}

const Done = z.object({ ok: z.literal(true) });

export const requestCustomerPassword = operation({
  name: 'storefront.customers.request-password',
  on: 'storefront',
  route: 'POST /customers/password-requests',
  says: 'Ask for a link to choose a password',
  needs: 'storefront:customers',
  input: z.object({ email: Email }),
  output: Done,
  async run(tx, { email }) {
    await countAttempt([{ key: accountKey(tx, 'customer-link', email), times: 5, withinMillis: WINDOW }]);
    await askForLink(tx, email, 'password');
    return { ok: true as const };
  },
});

/** A link from a mail proves the address, so it also confirms it. Every other session of the customer ends. */
export const chooseCustomerPassword = operation({
  name: 'storefront.customers.choose-password',
  on: 'storefront',
  route: 'POST /customers/password',
  says: 'Choose a password with a mailed link',
  needs: 'storefront:customers',
  input: z.object({ token: z.string().min(20).max(100), password: Password }),
  output: SignedIn,
  async run(tx, { token, password }) {
    const id = await useLink(tx, token, 'password');
    const hash = await hashPassword(password);
    await tx.sql`update customers set password_hash = ${hash}, email_verified_at = coalesce(email_verified_at, ${tx.now}), sessions_from = null,
      updated_at = ${tx.now} where id = ${id}`;
    await tx.sql`delete from customer_sessions where customer_id = ${id}`;
    return { token: '', customer: forShopper(await readCustomer(tx, id)) };
  },
  async afterCommit(ctx, { customer }) {
    forgetCustomers();
    await forgiveAttempts(accountKey(ctx, 'customer-sign-in', customer.email));
    return signedIn(ctx, customer.id);
  },
});

export const confirmCustomerEmail = operation({
  name: 'storefront.customers.confirm-email',
  on: 'storefront',
  route: 'POST /customers/confirmations',
  says: 'Confirm an email address with a mailed link',
  needs: 'storefront:customers',
  input: z.object({ token: z.string().min(20).max(100) }),
  output: Done,
  async run(tx, { token }) {
    const id = await useLink(tx, token, 'confirm');
    await tx.sql`update customers set email_verified_at = coalesce(email_verified_at, ${tx.now}) where id = ${id}`;
    return { ok: true as const };
  },
});
