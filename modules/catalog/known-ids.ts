import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** Refuses ids of categories or collections that are not in this workspace, and collections that fill themselves. */
export async function requireKnown(r: Reader, wanted: { categoryIds?: readonly string[] | undefined; collectionIds?: readonly string[] | undefined }): Promise<void> {
  const categoryIds = wanted.categoryIds ?? [];
  const collectionIds = wanted.collectionIds ?? [];
  if (categoryIds.length + collectionIds.length === 0) return;
  const rows = await r.sql<{ id: string; ruled: boolean; title: string }>`
    select id, false as ruled, name as title from categories where id = any(${categoryIds}::uuid[])
    union all select id, rules is not null, title from collections where id = any(${collectionIds}::uuid[])`;
  const ruled = rows.find((row) => row.ruled);
  if (ruled) throw new Refusal('invalid', `The collection "${ruled.title}" fills itself by rules.`, { fields: { collectionIds: 'has a collection with rules' } });
  const known = new Set(rows.map((row) => row.id));
  refuseUnknown('categoryIds', 'category', categoryIds, known);
  refuseUnknown('collectionIds', 'collection', collectionIds, known);
}

function refuseUnknown(field: string, what: string, ids: readonly string[], known: Set<string>): void {
  const missing = ids.find((id) => !known.has(id));
  if (missing) throw new Refusal('not_found', `The ${what} ${missing} was not found.`, { fields: { [field]: `has an unknown ${what}` } });
}
