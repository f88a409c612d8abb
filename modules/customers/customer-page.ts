import * as z from 'zod';
import { actorName } from '#platform/tenancy/actor.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { customerParts, type CustomerEntry } from './customer-parts.ts';
import { customerUpdated } from './events.ts';
import { forShopper, readCustomer } from './read-customer.ts';
import { Shopper } from './shapes.ts';
import { requireCustomer } from './sign-in.ts';

const OfCustomer = z.object({ id: z.uuid() });
const Entry = z.object({ id: z.string(), at: z.string(), kind: z.string(), says: z.string(), byName: z.string(), to: z.string().nullable() });

/** What a colleague wants to remember of a customer. It stands in the timeline. */
export const addCustomerNote = operation({
  name: 'customers.add-note',
  route: 'POST /customers/:id/notes',
  says: 'Add a note to a customer',
  needs: 'customers:write',
  input: OfCustomer.extend({ text: z.string().trim().min(1).max(5_000) }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, text }) {
    const found = await tx.sql`select 1 from customers where id = ${id}`;
    if (found.length === 0) throw notFound('The customer');
    const [note] = await tx.sql<{ id: string }>`insert into customer_notes (customer_id, kind, says, by_name, at) values (${id}, 'note', ${text}, ${actorName(tx.actor)}, ${tx.now}) returning id`;
    tx.tell(customerUpdated, { customerId: id });
    return { id: note!.id };
  },
});

/** Everything that happened with a customer, newest first: orders, payments, parcels, mails, notes, their account. */
export const customerTimeline = view({
  name: 'customers.timeline',
  route: 'GET /customers/:id/timeline',
  says: 'What happened with a customer',
  needs: 'customers:read',
  input: OfCustomer.extend({ limit: z.coerce.number().int().min(1).max(200).default(60) }),
  output: z.object({ data: z.array(Entry), groups: z.array(z.object({ id: z.uuid(), name: z.string(), member: z.boolean() })) }),
  changesWith: [customerUpdated],
  async read(r, { id, limit }) {
    const { email } = await readCustomer(r, id);
    const told = customerParts.all().flatMap(([, part]) => (part.tell ? [part.tell(r, { id, email }, limit)] : []));
    const [groups, ...entries] = await Promise.all([groupsOf(r, id), ownEntries(r, id, limit), mailEntries(r, email, limit), ...told]);
    const latest = entries.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, limit);
    return { data: latest.map((entry) => ({ ...entry, at: entry.at.toISOString() })), groups };
  },
});

function groupsOf(r: Reader, id: string): Promise<{ id: string; name: string; member: boolean }[]> {
  return r.sql`select g.id, g.name, exists (select 1 from customer_group_members m where m.group_id = g.id and m.customer_id = ${id}) as member from customer_groups g order by g.name`;
}

function ownEntries(r: Reader, id: string, most: number): Promise<CustomerEntry[]> {
  return r.sql<CustomerEntry>`
    select id::text, at, kind, says, by_name as "byName", null as "to" from customer_notes where customer_id = ${id}
    union all select id::text || ':new', created_at, 'account', 'Became a customer.', '', null from customers where id = ${id}
    union all select id::text || ':proved', email_verified_at, 'account', 'Confirmed the e-mail address.', '', null from customers where id = ${id} and email_verified_at is not null
    union all select id::text || ':erase', updated_at, 'account', 'Will be erased on ' || to_char(erase_at, 'YYYY-MM-DD') || ', as they asked.', '', null from customers where id = ${id} and erase_at is not null
    union all select id::text, created_at, 'account', 'Signed in.', '', null from customer_sessions where customer_id = ${id}
    union all select id::text, created_at, 'account', case purpose when 'password' then 'Asked for a link to choose a password.' when 'sign-in' then 'Asked for a link to sign in.' when 'email' then 'Wants to use another e-mail address.' when 'erase' then 'Asked to be erased.' else 'Was asked to confirm the e-mail address.' end, '', null from customer_links where customer_id = ${id}
    order by at desc limit ${most}`;
}

function mailEntries(r: Reader, email: string, most: number): Promise<CustomerEntry[]> {
  return r.sql<CustomerEntry>`
    select id::text, coalesce(sent_at, created_at) as at, 'mail' as kind, case state when 'refused' then 'Mail was refused: ' else 'Mail: ' end || subject as says, '' as "byName", null as "to"
    from mail_messages where lower(recipient) = ${email} order by created_at desc limit ${most}`;
}

/** The same, asked for by the customer themselves; what colleagues noted for each other stays with the shop. */
export const myData = view({
  name: 'storefront.customers.data',
  on: 'storefront',
  route: 'GET /customers/me/data',
  says: 'All data kept of oneself',
  needs: 'storefront:customers',
  input: z.object({}),
  output: z.object({ exportedAt: z.string(), customer: Shopper, mails: z.array(z.unknown()) }).catchall(z.unknown()),
  async read(r) {
    const id = requireCustomer(r);
    const customer = await readCustomer(r, id);
    return { exportedAt: now().toISOString(), customer: forShopper(customer), mails: await mailsTo(r, customer.email), ...(await partsOf(r, { id, email: customer.email })) };
  },
});

async function partsOf(r: Reader, who: { id: string; email: string }): Promise<Record<string, unknown>> {
  const parts = await Promise.all(customerParts.all().map(async ([name, part]) => [name, await part.write?.(r, who)] as const));
  return Object.fromEntries(parts.filter(([, data]) => data !== undefined));
}

function mailsTo(r: Reader, email: string): Promise<unknown[]> {
  return r.sql`select subject, case when confidential then '' else text end as text, state, created_at as "at" from mail_messages where lower(recipient) = ${email} order by created_at`;
}

/** All that is kept of one customer, for them to have. Secrets of their account are not part of it. */
export const customerExport = view({
  name: 'customers.export',
  route: 'GET /customers/:id/export',
  says: 'All data of a customer',
  needs: 'customers:write',
  input: OfCustomer,
  output: z.object({ exportedAt: z.string(), customer: z.unknown(), groups: z.array(z.string()), notes: z.array(z.unknown()), mails: z.array(z.unknown()) }).catchall(z.unknown()),
  async read(r, { id }) {
    const customer = await readCustomer(r, id);
    return {
      exportedAt: now().toISOString(),
      customer,
      groups: (await groupsOf(r, id)).filter((group) => group.member).map((group) => group.name),
      notes: await r.sql`select kind, says, by_name as "by", at from customer_notes where customer_id = ${id} order by at`,
      mails: await mailsTo(r, customer.email),
      ...(await partsOf(r, { id, email: customer.email })),
    };
  },
});
