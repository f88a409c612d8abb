import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { customerGroupChanged, customerUpdated } from './events.ts';
import { customerGroups } from './group-tables.ts';

const needs = 'customers:write';
const Group = z.object({ id: z.uuid(), name: z.string(), about: z.string() });
const Name = z.string().trim().min(1).max(80);
const About = z.string().trim().max(500);

export const createGroup = operation({
  name: 'customers.create-group',
  route: 'POST /customer-groups',
  says: 'Add a customer group',
  needs,
  input: z.object({ name: Name, about: About.default('') }),
  output: Group,
  async run(tx, { name, about }) {
    const [made] = await tx.sql<z.infer<typeof Group>>`
      insert into customer_groups (name, about) values (${name}, ${about}) on conflict (workspace_id, name) do nothing returning id, name, about`;
    if (!made) throw nameTaken(name);
    tx.tell(customerGroupChanged, { groupId: made.id });
    tx.changed({ record: 'customer group', id: made.id, after: made });
    return made;
  },
});

function nameTaken(name: string): Refusal {
  return new Refusal('conflict', `There is a group named "${name}" already.`, { fields: { name: 'is in use' } });
}

export const updateGroup = operation({
  name: 'customers.update-group',
  route: 'PATCH /customer-groups/:id',
  says: 'Change a customer group',
  needs,
  input: z.object({ id: z.uuid(), name: Name.optional(), about: About.optional() }),
  output: Group,
  async run(tx, { id, name, about }) {
    const before = await lockGroup(tx, id);
    const after = { id, name: name ?? before.name, about: about ?? before.about };
    const taken = await tx.sql`select 1 from customer_groups where name = ${after.name} and id <> ${id}`;
    if (taken.length > 0) throw nameTaken(after.name);
    await tx.sql`update customer_groups set name = ${after.name}, about = ${after.about} where id = ${id}`;
    tx.tell(customerGroupChanged, { groupId: id });
    tx.changed({ record: 'customer group', id, before, after });
    return after;
  },
});

async function lockGroup(tx: Tx, id: string): Promise<z.infer<typeof Group>> {
  const [found] = await tx.sql<z.infer<typeof Group>>`select id, name, about from customer_groups where id = ${id} for update`;
  if (!found) throw notFound('The group');
  return found;
}

/** The group goes; its customers stay. */
export const deleteGroup = operation({
  name: 'customers.delete-group',
  route: 'DELETE /customer-groups/:id',
  says: 'Delete a customer group',
  needs,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const before = await lockGroup(tx, id);
    await tx.sql`delete from customer_groups where id = ${id}`;
    tx.tell(customerGroupChanged, { groupId: id });
    tx.changed({ record: 'customer group', id, before });
    return { id };
  },
});

/** In which groups a customer is: exactly these from now on. */
export const setCustomerGroups = operation({
  name: 'customers.set-groups',
  route: 'PUT /customers/:id/groups',
  says: 'Choose the groups of a customer',
  needs,
  input: z.object({ id: z.uuid(), groupIds: z.array(z.uuid()).max(200) }),
  output: z.object({ id: z.uuid(), groupIds: z.array(z.uuid()) }),
  async run(tx, { id, groupIds }) {
    const locked = await tx.sql`select 1 from customers where id = ${id} for no key update`;
    if (locked.length === 0) throw notFound('The customer');
    const known = await tx.sql`select 1 from customer_groups where id = any(${groupIds}::uuid[])`;
    if (known.length < new Set(groupIds).size) throw notFound('The group');
    const left = await tx.sql<{ groupId: string }>`delete from customer_group_members where customer_id = ${id} and not group_id = any(${groupIds}::uuid[]) returning group_id as "groupId"`;
    await tx.sql`insert into customer_group_members (group_id, customer_id) select g, ${id}::uuid from unnest(${groupIds}::uuid[]) g on conflict do nothing`;
    tx.tell(customerUpdated, { customerId: id });
    for (const groupId of new Set([...groupIds, ...left.map((each) => each.groupId)])) tx.tell(customerGroupChanged, { groupId });
    tx.changed({ record: 'customer', id, after: { groupIds } });
    return { id, groupIds };
  },
});

/** One customer joins a group, for whole selections of a table too. */
export const addToGroup = operation({
  name: 'customers.add-to-group',
  route: 'POST /customers/:id/groups',
  says: 'Put a customer into a group',
  needs,
  input: z.object({ id: z.uuid(), groupId: z.uuid() }),
  output: z.object({ id: z.uuid(), groupId: z.uuid() }),
  async run(tx, { id, groupId }) {
    const found = await tx.sql`select 1 from customers c, customer_groups g where c.id = ${id} and g.id = ${groupId}`;
    if (found.length === 0) throw notFound('The customer or the group');
    await tx.sql`insert into customer_group_members (group_id, customer_id) values (${groupId}, ${id}) on conflict do nothing`;
    tx.tell(customerUpdated, { customerId: id });
    tx.tell(customerGroupChanged, { groupId });
    return { id, groupId };
  },
});

export const groupList = listView({
  name: 'customers.groups',
  route: 'GET /customer-groups',
  says: 'Customer groups',
  needs: 'customers:read',
  from: customerGroups,
  columns: {
    name: column(customerGroups.name, { says: 'Group', search: true, sort: 'a to z' }),
    about: column(customerGroups.about, { says: 'About', search: true }),
    members: column(sql<number>`(select count(*)::int from customer_group_members m where m.group_id = customer_groups.id)`, { says: 'Customers', type: 'number' }),
    createdAt: column(customerGroups.createdAt, { says: 'Since', filter: 'dates', sort: true }),
  },
  changesWith: [customerGroupChanged],
});
