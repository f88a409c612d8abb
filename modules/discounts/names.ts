import type { Reader } from '#platform/tenancy/context.ts';
import type { Terms } from './terms.ts';

/** What products, collections and customer groups are called. One statement, none for no ids. */
export async function namesOf(r: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await r.sql<{ id: string; name: string }>`
    select id, title as name from products where id = any(${ids}::uuid[])
    union all select id, title from collections where id = any(${ids}::uuid[])
    union all select id, name from customer_groups where id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function idsIn(terms: Terms): string[] {
  return [...new Set([...terms.things.productIds, ...terms.things.collectionIds, ...terms.buy.productIds, ...terms.buy.collectionIds, ...terms.groupIds])];
}
