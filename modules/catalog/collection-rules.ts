import * as z from 'zod';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import type { Rule, Rules } from './tables.ts';

const NUMBERS = new Set(['price']);
const TEXTS = new Set(['title', 'brand', 'productType', 'tag']);

export const RuleInput = z
  .object({
    field: z.string().regex(/^(title|brand|productType|tag|price|field\.[a-z][a-z0-9_]{0,62})$/, 'needs title, brand, productType, tag, price or field.KEY'),
    is: z.enum(['equals', 'not', 'contains', 'over', 'under']),
    value: z.string().trim().min(1).max(255),
  })
  .refine((r) => !(TEXTS.has(r.field) && (r.is === 'over' || r.is === 'under')), { message: 'can only be compared as text', path: ['is'] })
  .refine((r) => !(NUMBERS.has(r.field) && r.is === 'contains'), { message: 'can only be compared as a number', path: ['is'] })
  .refine((r) => !isNumeric(r) || /^-?\d{1,15}(\.\d{1,6})?$/.test(r.value), { message: 'needs a number', path: ['value'] });

export const RulesInput = z.object({ match: z.enum(['all', 'any']), conditions: z.array(RuleInput).min(1).max(50) });

function isNumeric(rule: { field: string; is: string }): boolean {
  return NUMBERS.has(rule.field) || rule.is === 'over' || rule.is === 'under';
}

interface Ruled {
  id: string;
  rules: Rules;
}

/** Puts products into and out of the collections that fill themselves: all of those, or one; for these products, or all (null). */
export async function applyRules(tx: Tx, productIds: readonly string[] | null, collectionId?: string): Promise<void> {
  const ruled = await tx.sql<Ruled>`select id, rules from collections where rules is not null and (${collectionId ?? null}::uuid is null or id = ${collectionId ?? null}) order by id`;
  if (ruled.length === 0) return;
  const values: unknown[] = [productIds, ruled.map((c) => c.id)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const members = ruled.map((c) => `select p.id, ${add(c.id)}::uuid as collection_id from products p where ($1::uuid[] is null or p.id = any($1::uuid[])) and (${where(c.rules, add)})`);
  await tx.query(
    `with wanted as (${members.join(' union all ')}), gone as (
      delete from product_collections m where m.collection_id = any($2::uuid[]) and ($1::uuid[] is null or m.product_id = any($1::uuid[]))
        and not exists (select 1 from wanted w where w.id = m.product_id and w.collection_id = m.collection_id))
    insert into product_collections (product_id, collection_id) select id, collection_id from wanted
    on conflict (workspace_id, product_id, collection_id) do nothing`,
    values,
  );
}

/** The products that rules would bring together, newest change first: how many, and the first few. */
export async function matching(r: Reader, rules: Rules, most: number): Promise<{ total: number; ids: string[] }> {
  const values: unknown[] = [most];
  const add = (value: unknown) => `$${values.push(value)}`;
  const [row] = await r.query<{ total: number; ids: string[] }>(
    `with found as materialized (select p.id, p.updated_at from products p where ${where(rules, add)})
    select (select count(*) from found) as total, coalesce((select array_agg(id) from (select id from found order by updated_at desc, id limit $1) x), '{}') as ids`,
    values,
  );
  return row!;
}

type Add = (value: unknown) => string;

function where(rules: Rules, add: Add): string {
  return rules.conditions.map((rule) => `(${condition(rule, add)})`).join(rules.match === 'all' ? ' and ' : ' or ');
}

const COLUMNS: Record<string, string> = { title: 'p.title', brand: 'p.brand', productType: 'p.product_type' };

function condition(rule: Rule, add: Add): string {
  if (rule.field === 'price') return `exists (select 1 from variants v join prices c on c.variant_id = v.id where v.product_id = p.id and ${compare('c.amount', rule, add)})`;
  if (rule.field === 'tag') {
    const found = `exists (select 1 from unnest(p.tags) tag where ${compareText('tag', rule.is === 'not' ? { ...rule, is: 'equals' } : rule, add)})`;
    return rule.is === 'not' ? `not ${found}` : found;
  }
  const column = COLUMNS[rule.field] ?? `p.custom_fields ->> ${add(rule.field.slice('field.'.length))}`;
  return isNumeric(rule) ? compareNumberText(column, rule, add) : compareText(`coalesce(${column}, '')`, rule, add);
}

const SIGNS = { equals: '=', not: '<>', over: '>', under: '<', contains: '=' } as const;

function compare(expression: string, rule: Rule, add: Add): string {
  return `${expression} ${SIGNS[rule.is]} ${add(rule.value)}::numeric`;
}

// A text field may hold anything; what is no number is neither over nor under.
function compareNumberText(expression: string, rule: Rule, add: Add): string {
  return `case when (${expression}) ~ '^-?[0-9]+([.][0-9]+)?$' then (${expression})::numeric ${SIGNS[rule.is]} ${add(rule.value)}::numeric else false end`;
}

function compareText(expression: string, rule: Rule, add: Add): string {
  if (rule.is === 'contains') return `position(lower(${add(rule.value)}) in lower(${expression})) > 0`;
  return `lower(${expression}) ${SIGNS[rule.is]} lower(${add(rule.value)})`;
}
