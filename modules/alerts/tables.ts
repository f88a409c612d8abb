import { bigint, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { belongsTo, scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { products, variants } from '#modules/catalog/index.ts';
import { customerTable } from '#modules/customers/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const cents = (name: string) => bigint(name, { mode: 'number' });

export const ALERT_KINDS = ['restock', 'price', 'search'] as const;
export const ALERT_STATES = ['waiting', 'told', 'ended'] as const;

/** What a saved search looks for, as the product list of the Storefront API is asked. */
export interface SavedQuery {
  q?: string | undefined;
  category?: string | undefined;
  filter?: Record<string, string> | undefined;
}

/** Somebody wants to hear by mail: when a variant is back, when a product gets cheaper, when a search finds something new. */
export const alerts = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'alerts',
  {
    kind: text('kind', { enum: ALERT_KINDS }).notNull(),
    /** told: a restock was announced, nothing more comes. ended: taken back. */
    state: text('state', { enum: ALERT_STATES }).notNull().default('waiting'),
    storefrontId: uuid('storefront_id').notNull(),
    customerId: uuid('customer_id'),
    email: text('email').notNull(),
    /** What it is about, in words. */
    says: text('says').notNull(),
    productId: uuid('product_id'),
    variantId: uuid('variant_id'),
    currency: char('currency', { length: 3 }).notNull(),
    /** When they signed up, in minor units. */
    priceThen: cents('price_then'),
    /** The low price they were last told of; empty again once it rose to what it was. */
    priceTold: cents('price_told'),
    query: jsonb('query').$type<SavedQuery>(),
    /** What a saved search had found when it last looked. */
    seen: uuid('seen').array().notNull().default(sql`'{}'`),
    /** When a saved search looks next. */
    lookAt: instant('look_at'),
    mails: integer('mails').notNull().default(0),
    toldAt: instant('told_at'),
    searchText: searchText('says', 'email'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    belongsTo(t, t.customerId, customerTable, 'cascade'),
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.variantId, variants, 'cascade'),
    uniqueIndex('alerts_restock_once').on(t.workspaceId, t.storefrontId, t.variantId, t.email).where(sql`kind = 'restock' and state = 'waiting'`),
    uniqueIndex('alerts_price_once').on(t.workspaceId, t.storefrontId, t.productId, t.email).where(sql`kind = 'price' and state = 'waiting'`),
    // The line in front of a sold-out variant, in order of signing up.
    index('alerts_line').on(t.workspaceId, t.variantId, t.createdAt, t.id).where(sql`kind = 'restock'`),
    index('alerts_look').on(t.workspaceId, t.lookAt).where(sql`kind = 'search' and state = 'waiting'`),
    index('alerts_newest').on(t.workspaceId, t.createdAt, t.id),
    index('alerts_of_customer').on(t.workspaceId, t.customerId),
    check('alerts_kind', sql`kind in ('restock', 'price', 'search')`),
    check('alerts_state', sql`state in ('waiting', 'told', 'ended')`),
  ],
));
