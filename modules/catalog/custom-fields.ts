import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { customFieldsChanged } from './events.ts';

const MOST_FIELDS = 200;
const Choice = z.string().trim().min(1).max(255);

const Fields = z.object({
  says: z.string().trim().min(1).max(120).meta({ description: 'The name people read: Carat' }),
  unit: z.string().trim().max(40),
  choices: z
    .array(Choice)
    .max(500)
    .refine((c) => new Set(c).size === c.length, 'has the same choice twice'),
  required: z.boolean(),
  filterable: z.boolean().meta({ description: 'Shoppers can narrow lists by it' }),
  appliesTo: z.array(z.string().trim().min(1).max(255)).max(200).meta({ description: 'Product types that have it; empty = all products' }),
  position: z.int().min(0).max(10_000),
});

export const FieldView = Fields.extend({
  id: z.uuid(),
  key: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'choice', 'date', 'url']),
});
type FieldView = z.output<typeof FieldView>;

export const customFieldList = view({
  name: 'custom-fields.list',
  route: 'GET /custom-fields',
  says: 'Custom fields of products',
  needs: 'products:read',
  input: z.object({}),
  output: z.object({ data: z.array(FieldView) }),
  changesWith: [customFieldsChanged],
  read: async (r) => ({ data: await fieldRows(r, null) }),
});

function fieldRows(r: Reader, id: string | null): Promise<FieldView[]> {
  return r.sql<FieldView>`
    select id, key, says, type, unit, choices, required, filterable, applies_to as "appliesTo", position
    from custom_field_definitions where ${id}::uuid is null or id = ${id} order by position, key`;
}

async function fieldById(r: Reader, id: string): Promise<FieldView> {
  const [row] = await fieldRows(r, id);
  if (!row) throw notFound('This custom field');
  return row;
}

export const createCustomField = operation({
  name: 'custom-fields.create',
  route: 'POST /custom-fields',
  says: 'Create a custom field',
  needs: 'products:write',
  input: Fields.partial().extend({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'needs small letters, digits and underscores').refine((k) => !['price', 'available', 'brand'].includes(k), 'is a name of ours'),
    says: Fields.shape.says,
    type: FieldView.shape.type,
  }),
  output: FieldView,
  async run(tx, { key, says, type, unit = '', choices = [], required = false, filterable = false, appliesTo = [], position }) {
    requireChoices(type, choices);
    const [{ total }] = (await tx.sql<{ total: number }>`select count(*) as total from custom_field_definitions`) as [{ total: number }];
    if (total >= MOST_FIELDS) throw new Refusal('too_many_fields', `A workspace can have ${MOST_FIELDS} custom fields.`, { most: MOST_FIELDS });
    const id = newId();
    const [stored] = await tx.sql`
      insert into custom_field_definitions (id, key, says, type, unit, choices, required, filterable, applies_to, position)
      values (${id}, ${key}, ${says}, ${type}, ${unit}, ${choices}, ${required}, ${filterable}, ${appliesTo}, ${position ?? total})
      on conflict (workspace_id, key) do nothing returning id`;
    if (!stored) throw new Refusal('conflict', `There is already a custom field with the key "${key}".`, { fields: { key: 'is already used' } });
    tx.tell(customFieldsChanged, { definitionId: id });
    return fieldById(tx, id);
  },
});

function requireChoices(type: string, choices: readonly string[]): void {
  if (type === 'choice' && choices.length === 0)
    throw new Refusal('invalid', 'A field with choices needs at least one of them.', { fields: { choices: 'needs at least one' } });
}

/** Key and type of a field stay what they were: values already stored depend on them. */
export const updateCustomField = operation({
  name: 'custom-fields.update',
  route: 'PATCH /custom-fields/:id',
  says: 'Change a custom field',
  needs: 'products:write',
  input: Fields.partial().extend({ id: z.uuid() }),
  output: FieldView,
  async run(tx, { id, ...changes }) {
    await tx.sql`select 1 from custom_field_definitions where id = ${id} for no key update`;
    const before = await fieldById(tx, id);
    const after = { ...before, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
    requireChoices(after.type, after.choices);
    await tx.sql`
      update custom_field_definitions set says = ${after.says}, unit = ${after.unit}, choices = ${after.choices}, required = ${after.required},
        filterable = ${after.filterable}, applies_to = ${after.appliesTo}, position = ${after.position} where id = ${id}`;
    tx.tell(customFieldsChanged, { definitionId: id });
    tx.changed({ record: 'custom field', id, before, after: changes });
    return fieldById(tx, id);
  },
});

/** Deletes the definition. The values stay with the products, unseen, and are back when a field of that key is made again. */
export const deleteCustomField = operation({
  name: 'custom-fields.delete',
  route: 'DELETE /custom-fields/:id',
  says: 'Delete a custom field',
  needs: 'products:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), deleted: z.literal(true) }),
  async run(tx, { id }) {
    const before = await fieldById(tx, id);
    await tx.sql`delete from custom_field_definitions where id = ${id}`;
    tx.tell(customFieldsChanged, { definitionId: id });
    tx.changed({ record: 'custom field', id, before });
    return { id, deleted: true as const };
  },
});
