import { createProduct } from '#modules/catalog/index.ts';
import { setManyStocks } from '#modules/inventory/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { serve, type Serving } from '#apps/server/process.ts';
import { config, useConfig } from '#platform/config.ts';
import { registry } from '#platform/registry.ts';
import { house } from '#connectors/house.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';

/** A small shop that sells: a workspace, a storefront with its key, and things with stock. */
export interface TestShop extends TestWorkspace {
  storefrontId: string;
  storefrontSlug: string;
  key: string;
  /** Variant id by product title. */
  variants: Record<string, string>;
  /** Product id by title. */
  products: Record<string, string>;
}

export interface Thing {
  title: string;
  /** Minor units. */
  price?: number;
  stock?: number;
}

const THINGS: Thing[] = [
  { title: 'Blue mug', price: 1_850, stock: 20 },
  { title: 'Last lamp', price: 9_900, stock: 1 },
  { title: 'Sold out scarf', price: 4_500, stock: 0 },
];

/** Opens a shop in this test's database. */
export async function openShop(house: TestHouse, options: { things?: Thing[]; currency?: string; tier?: string } = {}): Promise<TestShop> {
  const workspace = await house.newWorkspace(options);
  const storefront = await createStorefront.call(workspace.ctx, { name: `Shop ${workspace.slug}` });
  const shop: TestShop = { ...workspace, storefrontId: storefront.id, storefrontSlug: storefront.slug, key: storefront.key, variants: {}, products: {} };
  shop.storefront = (customerId) => workspace.storefront(customerId, storefront.id);
  for (const thing of options.things ?? THINGS) await stockThing(shop, thing, options.currency ?? 'AUD');
  return shop;
}

async function stockThing(shop: TestShop, { title, price = 1_000, stock = 10 }: Thing, currency: string): Promise<void> {
  const product = await createProduct.call(shop.ctx, { title, status: 'active', variants: [{ prices: [{ amount: price, currency }] }] });
  const [variant] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from variants where product_id = ${product.id}`);
  shop.products[title] = product.id;
  shop.variants[title] = variant!.id;
  await setManyStocks.call(shop.ctx, { lines: [{ variantId: variant!.id, onHand: stock }] });
}

/** The whole program on a port of its own, over a fresh test database. */
export interface TestServer {
  url: string;
  house: TestHouse;
  stop(): Promise<void>;
}

/** `timers: 'off'` keeps schedules from touching rows while a test compares them. */
export async function startServer(options: { timers?: 'off' } = {}): Promise<TestServer> {
  const before = config();
  useConfig({ HOST: '127.0.0.1', QUICKDASH_DEMO: 'none' });
  const database = await openTestDatabase();
  if (options.timers === 'off') registry.load(house.map((m) => ({ ...m, schedules: [] })));
  const serving: Serving = await serve(0);
  return {
    url: `http://127.0.0.1:${serving.port}`,
    house: database,
    async stop() {
      await serving.stop();
      await database.close();
      useConfig({ ...before, PORT: before.PORT });
    },
  };
}
