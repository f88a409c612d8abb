import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { discountChanged } from './events.ts';
import { Discount, readDiscount, STATES } from './read-discount.ts';
import { discounts } from './tables.ts';
import { KINDS } from './terms.ts';

const uses = (what: string) => sql.raw(`(select ${what} from discount_uses u where u.discount_id = discounts.id)`);
const mainCurrency = sql<string>`coalesce((select s.currency from workspace_settings s limit 1), 'USD')`;
const state = sql<string>`case when not ${discounts.active} then 'off' when ${discounts.endsAt} <= now() then 'ended' when ${discounts.startsAt} > now() then 'planned'
  when ${discounts.maxUses} is not null and ${uses('count(*)')} >= ${discounts.maxUses} then 'used up' else 'running' end`;

export const discountList = listView({
  name: 'discounts.list',
  route: 'GET /discounts',
  says: 'Discounts',
  needs: 'discounts:read',
  opens: '/discounts/:id',
  from: discounts,
  search: [{ text: discounts.searchText, key: discounts.id }],
  columns: {
    title: column(discounts.title, { says: 'Discount', search: true, sort: true }),
    code: column(discounts.code, { says: 'Code', search: true, sort: true }),
    kind: column(discounts.kind, { says: 'Kind', filter: 'any of', values: KINDS }),
    state: column(state, { says: 'State', filter: 'any of', values: STATES }),
    timesUsed: column(sql<number>`coalesce(${uses('count(*)::int')}, 0)`, { says: 'Times used', type: 'number' }),
    given: moneyColumn(sql`coalesce((select sum(u.amount)::bigint from discount_uses u where u.discount_id = discounts.id and u.currency = ${mainCurrency}), 0)`, mainCurrency, { says: 'Given' }),
    startsAt: column(discounts.startsAt, { says: 'Begins', filter: 'dates' }),
    endsAt: column(discounts.endsAt, { says: 'Ends', filter: 'dates' }),
    createdAt: column(discounts.createdAt, { says: 'Made', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [discountChanged],
});

export const discountView = view({
  name: 'discounts.get',
  route: 'GET /discounts/:id',
  says: 'A discount',
  needs: 'discounts:read',
  input: z.object({ id: z.uuid() }),
  output: Discount,
  read: (r, { id }) => readDiscount(r, id),
});
