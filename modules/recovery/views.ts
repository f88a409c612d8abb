import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { DAY, later, now } from '#platform/time.ts';
import { cartAbandoned } from './events.ts';
import { abandonedCarts } from './tables.ts';

const state = sql<string>`case when ${abandonedCarts.orderId} is not null then 'recovered' when ${abandonedCarts.openedAt} is not null then 'came back' when ${abandonedCarts.mailedAt} is not null then 'reminded' else 'left' end`;

export const abandonedList = listView({
  name: 'recovery.list',
  route: 'GET /abandoned-carts',
  says: 'Left carts',
  needs: 'recovery:read',
  from: abandonedCarts,
  search: [{ text: abandonedCarts.searchText, key: abandonedCarts.id }],
  columns: {
    email: column(abandonedCarts.email, { says: 'Email', search: true, filter: 'text' }),
    state: column(state, { says: 'State', filter: 'any of', values: ['left', 'reminded', 'came back', 'recovered'] }),
    value: moneyColumn(abandonedCarts.value, abandonedCarts.currency, { says: 'In the cart', filter: 'range' }),
    things: column(sql<string>`(select string_agg((l ->> 'quantity') || ' × ' || (l ->> 'title'), ', ') from jsonb_array_elements(${abandonedCarts.lines}) l)`, { says: 'What' }),
    recovered: moneyColumn(abandonedCarts.recoveredValue, abandonedCarts.currency, { says: 'Recovered', filter: 'range' }),
    orderId: column(abandonedCarts.orderId, { says: 'Order id' }),
    customerId: column(abandonedCarts.customerId, { says: 'Customer id', filter: 'any of' }),
    leftAt: column(abandonedCarts.leftAt, { says: 'Left', filter: 'dates' }),
    foundAt: column(abandonedCarts.foundAt, { says: 'Found', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [cartAbandoned],
});

const Figures = z.object({ found: z.int(), reminded: z.int(), recovered: z.int().meta({ description: 'after a reminder' }), value: Money.meta({ description: "what those brought, in the workspace's own currency" }) });

/** The last thirty days of left carts in numbers. Recovered counts what was ordered after a reminder only. */
export const recoveryFigures = view({
  name: 'recovery.figures',
  route: 'GET /abandoned-carts/figures',
  says: 'Left carts in numbers',
  needs: 'recovery:read',
  input: z.object({}),
  output: Figures,
  async read(r) {
    const { currency } = await workspaceSettings(r);
    const [row] = await r.sql<{ found: number; reminded: number; recovered: number; value: number }>`
      select count(*)::int as found, count(mailed_at)::int as reminded, count(*) filter (where order_id is not null and recovered_at > mailed_at)::int as recovered,
        coalesce(sum(recovered_value) filter (where currency = ${currency} and recovered_at > mailed_at), 0)::bigint as value
      from abandoned_carts where found_at > ${later(now(), -30 * DAY)}`;
    return { ...row!, value: money(row!.value, currency) };
  },
});
