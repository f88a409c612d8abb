import type { Operation } from '../operations/operation.ts';
import { surfaceRoot, type Surface } from '../operations/route.ts';
import type { View } from '../operations/view.ts';
import { itemsOf, schemaOf } from './openapi.ts';

type Json = Record<string, unknown>;

/** TypeScript source of a typed client for one surface, made from the same schemas as its OpenAPI document. */
export function clientSource(surface: Surface): string {
  const items = itemsOf(surface).toSorted((a, b) => a.name.localeCompare(b.name));
  const types = items.flatMap((item) => [
    `export type ${typeName(item)}Input = ${typeOf(schemaOf(item.input, 'input'))};`,
    `export type ${typeName(item)}Answer = ${typeOf(schemaOf(item.output, 'output'))};`,
  ]);
  return [HEAD, ...types, '', calls(items), runtime(surface), factory(surface, items)].join('\n');
}

/** The same by name, for code that calls operations and views by their names. */
function calls(items: (Operation | View)[]): string {
  const lines = items.map((item) => `  '${item.name}': [${typeName(item)}Input, ${typeName(item)}Answer];`);
  return `/** Everything the API can be asked: name -> [what is sent, what comes back]. */\nexport interface Calls {\n${lines.join('\n')}\n}\n`;
}

const HEAD = `// Generated from the API description by \`npm run client\`. Needs nothing but fetch.
`;

function typeName(item: Operation | View): string {
  return pascal(item.name.replace(/^storefront\./, ''));
}

function pascal(name: string): string {
  return name.split(/[.-]/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function factory(surface: Surface, items: (Operation | View)[]): string {
  const groups = Map.groupBy(items, (item) => item.name.replace(/^storefront\./, '').split('.')[0]!);
  const lines = [...groups].map(([group, members]) => `    ${camel(group)}: {\n${members.map(method).join('\n')}\n    },`);
  const options = surface === 'admin' ? 'token: string' : 'key: string; customerToken?: string';
  return `/** A client of the ${surface} API. */
export function create${pascal(surface)}Client(options: { url: string; ${options}; fetch?: typeof fetch }) {
  const call = caller(options);
  return {
${lines.join('\n')}
  };
}
`;
}

function method(item: Operation | View): string {
  const name = camel(item.name.replace(/^storefront\./, '').split('.').slice(1).join('-'));
  const type = typeName(item);
  const optional = isAllOptional(schemaOf(item.input, 'input')) ? ' = {}' : '';
  return `      /** ${item.says}. ${item.route.method} ${item.route.path} */
      ${name}: (input: ${type}Input${optional}, how?: How) => call<${type}Answer>('${item.route.method}', '${item.route.path}', input, how),`;
}

function isAllOptional(schema: Json): boolean {
  return schema.type === 'object' && ((schema.required as string[] | undefined) ?? []).length === 0;
}

function typeOf(schema: Json, defs = (schema.$defs as Record<string, Json>) ?? {}): string {
  const again = (next: Json) => typeOf(next, defs);
  if (typeof schema.$ref === 'string') return again(defs[schema.$ref.split('/').pop()!] ?? {});
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((v) => JSON.stringify(v)).join(' | ');
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return `(${[...new Set(choices.map(again))].join(' | ')})`;
  if (Array.isArray(schema.allOf)) return (schema.allOf as Json[]).map(again).join(' & ');
  if (schema.type === 'array') return `Array<${again((schema.items as Json) ?? {})}>`;
  if (schema.type === 'object') return objectType(schema, defs);
  if (Array.isArray(schema.type)) return `(${schema.type.map((type) => again({ ...schema, type })).join(' | ')})`;
  return SCALARS[String(schema.type)] ?? 'unknown';
}

const SCALARS: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };

function objectType(schema: Json, defs: Record<string, Json>): string {
  const properties = Object.entries((schema.properties as Record<string, Json> | undefined) ?? {});
  const required = new Set((schema.required as string[] | undefined) ?? []);
  if (properties.length === 0) return `Record<string, ${schema.additionalProperties ? typeOf(schema.additionalProperties as Json, defs) : 'unknown'}>`;
  const fields = properties.map(([name, part]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeOf(part, defs)}`);
  return `{ ${fields.join('; ')} }`;
}

function runtime(surface: Surface): string {
  const options = surface === 'admin' ? '{ url: string; token: string; fetch?: typeof fetch }' : '{ url: string; key: string; customerToken?: string; fetch?: typeof fetch }';
  const headers =
    surface === 'admin'
      ? `authorization: \`Bearer \${options.token}\``
      : `'x-storefront-key': options.key, ...(options.customerToken && { authorization: \`Bearer \${options.customerToken}\` })`;
  return `/** A refusal of the API: switch on \`code\`, show \`message\` to people. */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(problem: Record<string, unknown>) {
    super(String(problem.title));
    this.code = String(problem.code);
    this.status = Number(problem.status);
    this.details = problem;
  }
}

export interface How {
  /** The same key gives the first answer again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function caller(options: ${options}) {
  return async function call<T>(method: string, pattern: string, input: object, how: How = {}): Promise<T> {
    const rest: Record<string, unknown> = { ...input };
    const path = pattern.replace(/:(\\w+)/g, (_, name: string) => {
      const value = rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    const query = method === 'GET' ? queryOf(rest) : '';
    const answer = await (options.fetch ?? fetch)(options.url.replace(/\\/$/, '') + '${surfaceRoot(surface)}' + path + query, {
      method,
      headers: { 'content-type': 'application/json', ${headers}, ...(how.idempotencyKey && { 'idempotency-key': how.idempotencyKey }) },
      ...(method !== 'GET' && { body: JSON.stringify(rest) }),
      ...(how.signal && { signal: how.signal }),
    });
    const body = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new ApiRefusal(body);
    return body as T;
  };
}

function queryOf(input: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') for (const [key, part] of Object.entries(value)) query.set(\`\${name}[\${key}]\`, String(part));
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text && '?' + text;
}
`;
}
