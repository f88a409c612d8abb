import * as z from 'zod';
import { schedule } from '#platform/events/reaction.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { forgetPerson } from '#platform/tenancy/forget-person.ts';
import { beyondScope, openContext, type Context, type Reader, type Tx } from '#platform/tenancy/context.ts';
import { DAY, later, now } from '#platform/time.ts';
import { customerParts, type ErasedCustomer } from './customer-parts.ts';
import { forgetCustomers } from './customer-session.ts';
import { normalEmail } from './email.ts';
import { customerErased, customerUpdated } from './events.ts';
import { askForLink, useLink } from './mailed-links.ts';
import { requireCustomer } from './sign-in.ts';

const needs = 'storefront:customers';
const THINKING = 14 * DAY;
const Done = z.object({ ok: z.literal(true) });

/** The wish alone erases nothing: a link goes to the customer's mail, so that an open browser is not enough. */
export const requestErasure = operation({
  name: 'storefront.customers.request-erasure',
  on: 'storefront',
  route: 'POST /customers/me/erasure',
  says: 'Ask to be erased',
  needs,
  input: z.object({}),
  output: Done,
  async run(tx) {
    const [customer] = await tx.sql<{ email: string }>`select email from customers where id = ${requireCustomer(tx)}`;
    if (!customer) throw notFound('The customer');
    await askForLink(tx, customer.email, 'erase');
    return { ok: true as const };
  },
});

/** From here on there are two weeks to think better of it. Asked twice, the first date stays. */
export const confirmErasure = operation({
  name: 'storefront.customers.confirm-erasure',
  on: 'storefront',
  route: 'POST /customers/erasures',
  says: 'Confirm with a mailed link to be erased',
  needs,
  input: z.object({ token: z.string().min(20).max(100) }),
  output: z.object({ eraseAt: z.string() }),
  async run(tx, { token }) {
    const id = await useLink(tx, token, 'erase');
    const [row] = await tx.sql<{ eraseAt: Date }>`
      update customers set erase_at = coalesce(erase_at, ${later(tx.now, THINKING)}), accepts_marketing = false, updated_at = ${tx.now} where id = ${id} returning erase_at as "eraseAt"`;
    tx.tell(customerUpdated, { customerId: id });
    return { eraseAt: row!.eraseAt.toISOString() };
  },
});

export const cancelErasure = operation({
  name: 'storefront.customers.cancel-erasure',
  on: 'storefront',
  route: 'DELETE /customers/me/erasure',
  says: 'Stay after all',
  needs,
  input: z.object({}),
  output: Done,
  async run(tx) {
    const id = requireCustomer(tx);
    await tx.sql`update customers set erase_at = null, updated_at = ${tx.now} where id = ${id} and erase_at is not null`;
    tx.tell(customerUpdated, { customerId: id });
    return { ok: true as const };
  },
});

/** Somebody asked the shop itself to be forgotten. At once, or as soon as nothing of theirs is under way. */
export const eraseNow = operation({
  name: 'customers.erase',
  route: 'POST /customers/:id/erasure',
  says: 'Erase a customer',
  needs: 'customers:write',
  input: z.object({ id: z.uuid(), email: z.string().max(254).meta({ description: 'their address, so that nobody is erased by mistake' }) }),
  output: z.object({ erased: z.boolean().meta({ description: 'false: an order of theirs is under way; they are erased when it is done' }) }),
  async run(tx, { id, email }) {
    const [customer] = await tx.sql<{ email: string }>`select email from customers where id = ${id} for no key update`;
    if (!customer) throw notFound('The customer');
    if (customer.email !== normalEmail(email)) throw new Refusal('invalid', 'That is not the address of this customer.', { fields: { email: 'is another one' } });
    await tx.sql`update customers set erase_at = ${tx.now}, accepts_marketing = false where id = ${id}`;
    tx.tell(customerUpdated, { customerId: id });
    return { erased: false };
  },
  // Whoever asked may be limited to some storefronts; nothing of the person may stay behind in the others.
  async afterCommit(ctx, _answer, { id }) {
    const everywhere = openContext({ workspaceId: ctx.workspaceId, actor: { kind: 'system', name: 'erasure' }, capabilities: [] });
    return { erased: await eraseCustomer(everywhere, id) };
  },
});

/** Everybody whose time to think is over, once nothing of theirs is under way any more. */
export const eraseDueCustomers = schedule({
  name: 'customers.erase-due',
  everySeconds: 60 * 60,
  async run(ctx) {
    const due = await ctx.read((r) => r.sql<{ id: string }>`select id from customers where erase_at <= ${now()} order by erase_at limit 50`);
    for (const { id } of due) await eraseCustomer(ctx, id);
  },
});

/**
 * Logs first, the customer last: whatever breaks in between is done again by the next turn. Answers false while something of
 * theirs, an order on its way say, still needs to know who they are.
 */
export async function eraseCustomer(ctx: Context, id: string): Promise<boolean> {
  const customer = await ctx.read((r) => whoIs(r, id));
  if (!customer) return false;
  const parts = customerParts.all().map(([, part]) => part);
  const waiting = await ctx.read((r) => Promise.all(parts.map((part) => part.waits?.(r, customer) ?? false)));
  if (waiting.some(Boolean)) return false;
  const told = await ctx.read((r) => Promise.all(parts.map((part) => part.givesAway?.(r, customer) ?? { ids: [], words: [] })));
  await forgetPerson({ workspaceId: ctx.workspaceId, ids: [id, ...told.flatMap((each) => each.ids)], words: [...customer.emails, ...customer.words, ...told.flatMap((each) => each.words)] });
  await ctx.transaction((tx) => beyondScope(tx, () => eraseRows(tx, customer)));
  forgetCustomers();
  return true;
}

async function eraseRows(tx: Tx, customer: ErasedCustomer): Promise<void> {
  for (const [, part] of customerParts.all()) await part.erase?.(tx, customer);
  await tx.sql`delete from mail_messages where lower(recipient) = any(${customer.emails})`;
  await tx.sql`update customer_merges set email = '' where into_id = ${customer.id}`;
  // Addresses, sessions, links, notes and groups go with the row.
  const gone = await tx.sql`delete from customers where id = ${customer.id} returning id`;
  if (gone.length > 0) tx.tell(customerErased, { customerId: customer.id });
}

interface Row {
  email: string;
  name: string;
  phone: string | null;
  former: string[] | null;
  places: { name: string; line1: string; phone: string | null }[] | null;
}

async function whoIs(r: Reader, id: string): Promise<ErasedCustomer | undefined> {
  const [row] = await r.sql<Row>`
    select c.email, c.name, c.phone,
      (select array_agg(m.email) from customer_merges m where m.into_id = c.id and m.email <> '') as former,
      (select json_agg(json_build_object('name', a.name, 'line1', a.line1, 'phone', a.phone)) from customer_addresses a where a.customer_id = c.id) as places
    from customers c where c.id = ${id}`;
  if (!row) return undefined;
  const places = row.places ?? [];
  const words = [fullName(row.name), row.phone, ...places.flatMap((place) => [fullName(place.name), place.line1, place.phone])];
  return { id, email: row.email, emails: [row.email, ...(row.former ?? [])].map((email) => email.toLowerCase()), words: words.filter((word) => word !== null && word !== '') as string[] };
}

/** A first name alone would be struck out of other people's texts too. */
export function fullName(name: string): string {
  return name.trim().includes(' ') ? name.trim() : '';
}
