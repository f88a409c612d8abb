import { boolean, char, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';
import type { Theme } from './theme.ts';

/** A shop front: where shoppers come in, and the key programs come in with. Slug, domain and key are unique over the installation. */
export const storefronts = scopedBy({ by: 'storefronts', column: 'id' }, tenantTable('storefronts', {
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  /** Punycode, lower case, no port. */
  domain: text('domain').unique(),
  keyPrefix: text('key_prefix').notNull(),
  keyHash: text('key_hash').notNull().unique(),
  keySealed: text('key_sealed').notNull(),
  /** For the shop's own server; none until it is asked for. */
  secretPrefix: text('secret_prefix'),
  secretHash: text('secret_hash'),
  secretSealed: text('secret_sealed'),
  /** The key alone opens nothing: only together with the secret. */
  needsSecret: boolean('needs_secret').notNull().default(false),
  permissions: text('permissions').array().notNull(),
  active: boolean('active').notNull().default(true),
  theme: jsonb('theme').$type<Theme>().notNull().default({}),
  /** A look in the making; shoppers see `theme`. */
  themeDraft: jsonb('theme_draft').$type<Theme>(),
  currency: char('currency', { length: 3 }).notNull(),
  locale: text('locale').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
}));

sealedColumn({ table: 'storefronts', column: 'secret_sealed', purpose: 'storefronts.secret' });
sealedColumn({ table: 'storefronts', column: 'key_sealed', purpose: 'storefronts.key' });

/** A text page of a shop: delivery, returns, privacy. `html` is sanitised before it is stored. */
export const storefrontPages = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'storefront_pages',
  {
    storefrontId: uuid('storefront_id').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    html: text('html').notNull().default(''),
    inFooter: boolean('in_footer').notNull().default(true),
    published: boolean('published').notNull().default(true),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [belongsTo(t, t.storefrontId, storefronts, 'cascade'), uniqueIndex('storefront_pages_slug').on(t.workspaceId, t.storefrontId, t.slug)],
));
