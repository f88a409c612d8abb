import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { CustomFieldValues } from './product-input.ts';
import type { FieldValue } from './tables.ts';

export interface FieldDefinition {
  key: string;
  says: string;
  type: 'text' | 'number' | 'boolean' | 'choice' | 'date' | 'url';
  choices: string[];
  required: boolean;
  appliesTo: string[];
}

export function fieldDefinitions(r: Reader): Promise<FieldDefinition[]> {
  return r.sql<FieldDefinition>`
    select key, says, type, choices, required, applies_to as "appliesTo" from custom_field_definitions order by position, key`;
}

interface Given {
  productType: string;
  /** What the product has now. */
  before: Record<string, FieldValue>;
  /** What is being changed; null takes a value away. */
  changes: CustomFieldValues;
}

/** The custom fields after the change, or a refusal that names every field that is wrong. */
export function checkedFields(definitions: readonly FieldDefinition[], { productType, before, changes }: Given): Record<string, FieldValue> {
  const after: Record<string, FieldValue> = { ...before };
  const wrong: Record<string, string> = {};
  const mine = definitions.filter((d) => d.appliesTo.length === 0 || d.appliesTo.includes(productType));
  for (const [key, value] of Object.entries(changes)) {
    const definition = mine.find((d) => d.key === key);
    const problem = definition ? problemWith(definition, value) : value === null ? undefined : 'is not a custom field of this product';
    if (problem) wrong[key] = problem;
    else if (value === null || value === '') delete after[key];
    else after[key] = value;
  }
  for (const d of mine) if (d.required && after[d.key] === undefined) wrong[d.key] ??= 'is required';
  refuseWrong(wrong, definitions);
  return after;
}

function refuseWrong(wrong: Record<string, string>, definitions: readonly FieldDefinition[]): void {
  const first = Object.entries(wrong)[0];
  if (!first) return;
  const says = definitions.find((d) => d.key === first[0])?.says ?? first[0];
  const fields = Object.fromEntries(Object.entries(wrong).map(([key, problem]) => [`customFields.${key}`, problem]));
  throw new Refusal('invalid', `Please check ${says}: it ${first[1]}.`, { fields });
}

function problemWith(definition: FieldDefinition, value: string | number | boolean | null): string | undefined {
  if (value === null || value === '') return definition.required ? 'is required' : undefined;
  return PROBLEMS[definition.type](value, definition);
}

type Check = (value: string | number | boolean, definition: FieldDefinition) => string | undefined;

const PROBLEMS: Record<FieldDefinition['type'], Check> = {
  text: (v) => (typeof v === 'string' ? undefined : 'needs a text'),
  number: (v) => (typeof v === 'number' && Number.isFinite(v) ? undefined : 'needs a number'),
  boolean: (v) => (typeof v === 'boolean' ? undefined : 'needs yes or no'),
  choice: (v, d) => (typeof v === 'string' && d.choices.includes(v) ? undefined : `needs one of: ${d.choices.join(', ')}`),
  date: (v) => (typeof v === 'string' && isDate(v) ? undefined : 'needs a date like 2026-01-31'),
  url: (v) => (typeof v === 'string' && /^https?:\/\/\S+$/.test(v) ? undefined : 'needs an address that begins with https://'),
};

function isDate(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
