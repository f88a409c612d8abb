import { boolean, char, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';
import type { Theme } from './theme.ts';

/** A shop front: where shoppers come in, and the key programs come in with. Slug, domain and key are unique over the installation. */
export const storefronts = tenantTable('storefronts', {
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  /** Punycode, lower case, no port. */
  domain: text('domain').unique(),
  keyPrefix: text('key_prefix').notNull(),
  keyHash: text('key_hash').notNull().unique(),
  keySealed: text('key_sealed').notNull(),
  permissions: text('permissions').array().notNull(),
  active: boolean('active').notNull().default(true),
  theme: jsonb('theme').$type<Theme>().notNull().default({}),
  currency: char('currency', { length: 3 }).notNull(),
  locale: text('locale').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

sealedColumn({ table: 'storefronts', column: 'key_sealed', purpose: 'storefronts.key' });
