import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, searchText, tenantTable } from '#platform/db/tables.ts';

/** A custom field's value as stored: text, number, yes/no; dates and addresses are text. */
export type FieldValue = string | number | boolean;

/** One line of a rule: which products belong to a collection. */
export interface Rule {
  field: string;
  is: 'equals' | 'not' | 'contains' | 'over' | 'under';
  value: string;
}

export interface Rules {
  match: 'all' | 'any';
  conditions: Rule[];
}

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const products = tenantTable(
  'products',
  {
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    descriptionHtml: text('description_html').notNull().default(''),
    brand: text('brand').notNull().default(''),
    productType: text('product_type').notNull().default(''),
    status: text('status', { enum: ['draft', 'active', 'archived'] }).notNull().default('draft'),
    /** What selling it means: goods are handed over, a gift card is money for later. */
    kind: text('kind', { enum: ['goods', 'gift_card'] }).notNull().default('goods'),
    /** An active product is shown from this instant on; null = at once. */
    publishAt: instant('publish_at'),
    /** From this instant on it is a draft again; null = never. */
    unpublishAt: instant('unpublish_at'),
    /** When shoppers could first see it; null while they cannot. */
    liveSince: instant('live_since'),
    seoTitle: text('seo_title').notNull().default(''),
    seoDescription: text('seo_description').notNull().default(''),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    customFields: jsonb('custom_fields').$type<Record<string, FieldValue>>().notNull().default({}),
    /** What an import brought and this house has no field for, so that an export can give it back. */
    carried: jsonb('carried').$type<Record<string, string>>().notNull().default({}),
    /** What its variants are called and the lowest price of its first currency. The database keeps these three (0004_list_search.sql). */
    skus: text('skus').notNull().default(''),
    priceFrom: bigint('price_from', { mode: 'number' }),
    priceCurrency: char('price_currency', { length: 3 }),
    searchText: searchText('title', 'slug', 'brand', 'skus', 'tags_text(tags)'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('products_slug').on(t.workspaceId, t.slug),
    index('products_changed').on(t.workspaceId, t.updatedAt, t.id),
    index('products_title').on(t.workspaceId, t.title, t.id),
    index('products_created').on(t.workspaceId, t.createdAt, t.id),
    index('products_brand').on(t.workspaceId, t.brand, t.id),
    index('products_type').on(t.workspaceId, t.productType, t.id),
    index('products_status').on(t.workspaceId, t.status, t.id),
    index('products_price').on(t.workspaceId, t.priceFrom.asc().nullsFirst(), t.id),
    index('products_due').on(t.workspaceId, t.publishAt).where(sql`live_since is null and status = 'active'`),
    index('products_ending').on(t.workspaceId, t.unpublishAt).where(sql`status = 'active' and unpublish_at is not null`),
    check('products_status', sql`status in ('draft', 'active', 'archived')`),
    check('products_kind', sql`kind in ('goods', 'gift_card')`),
  ],
);

/** Addresses a product had before; they still lead to it. */
export const formerSlugs = tenantTable(
  'product_former_slugs',
  { slug: text('slug').notNull(), productId: uuid('product_id').notNull() },
  (t) => [uniqueIndex('product_former_slugs_slug').on(t.workspaceId, t.slug), belongsTo(t, t.productId, products, 'cascade')],
);

export const productOptions = tenantTable(
  'product_options',
  {
    productId: uuid('product_id').notNull(),
    name: text('name').notNull(),
    values: text('values').array().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('product_options_name').on(t.workspaceId, t.productId, t.name), belongsTo(t, t.productId, products, 'cascade')],
);

export const variants = tenantTable(
  'variants',
  {
    productId: uuid('product_id').notNull(),
    sku: text('sku').notNull().default(''),
    barcode: text('barcode').notNull().default(''),
    /** "Small / Blue"; empty for the only variant of a product without options. */
    title: text('title').notNull().default(''),
    options: jsonb('options').$type<Record<string, string>>().notNull().default({}),
    /** The options in one canonical text, so that one combination exists once. */
    optionKey: text('option_key').notNull().default(''),
    position: integer('position').notNull(),
    weightGrams: integer('weight_grams').notNull().default(0),
    requiresShipping: boolean('requires_shipping').notNull().default(true),
    taxable: boolean('taxable').notNull().default(true),
    taxCode: text('tax_code').notNull().default(''),
    inventoryPolicy: text('inventory_policy', { enum: ['deny', 'continue'] }).notNull().default('deny'),
    trackInventory: boolean('track_inventory').notNull().default(true),
    carried: jsonb('carried').$type<Record<string, string>>().notNull().default({}),
    /** The product's title, kept by the database, so that stock is sorted and searched by it without reading all products. */
    productTitle: text('product_title').notNull().default(''),
    searchText: searchText('product_title', 'title', 'sku', 'barcode'),
  },
  (t) => [
    index('variants_product_title').on(t.workspaceId, t.productTitle),
    uniqueIndex('variants_combination').on(t.workspaceId, t.productId, t.optionKey),
    index('variants_of_product').on(t.workspaceId, t.productId, t.position),
    index('variants_sku').on(t.workspaceId, t.sku),
    index('variants_barcode').on(t.workspaceId, t.barcode),
    belongsTo(t, t.productId, products, 'cascade'),
    check('variants_weight', sql`weight_grams >= 0`),
    check('variants_policy', sql`inventory_policy in ('deny', 'continue')`),
  ],
);

/** What is inside a bundle: a variant with rows here is sold at its own price and taken from the stock of its components. */
export const bundleComponents = tenantTable(
  'bundle_components',
  { variantId: uuid('variant_id').notNull(), componentId: uuid('component_id').notNull(), quantity: integer('quantity').notNull(), position: integer('position').notNull().default(0) },
  (t) => [
    uniqueIndex('bundle_components_once').on(t.workspaceId, t.variantId, t.componentId),
    index('bundle_components_of').on(t.workspaceId, t.componentId),
    belongsTo(t, t.variantId, variants, 'cascade'),
    belongsTo(t, t.componentId, variants),
    check('bundle_components_units', sql`quantity between 1 and 1000 and variant_id <> component_id`),
  ],
);

export const prices = tenantTable(
  'prices',
  {
    variantId: uuid('variant_id').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Minor units. */
    amount: bigint('amount', { mode: 'number' }).notNull(),
    compareAt: bigint('compare_at', { mode: 'number' }),
  },
  (t) => [
    uniqueIndex('prices_of_variant').on(t.workspaceId, t.variantId, t.currency),
    belongsTo(t, t.variantId, variants, 'cascade'),
    check('prices_amount', sql`amount >= 0 and compare_at >= 0`),
  ],
);

export const MEDIA_KINDS = ['picture', 'video', 'model', 'spin'] as const;

export const media = tenantTable(
  'media',
  {
    productId: uuid('product_id').notNull(),
    variantId: uuid('variant_id'),
    fileId: uuid('file_id'),
    /** `spin`: one side of a product that can be turned round; all of a product's together are one view, in their order. */
    kind: text('kind', { enum: MEDIA_KINDS }).notNull().default('picture'),
    url: text('url').notNull(),
    /** What stands there until a video or model is started. */
    posterUrl: text('poster_url'),
    alt: text('alt').notNull().default(''),
    width: integer('width'),
    height: integer('height'),
    /** What must stay in view when the picture is cut: percent from the left and the top. */
    focalX: integer('focal_x').notNull().default(50),
    focalY: integer('focal_y').notNull().default(50),
    /** From a million on: only repeats an earlier picture for one more variant, and is not shown by itself. */
    position: integer('position').notNull(),
  },
  (t) => [
    index('media_of_product').on(t.workspaceId, t.productId, t.position),
    index('media_of_variant').on(t.workspaceId, t.variantId),
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.variantId, variants),
    check('media_kind', sql.raw(`kind in (${MEDIA_KINDS.map((kind) => `'${kind}'`).join(', ')})`)),
    check('media_focal', sql`focal_x between 0 and 100 and focal_y between 0 and 100`),
  ],
);

export const categories = tenantTable(
  'categories',
  {
    parentId: uuid('parent_id'),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    descriptionHtml: text('description_html').notNull().default(''),
    imageUrl: text('image_url').notNull().default(''),
    position: integer('position').notNull().default(0),
    /** Ids from the root down to and including this one. */
    path: uuid('path').array().notNull(),
  },
  (t) => [
    uniqueIndex('categories_slug').on(t.workspaceId, t.slug),
    index('categories_children').on(t.workspaceId, t.parentId, t.position),
    belongsTo(t, t.parentId, t),
  ],
);

export const productCategories = tenantTable(
  'product_categories',
  { productId: uuid('product_id').notNull(), categoryId: uuid('category_id').notNull() },
  (t) => [
    uniqueIndex('product_categories_once').on(t.workspaceId, t.productId, t.categoryId),
    index('product_categories_of').on(t.workspaceId, t.categoryId),
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.categoryId, categories, 'cascade'),
  ],
);

export const collections = tenantTable(
  'collections',
  {
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    descriptionHtml: text('description_html').notNull().default(''),
    imageUrl: text('image_url').notNull().default(''),
    position: integer('position').notNull().default(0),
    /** null = products are put in by hand. */
    rules: jsonb('rules').$type<Rules>(),
  },
  (t) => [uniqueIndex('collections_slug').on(t.workspaceId, t.slug)],
);

/** Who is in which collection; for collections with rules this is kept by the program. */
export const productCollections = tenantTable(
  'product_collections',
  {
    productId: uuid('product_id').notNull(),
    collectionId: uuid('collection_id').notNull(),
    position: integer('position').notNull().default(0),
  },
  (t) => [
    uniqueIndex('product_collections_once').on(t.workspaceId, t.productId, t.collectionId),
    index('product_collections_of').on(t.workspaceId, t.collectionId, t.position),
    belongsTo(t, t.productId, products, 'cascade'),
    belongsTo(t, t.collectionId, collections, 'cascade'),
  ],
);

export const customFieldDefinitions = tenantTable(
  'custom_field_definitions',
  {
    key: text('key').notNull(),
    says: text('says').notNull(),
    type: text('type', { enum: ['text', 'number', 'boolean', 'choice', 'date', 'url'] }).notNull(),
    unit: text('unit').notNull().default(''),
    choices: text('choices').array().notNull().default(sql`'{}'`),
    required: boolean('required').notNull().default(false),
    filterable: boolean('filterable').notNull().default(false),
    /** Product types that have this field; empty = all products. */
    appliesTo: text('applies_to').array().notNull().default(sql`'{}'`),
    position: integer('position').notNull().default(0),
  },
  (t) => [uniqueIndex('custom_field_definitions_key').on(t.workspaceId, t.key)],
);
