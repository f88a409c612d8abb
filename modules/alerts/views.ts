import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { products } from '#modules/catalog/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { Money, money } from '#platform/money.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { searchPath } from './alert-mail.ts';
import { alertAsked, alertEnded, alertRang } from './events.ts';
import { ALERT_KINDS, ALERT_STATES, alerts, type SavedQuery } from './tables.ts';

const count = (where: string) => sql<number>`(select count(*)::int from ${sql.raw(where)})`;
const wished = count('wishlist_items w where w.product_id = products.id');
const waiting = (kind: string) => count(`alerts a where a.product_id = products.id and a.state = 'waiting' and a.kind = '${kind}'`);

/** What shoppers want: on wishlists, waited for, watched for a better price. */
export const wantedProducts = listView({
  name: 'wishes.products',
  route: 'GET /wanted-products',
  says: 'What shoppers want',
  needs: 'products:read',
  from: products,
  where: sql`exists (select 1 from wishlist_items w where w.product_id = products.id) or exists (select 1 from alerts a where a.product_id = products.id and a.state = 'waiting')`,
  columns: {
    title: column(products.title, { says: 'Product', search: true, sort: true }),
    wished: column(wished, { says: 'On wishlists', type: 'number', filter: 'range', sort: 'newest first' }),
    restock: column(waiting('restock'), { says: 'Wait for stock', type: 'number', filter: 'range', sort: true }),
    price: column(waiting('price'), { says: 'Watch the price', type: 'number', filter: 'range', sort: true }),
    status: column(products.status, { says: 'Status', filter: 'any of', values: ['draft', 'active', 'archived'] }),
  },
});

export const alertList = listView({
  name: 'alerts.list',
  route: 'GET /alerts',
  says: 'Alerts of shoppers',
  needs: 'customers:read',
  from: alerts,
  search: [{ text: alerts.searchText, key: alerts.id }],
  columns: {
    says: column(alerts.says, { says: 'About', search: true }),
    kind: column(alerts.kind, { says: 'Kind', filter: 'any of', values: ALERT_KINDS, sort: true }),
    state: column(alerts.state, { says: 'State', filter: 'any of', values: ALERT_STATES, sort: true }),
    email: column(alerts.email, { says: 'Email', search: true }),
    mails: column(alerts.mails, { says: 'Mails', filter: 'range', sort: true }),
    toldAt: column(alerts.toldAt, { says: 'Last told', filter: 'dates' }),
    createdAt: column(alerts.createdAt, { says: 'Signed up', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [alertAsked, alertRang, alertEnded],
});

const Own = z.object({ id: z.uuid(), kind: z.enum(ALERT_KINDS), says: z.string(), productId: z.uuid().nullable(), slug: z.string().nullable(), variantId: z.uuid().nullable(), path: z.string().meta({ description: 'the page of the shop it is about' }), priceThen: Money.nullable(), at: z.iso.datetime() });

/** What the signed-in customer waits for. */
export const myAlerts = view({
  name: 'storefront.alerts.mine',
  on: 'storefront',
  route: 'GET /customers/me/alerts',
  says: 'One’s own alerts and saved searches',
  needs: 'storefront:customers',
  input: z.object({}),
  output: z.object({ data: z.array(Own) }),
  async read(r) {
    const rows = await r.sql<Omit<z.infer<typeof Own>, 'at' | 'priceThen' | 'path'> & { priceThen: number | null; currency: string; query: SavedQuery | null; at: Date }>`
      select a.id, a.kind, a.says, a.product_id as "productId", p.slug, a.variant_id as "variantId", a.price_then as "priceThen", a.currency, a.query, a.created_at as at
      from alerts a left join products p on p.id = a.product_id where a.customer_id = ${requireCustomer(r)} and a.state = 'waiting' order by a.created_at desc limit 500`;
    return {
      data: rows.map(({ priceThen, currency, query, at, ...rest }) => ({
        ...rest,
        path: query ? searchPath(query) : `/products/${rest.slug}`,
        priceThen: priceThen === null ? null : money(priceThen, currency),
        at: at.toISOString(),
      })),
    };
  },
});
