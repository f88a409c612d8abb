import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { products } from '#modules/catalog/index.ts';
import { mayOpenOrder, orderCancelled, orderUpdated } from '#modules/orders/index.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { warrantyIssued, warrantyRuleChanged } from './events.ts';
import { CARD_STATES, cardState } from './period.ts';
import { warrantyCards, warrantyRules } from './tables.ts';
import { cardOfToken, cardToken } from './token.ts';

const Card = z.object({
  number: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  state: z.enum(CARD_STATES),
  months: z.int(),
  terms: z.string(),
  beginsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});

interface Row {
  id: string;
  number: string;
  title: string;
  variantTitle: string;
  months: number;
  terms: string;
  beginsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  kept: number;
}

const COLUMNS = `c.id, c.number, c.title, c.variant_title as "variantTitle", c.months, c.terms, c.begins_at as "beginsAt", c.ends_at as "endsAt", o.cancelled_at is not null as cancelled, l.quantity - l.removed - l.returned as kept
  from warranty_cards c join orders o on o.id = c.order_id join order_lines l on l.id = c.order_line_id`;

function shown({ id: _, cancelled, kept, ...row }: Row): z.infer<typeof Card> {
  return { ...row, beginsAt: row.beginsAt.toISOString(), endsAt: row.endsAt.toISOString(), state: cardState({ endsAt: row.endsAt, cancelled, kept }, now()) };
}

/** For whoever holds the link, to see whether a card is real and still holds. It tells nothing of the buyer. */
export const warrantyCard = view({
  name: 'storefront.warranties.get',
  on: 'storefront',
  route: 'GET /warranties/:token',
  says: 'A warranty card',
  needs: 'storefront:orders',
  input: z.object({ token: z.string().max(200) }),
  output: Card,
  async read(r, { token }) {
    const id = cardOfToken(r.workspaceId, token);
    const [row] = id ? await r.query<Row>(`select ${COLUMNS} where c.id = $1`, [id]) : [];
    if (!row) throw notFound('This warranty card');
    return shown(row);
  },
});

/** The cards of an order, for whoever may open the order. */
export const orderWarranties = view({
  name: 'storefront.warranties.of-order',
  on: 'storefront',
  route: 'GET /orders/:id/warranties',
  says: 'Warranty cards of an order',
  needs: 'storefront:orders',
  input: z.object({ id: z.uuid(), token: z.string().max(200).optional() }),
  output: z.object({ data: z.array(Card.extend({ token: z.string().meta({ description: 'of the page /warranty/{token}' }) })) }),
  async read(r, { id, token }) {
    if (!(await mayOpenOrder(r, id, token))) throw notFound('This order');
    const rows = await r.query<Row>(`select ${COLUMNS} where c.order_id = $1 order by l.position`, [id]);
    return { data: rows.map((row) => ({ ...shown(row), token: cardToken(r.workspaceId, row.id) })) };
  },
});

/** What a product page promises. */
export const productWarranty = view({
  name: 'storefront.warranties.of-product',
  on: 'storefront',
  route: 'GET /products/:productId/warranty',
  says: 'Warranty of a product',
  needs: 'storefront:products',
  input: z.object({ productId: z.uuid() }),
  output: z.object({ months: z.int().nullable(), terms: z.string() }),
  changesWith: [warrantyRuleChanged],
  read: async (r, { productId }) => (await ruleOf(r, productId)) ?? { months: null, terms: '' },
});

async function ruleOf(r: Reader, productId: string): Promise<{ months: number; terms: string } | undefined> {
  const [row] = await r.sql<{ months: number; terms: string }>`select months, terms from warranty_rules where product_id = ${productId}`;
  return row;
}

export const warrantyRuleList = listView({
  name: 'warranties.rules',
  route: 'GET /warranty-rules',
  says: 'Warranties of products',
  needs: 'products:read',
  from: warrantyRules,
  joins: [{ table: products, on: sql`${products.id} = ${warrantyRules.productId}`, always: true }],
  columns: {
    product: column(products.title, { says: 'Product', search: true, sort: 'a to z' }),
    productId: column(sql<string>`warranty_rules.product_id::text`, { says: 'Product id', filter: 'text' }),
    months: column(warrantyRules.months, { says: 'Months', filter: 'range', sort: true }),
    terms: column(warrantyRules.terms, { says: 'Terms', search: true }),
    updatedAt: column(warrantyRules.updatedAt, { says: 'Changed', filter: 'dates', sort: true }),
  },
  changesWith: [warrantyRuleChanged],
});

const number = sql<number>`(select o.number from orders o where o.id = warranty_cards.order_id)`;
const state = sql<string>`(select case when o.cancelled_at is not null or l.quantity <= l.removed + l.returned then 'void' when warranty_cards.ends_at > now() then 'valid' else 'ended' end
  from orders o join order_lines l on l.id = warranty_cards.order_line_id where o.id = warranty_cards.order_id)`;

export const warrantyCardList = listView({
  name: 'warranties.cards',
  route: 'GET /warranty-cards',
  says: 'Warranty cards',
  needs: 'orders:read',
  opens: '/orders/:orderId',
  page: '/warranties',
  from: warrantyCards,
  search: [{ text: warrantyCards.searchText, key: warrantyCards.id }],
  columns: {
    number: column(warrantyCards.number, { says: 'Card', search: true, sort: true }),
    title: column(warrantyCards.title, { says: 'Product', search: true, sort: true }),
    variantTitle: column(warrantyCards.variantTitle, { says: 'Variant', search: true }),
    state: column(state, { says: 'State', filter: 'any of', values: CARD_STATES }),
    order: column(number, { says: 'Order', type: 'number', filter: 'range' }),
    orderId: column(sql<string>`warranty_cards.order_id::text`, { says: 'Order id' }),
    months: column(warrantyCards.months, { says: 'Months', filter: 'range' }),
    beginsAt: column(warrantyCards.beginsAt, { says: 'From', filter: 'dates', sort: 'newest first' }),
    endsAt: column(warrantyCards.endsAt, { says: 'Until', filter: 'dates', sort: true }),
  },
  changesWith: [warrantyIssued, orderUpdated, orderCancelled],
});
