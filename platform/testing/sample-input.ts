import type * as z from 'zod';
import { schemaOf } from '../http/openapi.ts';

type Json = Record<string, unknown>;

/** Values a generated question carries: ids of somebody's records, and the text that marks them. */
export interface Sampler {
  /** An id for the field of that name, e.g. `orderId`. */
  id(field: string): string;
}

/** A plausible input for any declared schema, so that tests can walk every operation and view without knowing them. */
export function sampleInput(schema: z.ZodType, sampler: Sampler): unknown {
  const json = schemaOf(schema, 'input');
  return valueOf(json, 'id', sampler, (json.$defs as Record<string, Json>) ?? {}, 0);
}

function valueOf(schema: Json, field: string, sampler: Sampler, defs: Record<string, Json>, depth: number): unknown {
  const again = (next: Json) => valueOf(next, field, sampler, defs, depth + 1);
  if (depth > 8) return null;
  if (typeof schema.$ref === 'string') return again(defs[schema.$ref.split('/').pop()!] ?? {});
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return again(choices[0]!);
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...(schema.allOf as Json[]).map((part) => again(part)));
  if (schema.type === 'object') return objectOf(schema, sampler, defs, depth);
  if (schema.type === 'array') return [valueOf((schema.items as Json) ?? {}, field, sampler, defs, depth + 1)];
  return scalarOf(schema, field, sampler);
}

function objectOf(schema: Json, sampler: Sampler, defs: Record<string, Json>, depth: number): Json {
  const properties = (schema.properties as Record<string, Json> | undefined) ?? {};
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, valueOf(part, name, sampler, defs, depth + 1)]));
}

function scalarOf(schema: Json, field: string, sampler: Sampler): unknown {
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, Number(schema.minimum ?? 1));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  const byFormat: Record<string, string> = { email: 'walker@example.test', base64: 'd2Fsa2Vy', 'date-time': '2026-01-01T00:00:00.000Z', date: '2026-01-01', uri: 'https://example.test/' };
  if (schema.format === 'uuid') return sampler.id(field);
  if (typeof schema.format === 'string' && byFormat[schema.format]) return byFormat[schema.format];
  return textOf(schema, field, sampler);
}

function textOf(schema: Json, field: string, sampler: Sampler): string {
  const pattern = typeof schema.pattern === 'string' ? schema.pattern : '';
  if (pattern.includes('[A-Z]{3}')) return 'AUD';
  if (pattern.includes('[A-Z]{2}')) return 'AU';
  if (/ids?$/i.test(field)) return sampler.id(field);
  return 'walker text'.padEnd(Number(schema.minLength ?? 0), 'x').slice(0, Number(schema.maxLength ?? 200));
}
