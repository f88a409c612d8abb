import * as z from 'zod';
import type { Operation } from '../operations/operation.ts';
import { surfaceRoot, type Surface } from '../operations/route.ts';
import type { View } from '../operations/view.ts';
import { registry } from '../registry.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of one surface, made from the registry alone. */
export function openApiOf(surface: Surface, publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const item of itemsOf(surface)) {
    const path = item.route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[item.route.method.toLowerCase()] = item.kind === 'view' ? viewEntry(item) : operationEntry(item);
  }
  return {
    openapi: '3.1.0',
    info: { title: surface === 'admin' ? 'Quickdash Admin API' : 'Quickdash Storefront API', version: '1', description: ABOUT[surface] },
    servers: [{ url: `${publicUrl}${surfaceRoot(surface)}` }],
    security: [{ [surface === 'admin' ? 'token' : 'storefrontKey']: [] }],
    paths,
    components: { securitySchemes: SCHEMES, schemas: { Problem: PROBLEM } },
  };
}

export function itemsOf(surface: Surface): (Operation | View)[] {
  return [...registry.views(), ...registry.operations()].filter((item) => item.on === surface);
}

const ABOUT: Record<Surface, string> = {
  admin: 'Everything the dashboard can do, by token. Lists take filter, sort, cursor and limit. Writes take an Idempotency-Key.',
  storefront: 'What a shop front needs, by X-Storefront-Key. Money is integer minor units with an ISO currency.',
};

const SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token of the workspace (qdt_...)' },
  storefrontKey: { type: 'apiKey', in: 'header', name: 'X-Storefront-Key' },
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A sentence for people' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; switch on this' },
    requestId: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' }, description: 'Field name -> what is wrong, for code "invalid"' },
  },
};

function viewEntry(view: View): Json {
  return { ...entry(view), parameters: parametersOf(view.route.path, schemaOf(view.input, 'input'), 'query'), responses: responses('200', view.output) };
}

function operationEntry(op: Operation): Json {
  const input = schemaOf(op.input, 'input');
  const inPath = new Set(pathNames(op.route.path));
  const properties = Object.fromEntries(Object.entries((input.properties as Json | undefined) ?? {}).filter(([key]) => !inPath.has(key)));
  const required = ((input.required as string[] | undefined) ?? []).filter((key) => !inPath.has(key));
  const body = { ...input, properties, ...(input.required !== undefined && { required }) };
  return {
    ...entry(op),
    parameters: [...parametersOf(op.route.path, input, 'none'), IDEMPOTENCY],
    requestBody: { required: required.length > 0, content: { 'application/json': { schema: body } } },
    responses: responses(op.route.method === 'POST' ? '201' : '200', op.output),
  };
}

function entry(item: Operation | View): Json {
  return { operationId: item.name, summary: item.says, tags: [item.name.replace(/^storefront\./, '').split('.')[0]], 'x-needs': item.needs };
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 255 },
  description: 'The same key gives the first answer again',
};

function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((m) => m[1]!);
}

function parametersOf(path: string, input: Json, rest: 'query' | 'none'): Json[] {
  const properties = (input.properties as Record<string, Json> | undefined) ?? {};
  const required = new Set((input.required as string[] | undefined) ?? []);
  const names = pathNames(path);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } }));
  if (rest === 'none') return inPath;
  const queries = Object.entries(properties).filter(([name]) => !names.includes(name));
  return [...inPath, ...queries.map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema, ...deep(schema) }))];
}

function deep(schema: Json): Json {
  return schema.type === 'object' ? { style: 'deepObject', explode: true } : {};
}

function responses(status: string, output: z.ZodType): Json {
  const problem = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return { [status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(output, 'output') } } }, '4XX': problem };
}

/** JSON Schema of a zod type; parts that JSON cannot say become "anything". */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return rest;
}
