// From JSON Schema to fields a person can fill in. Pure, so that every operation's input can be walked in a test.
export type Json = Record<string, unknown>;

export type FieldShape = { name: string; label: string; about?: string; required: boolean; empty?: unknown } & (
  | { kind: 'text' | 'long-text' | 'date-time' | 'date' | 'email' | 'id' | 'yes-no' | 'anything' }
  | { kind: 'number'; whole: boolean; least?: number; most?: number }
  | { kind: 'choice'; options: string[] }
  | { kind: 'words'; options?: string[] }
  | { kind: 'ids' }
  | { kind: 'group'; fields: FieldShape[] }
  | { kind: 'list'; fields: FieldShape[] }
);

/** The fields of an object schema, needed ones first. */
export function fieldsOf(schema: Json, depth = 0): FieldShape[] {
  const whole = objectOf(schema);
  const required = new Set((whole.required as string[] | undefined) ?? []);
  const properties = Object.entries((whole.properties as Record<string, Json> | undefined) ?? {});
  const fields = properties.map(([name, part]) => fieldOf(name, part, required.has(name) ? 'needed' : 'optional', depth));
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

function objectOf(schema: Json): Json {
  if (schema.properties) return schema;
  const parts = (schema.allOf ?? schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (!parts) return schema;
  if (!schema.allOf) return objectOf(parts[0]!);
  return { properties: Object.assign({}, ...parts.map((part) => objectOf(part).properties)), required: parts.flatMap((part) => (objectOf(part).required as string[] | undefined) ?? []) };
}

function fieldOf(name: string, given: Json, need: 'needed' | 'optional', depth: number): FieldShape {
  const schema = plain(given);
  const about = (given.description ?? schema.description) as string | undefined;
  const base = { name, label: labelOf(name), required: need === 'needed' && given.default === undefined, ...(about && { about }), ...(given.default !== undefined && { empty: given.default }) };
  return { ...base, ...kindOf(name, schema, depth) } as FieldShape;
}

// "x or nothing" is an optional x.
function plain(schema: Json): Json {
  const choices = ((schema.anyOf ?? schema.oneOf) as Json[] | undefined)?.filter((part) => part.type !== 'null' && part.const !== '');
  return choices?.length === 1 ? plain(choices[0]!) : schema;
}

type Kind = FieldShape extends infer F ? (F extends { kind: unknown } ? Omit<F, 'name' | 'label' | 'about' | 'required' | 'empty'> : never) : never;

function kindOf(name: string, schema: Json, depth: number): Kind {
  if (Array.isArray(schema.enum)) return { kind: 'choice', options: schema.enum.map(String) };
  if (schema.type === 'boolean') return { kind: 'yes-no' };
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema);
  if (schema.type === 'string') return { kind: textKind(name, schema) };
  if (schema.type === 'array') return listOf(plain((schema.items as Json | undefined) ?? {}), depth);
  if (objectOf(schema).properties && depth < 4) return { kind: 'group', fields: fieldsOf(schema, depth + 1) };
  return { kind: 'anything' };
}

function numberOf(schema: Json): Kind {
  const least = schema.minimum as number | undefined;
  const most = schema.maximum as number | undefined;
  return { kind: 'number', whole: schema.type === 'integer', ...(least !== undefined && least > -1e15 && { least }), ...(most !== undefined && most < 1e15 && { most }) };
}

function textKind(name: string, schema: Json): 'text' | 'long-text' | 'date-time' | 'date' | 'email' | 'id' {
  const formats: Record<string, 'date-time' | 'date' | 'email' | 'id'> = { 'date-time': 'date-time', date: 'date', email: 'email', uuid: 'id' };
  const known = formats[String(schema.format)];
  if (known) return known;
  return Number(schema.maxLength ?? 0) > 400 && !/url|slug/i.test(name) ? 'long-text' : 'text';
}

function listOf(items: Json, depth: number): Kind {
  if (items.format === 'uuid') return { kind: 'ids' };
  if (Array.isArray(items.enum)) return { kind: 'words', options: items.enum.map(String) };
  if (items.type === 'string') return { kind: 'words' };
  if (objectOf(items).properties && depth < 4) return { kind: 'list', fields: fieldsOf(items, depth + 1) };
  return { kind: 'anything' };
}

/** `customerName` -> Customer name. */
export function labelOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ').toLowerCase().replace(/ id$/, '').replace(/ ids$/, 's').trim();
  return words === 'id' ? 'Record' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a new line of a list or a fresh form begins with. */
export function beginning(fields: readonly FieldShape[]): Json {
  return Object.fromEntries(fields.flatMap((field) => {
    if (field.empty !== undefined) return [[field.name, field.empty]];
    return field.kind === 'group' && field.required ? [[field.name, beginning(field.fields)]] : [];
  }));
}

/** What is sent: nothing that was left empty, except a deliberate no. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([key, part]) => [key, withoutEmpty(part)] as const).filter(([, part]) => part !== undefined && part !== '' && !(isObject(part) && Object.keys(part).length === 0));
  return Object.fromEntries(kept);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of needed fields that are still empty, with their words; nothing when it may be sent. */
export function missingIn(fields: readonly FieldShape[], value: Json, path = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const here = value[field.name];
    const at = path + field.name;
    if (field.required && (here === undefined || here === '')) found[at] = 'is needed';
    if (field.kind === 'group' && here) Object.assign(found, missingIn(field.fields, here as Json, `${at}.`));
    if (field.kind === 'list' && Array.isArray(here)) here.forEach((line, i) => Object.assign(found, missingIn(field.fields, line as Json, `${at}.${i}.`)));
  }
  return found;
}
