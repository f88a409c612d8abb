import * as z from 'zod';
import { sql } from 'drizzle-orm';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { customerCreated, customerUpdated } from './events.ts';
import { readCustomer } from './read-customer.ts';
import { CustomerView } from './shapes.ts';
import { customers } from './tables.ts';

const groupsOf = (what: string) => `(select ${what} from customer_group_members m join customer_groups g on g.id = m.group_id where m.customer_id = customers.id)`;
// Who is in such groups, found once and not for every customer. What holds a comma may reach over several groups.
const membersOf = (each: string, joined: string) => (like: string) =>
  like.includes(',')
    ? sql`customers.id in (select m.customer_id from customer_group_members m join customer_groups g on g.id = m.group_id group by 1 having ${sql.raw(joined)} ilike ${like})`
    : sql`customers.id in (select m.customer_id from customer_group_members m where m.group_id in (select g.id from customer_groups g where ${sql.raw(each)} ilike ${like}))`;
const names = `string_agg(g.name, ', ' order by g.name)`;
const ids = `string_agg(m.group_id::text, ',')`;

// Somebody who has not bought yet has no currency; the column then shows nought in the workspace's own.
const currency = sql<string>`coalesce(${customers.currency}, (select s.currency from workspace_settings s limit 1), 'USD')`;

export const customerList = listView({
  name: 'customers.list',
  route: 'GET /customers',
  says: 'Customers',
  needs: 'customers:read',
  opens: '/customers/:id',
  from: customers,
  search: [{ text: customers.searchText, key: customers.id }],
  columns: {
    name: column(customers.name, { says: 'Name', search: true, sort: true }),
    email: column(customers.email, { says: 'Email', search: true, sort: true }),
    phone: column(customers.phone, { says: 'Phone', search: true }),
    ordersCount: column(customers.ordersCount, { says: 'Orders', filter: 'range', sort: true }),
    totalSpent: moneyColumn(customers.totalSpent, currency, { says: 'Spent', filter: 'range', sort: true }),
    lastOrderAt: column(customers.lastOrderAt, { says: 'Last order', filter: 'dates', sort: true }),
    acceptsMarketing: column(customers.acceptsMarketing, { says: 'Marketing', filter: 'yes or no' }),
    tags: column(customers.tags, { says: 'Tags', filter: 'text', type: 'json' }),
    groups: column(sql<string>`coalesce(${sql.raw(groupsOf(names))}, '')`, { says: 'Groups', filter: 'text', searchIn: membersOf('g.name', names) }),
    groupIds: column(sql<string>`coalesce(${sql.raw(groupsOf(ids))}, '')`, { says: 'Group ids', filter: 'text', searchIn: membersOf('g.id::text', ids) }),
    createdAt: column(customers.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [customerCreated, customerUpdated],
});

export const customerGet = view({
  name: 'customers.get',
  route: 'GET /customers/:id',
  says: 'A customer',
  needs: 'customers:read',
  input: z.object({ id: z.uuid() }),
  output: CustomerView,
  changesWith: [customerCreated, customerUpdated],
  read: (r, { id }) => readCustomer(r, id),
});
