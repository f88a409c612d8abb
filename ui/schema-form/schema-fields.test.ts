import * as z from 'zod';
import { expect, test } from 'vitest';
import { registry } from '#platform/registry.ts';
import { schemaOf } from '#platform/http/openapi.ts';
import { house } from '#connectors/house.ts';
import { fieldsOf, labelOf, missingIn, withoutEmpty, type FieldShape, type Json } from './schema-fields.ts';

registry.load(house);

function names(fields: readonly FieldShape[]): string[] {
  return fields.flatMap((field) => [field.name, ...('fields' in field ? names(field.fields) : [])]);
}

test('the input of every operation becomes a form with all its fields', () => {
  for (const op of [...registry.operations(), ...registry.accountOperations()]) {
    const schema = schemaOf(op.input, 'input');
    const asked = new Set(names(fieldsOf(schema)));
    for (const name of Object.keys((schema.properties as Json | undefined) ?? {})) expect(asked, op.name).toContain(name);
  }
});

test('kinds follow the schema: choices, numbers with limits, dates, ids, lists of lines', () => {
  const schema = z.object({
    state: z.enum(['open', 'closed']),
    count: z.int().min(1).max(9),
    at: z.iso.datetime().optional(),
    orderId: z.uuid(),
    note: z.string().max(5_000).nullable().default(''),
    tags: z.array(z.string()),
    lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int() })),
  });
  const kinds = Object.fromEntries(fieldsOf(schemaOf(schema, 'input')).map((field) => [field.name, field.kind]));
  expect(kinds).toEqual({ state: 'choice', count: 'number', at: 'date-time', orderId: 'id', note: 'long-text', tags: 'words', lines: 'list' });
  expect(fieldsOf(schemaOf(schema, 'input')).find((field) => field.name === 'count')).toMatchObject({ least: 1, most: 9, required: true });
});

test('what is left empty is not sent, a deliberate no is', () => {
  expect(withoutEmpty({ a: '', b: false, c: 0, d: undefined, e: { f: '' }, g: [{ h: '' }], i: null })).toEqual({ b: false, c: 0, g: [{}], i: null });
});

test('what is needed and empty is named, also inside lines', () => {
  const fields = fieldsOf(schemaOf(z.object({ name: z.string(), lines: z.array(z.object({ id: z.uuid() })) }), 'input'));
  expect(missingIn(fields, { lines: [{}] })).toEqual({ name: 'is needed', 'lines.0.id': 'is needed' });
  expect(missingIn(fields, { name: 'x', lines: [{ id: 'y' }] })).toEqual({});
});

test('names of fields read like words', () => {
  expect(['customerName', 'id', 'orderId', 'variantIds', 'line1'].map(labelOf)).toEqual(['Customer name', 'Record', 'Order', 'Variants', 'Line1']);
});
