import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { matching, RulesInput } from './collection-rules.ts';
import { collectionChanged, productCreated, productDeleted, productUpdated } from './events.ts';

const FIRST = 24;
const CHANGES = [productCreated, productUpdated, productDeleted, collectionChanged];
const Brief = z.object({ id: z.uuid(), title: z.string(), status: z.enum(['draft', 'active', 'archived']), imageUrl: z.string().nullable() });
type Brief = z.output<typeof Brief>;

/** Which products rules would bring together, before they are saved. */
export const collectionPreview = view({
  name: 'collections.preview',
  route: 'GET /collection-previews',
  says: 'What the rules of a collection match',
  needs: 'products:read',
  input: z.object({ rules: z.string().max(20_000).meta({ description: 'The rules as JSON, like those of collections.update' }) }),
  output: z.object({ total: z.int(), data: z.array(Brief) }),
  changesWith: CHANGES,
  async read(r, { rules }) {
    const { total, ids } = await matching(r, rulesOf(rules), FIRST);
    return { total, data: await briefsOf(r, ids) };
  },
});

function rulesOf(text: string): z.output<typeof RulesInput> {
  const parsed = RulesInput.safeParse(jsonOf(text));
  if (!parsed.success) throw new Refusal('invalid', 'These rules cannot be read yet.', { fields: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])) });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The products of a collection as its editor shows them, in their order. */
export const productBriefs = view({
  name: 'collections.products',
  route: 'GET /collections/:id/products',
  says: 'Products of a collection',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(Brief) }),
  changesWith: CHANGES,
  async read(r, { id }) {
    const rows = await r.sql<{ id: string }>`select product_id as id from product_collections where collection_id = ${id} order by position, product_id limit 10000`;
    return { data: await briefsOf(r, rows.map((row) => row.id)) };
  },
});

function briefsOf(r: Reader, ids: readonly string[]): Promise<Brief[]> {
  return r.sql<Brief>`
    select p.id, p.title, p.status, (select m.url from media m where m.product_id = p.id and m.kind = 'picture' order by m.position limit 1) as "imageUrl"
    from unnest(${ids}::uuid[]) with ordinality as x(id, place) join products p on p.id = x.id order by x.place`;
}
