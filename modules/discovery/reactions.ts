import { amongWorkspaces, reaction } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { workspaceSettingsChanged } from '#modules/accounts/index.ts';
import { categoryChanged, collectionChanged, customFieldsChanged, lockProducts } from '#modules/catalog/index.ts';
import { stockBack, stockChanged, stockOut } from '#modules/inventory/index.ts';
import { learnWords } from './learn-words.ts';
import { refreshListings } from './refresh-listings.ts';

const AT_ONCE = 200;

/** Product changes refresh their listing in their own transaction; what comes from elsewhere follows here, in small steps. */
async function refreshInSteps(ctx: Context, productIds: readonly string[]): Promise<void> {
  for (let i = 0; i < productIds.length; i += AT_ONCE) {
    const ids = productIds.slice(i, i + AT_ONCE);
    await ctx.transaction(async (tx) => {
      await lockProducts(tx, ids);
      await refreshListings(tx, ids);
    });
  }
}

const followSellOut = reaction({
  name: 'discovery.follow-stock',
  on: [stockOut, stockBack],
  async apply(tx, { productId }) {
    await lockProducts(tx, [productId]);
    await refreshListings(tx, [productId]);
  },
});

// What is left of a box changes with each thing inside; most shops have none, and their relay never gets here.
const followBundles = reaction({
  name: 'discovery.follow-bundles',
  on: stockChanged,
  among: amongWorkspaces('select distinct workspace_id as id from bundle_components where workspace_id = any($1::uuid[])'),
  async run(ctx, { variantId }) {
    const rows = await ctx.read((r) => r.sql<{ id: string }>`
      select distinct v.product_id as id from bundle_components b join variants v on v.id = b.variant_id where b.component_id = ${variantId}`);
    await refreshInSteps(ctx, rows.map((row) => row.id));
  },
});

const followCategories = reaction({
  name: 'discovery.follow-categories',
  on: categoryChanged,
  async run(ctx, { categoryId }) {
    const rows = await ctx.read((r) => r.sql<{ id: string }>`
      select distinct pc.product_id as id from categories c join product_categories pc on pc.category_id = c.id where ${categoryId}::uuid = any(c.path)`);
    await refreshInSteps(ctx, rows.map((row) => row.id));
  },
});

// Only products that came or went: a listing knows its collections by id alone.
const followCollections = reaction({
  name: 'discovery.follow-collections',
  on: collectionChanged,
  async run(ctx, { collectionId }) {
    const rows = await ctx.read((r) => r.sql<{ id: string }>`
      with now as (select product_id from product_collections where collection_id = ${collectionId}),
      shown as (select distinct product_id from listings where ${collectionId}::uuid = any(collection_ids))
      select coalesce(now.product_id, shown.product_id) as id from now full join shown on shown.product_id = now.product_id
      where now.product_id is null or shown.product_id is null`);
    await refreshInSteps(ctx, rows.map((row) => row.id));
  },
});

const followCustomFields = reaction({
  name: 'discovery.follow-custom-fields',
  on: customFieldsChanged,
  async run(ctx) {
    const rows = await ctx.read((r) => r.sql<{ id: string }>`
      select id from products where status = 'active' and live_since is not null and custom_fields <> '{}'`);
    await refreshInSteps(ctx, rows.map((row) => row.id));
  },
});

// Another language has other stems.
const followLanguage = reaction({ name: 'discovery.follow-language', on: workspaceSettingsChanged, run: (ctx) => learnWords(ctx) });

export const reactions = [followSellOut, followBundles, followCategories, followCollections, followCustomFields, followLanguage];
