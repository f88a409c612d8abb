import type { Event } from '#platform/events/event.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { applyRules } from './collection-rules.ts';
import { productCreated, productDeleted, productUpdated } from './events.ts';

type Follower = (tx: Tx, productIds: readonly string[]) => Promise<void>;
const followers: Follower[] = [];

/**
 * For what must be true the moment a product change commits (the storefront's projection): called in the change's own transaction,
 * with the products' rows locked. Everything that may follow later is a reaction to the events instead.
 */
export function followProducts(follower: Follower): void {
  followers.push(follower);
}

/** Takes the products' rows, in one order for everybody, so that changes of one product follow each other. */
export async function lockProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.sql`select 1 from products where id = any(${productIds}::uuid[]) order by id for no key update`;
}

/** Every verb that created or changed products ends here: collections with rules, followers, then the facts. */
export async function productsChanged(tx: Tx, productIds: readonly string[], how: 'created' | 'updated' = 'updated'): Promise<void> {
  if (productIds.length === 0) return;
  await applyRules(tx, productIds);
  for (const follow of followers) await follow(tx, productIds);
  await tellAbout(tx, how === 'created' ? productCreated : productUpdated, productIds);
}

/** Called before the rows are deleted, while they can still be described. */
export function productsLeaving(tx: Tx, productIds: readonly string[]): Promise<void> {
  return tellAbout(tx, productDeleted, productIds);
}

async function tellAbout(tx: Tx, fact: Event<{ productId: string; title: string; slug: string; version: number }>, ids: readonly string[]): Promise<void> {
  const rows = await tx.sql<{ productId: string; title: string; slug: string; version: number }>`
    select id as "productId", title, slug, version from products where id = any(${ids}::uuid[]) order by id`;
  for (const row of rows) tx.tell(fact, row);
}

/** Raises the version of products whose parts (variants, prices, media) changed. */
export async function touchProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.sql`update products set version = version + 1, updated_at = ${tx.now} where id = any(${productIds}::uuid[])`;
}
