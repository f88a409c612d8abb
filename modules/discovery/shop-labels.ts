import { onCommitted } from '#platform/operations/closing.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { ShortMemory } from '#modules/accounts/index.ts';
import { categoryChanged, customFieldsChanged } from '#modules/catalog/index.ts';

/** A custom field's name and kind as the workspace defined it. */
export type Label = [key: string, says: string, type: string, unit: string];

export interface Shelf {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
}

/** What the facets of a workspace are called: its filterable fields and its categories, in the merchant's order. */
export interface Labels {
  fields: Label[];
  shelves: Shelf[];
}

// They change a few times a year and every search needs them.
const memory = new ShortMemory<Labels>({ seconds: 10 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => event.name === categoryChanged.name || event.name === customFieldsChanged.name)) memory.forget();
});

export function labelsOf(r: Reader): Labels | Promise<Labels> {
  return memory.get(r.workspaceId, () => readLabels(r));
}

async function readLabels(r: Reader): Promise<Labels> {
  const [row] = await r.sql<Labels>`
    select (select coalesce(json_agg(json_build_array(key, says, type, unit) order by position, key), '[]') from custom_field_definitions where filterable) as fields,
      (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'slug', slug, 'name', name) order by cardinality(path), position, name), '[]') from categories) as shelves`;
  return row!;
}
