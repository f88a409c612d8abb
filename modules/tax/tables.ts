import { sql } from 'drizzle-orm';
import { boolean, char, check, integer, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/** What a workspace says differently from the built-in table: its own rate, or (`removed`) none. */
export const taxRates = tenantTable(
  'tax_rates',
  {
    country: char('country', { length: 2 }).notNull(),
    region: text('region').notNull().default(''),
    name: text('name').notNull(),
    code: text('code').notNull().default(''),
    /** Millionths: 10 % = 100,000. */
    rate: integer('rate').notNull(),
    onShipping: boolean('on_shipping').notNull().default(true),
    removed: boolean('removed').notNull().default(false),
  },
  (t) => [uniqueIndex('tax_rates_key').on(t.workspaceId, t.country, t.region, t.name, t.code), check('tax_rates_rate', sql`rate between 0 and 1000000`)],
);

/** Where the merchant is registered and therefore collects tax; an empty region means the whole country. */
export const taxRegistrations = tenantTable(
  'tax_registrations',
  { country: char('country', { length: 2 }).notNull(), region: text('region').notNull().default('') },
  (t) => [uniqueIndex('tax_registrations_key').on(t.workspaceId, t.country, t.region)],
);
