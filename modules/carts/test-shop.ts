import { newId } from '#platform/ids.ts';
import type { TestHouse, TestWorkspace } from '#platform/testing/database.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { countStock } from '#modules/inventory/index.ts';

/** Test support: a shop in AUD that sells these things. */
export interface Shop extends TestWorkspace {
  variant: Record<string, string>;
}

export interface Goods {
  price: number;
  stock?: number;
  tracked?: boolean;
}

export async function openShop(house: TestHouse, goods: Record<string, Goods>): Promise<Shop> {
  const workspace = await house.newWorkspace();
  const variant: Record<string, string> = {};
  await workspace.ctx.transaction(async (tx) => {
    for (const [name, given] of Object.entries(goods)) variant[name] = await putOnSale(tx, name, given);
    const counted = Object.entries(goods).filter(([, given]) => (given.stock ?? 0) > 0);
    await countStock(tx, counted.map(([name, given]) => ({ variantId: variant[name]!, onHand: given.stock! })), { reason: 'opening' });
  });
  return { ...workspace, variant };
}

async function putOnSale(tx: Tx, name: string, goods: Goods): Promise<string> {
  const [product, variant] = [newId(), newId()];
  await tx.sql`insert into products (id, slug, title, status) values (${product}, ${name}, ${name}, 'active')`;
  await tx.sql`insert into variants (id, product_id, sku, position, track_inventory) values (${variant}, ${product}, ${name.toUpperCase()}, 1, ${goods.tracked ?? true})`;
  await tx.sql`insert into prices (variant_id, currency, amount) values (${variant}, 'AUD', ${goods.price})`;
  return variant;
}

export async function reprice(shop: Shop, name: string, amount: number): Promise<void> {
  await shop.ctx.transaction((tx) => tx.sql`update prices set amount = ${amount} where variant_id = ${shop.variant[name]!}`);
}

export async function archive(shop: Shop, name: string): Promise<void> {
  await shop.ctx.transaction((tx) => tx.sql`update products set status = 'archived' where slug = ${name}`);
}
