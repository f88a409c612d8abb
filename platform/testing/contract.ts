import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import type { Asked } from './vendor-double.ts';

type Json = Record<string, unknown>;

/** Where vendors' own API descriptions lie, for those who have them: QUICKDASH_CONTRACTS, or ../shared/contracts. */
const FOLDER = process.env['QUICKDASH_CONTRACTS'] ?? path.join(import.meta.dirname, '../../../shared/contracts');

/** Whether these descriptions are here. A test that cannot run without them says so in its title. */
export function contractsHere(...files: string[]): boolean {
  return files.every((file) => existsSync(path.join(FOLDER, file)));
}

export const CONTRACTS_ABSENT = 'the vendors’ API descriptions are not here: put them into the folder named by QUICKDASH_CONTRACTS to have every request checked';

/** A vendor's published API description, to check the requests we build against. */
export class Contract {
  private readonly document: Json;
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction | null>();

  constructor(document: Json) {
    this.document = restated(document) as Json;
    this.ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true, unicodeRegExp: false, validateFormats: false, logger: false, inlineRefs: false });
    this.ajv.addSchema({ $id: 'vendor', components: this.document['components'] ?? {}, definitions: this.document['definitions'] ?? {} });
  }

  /** What the description finds wrong with these requests; empty when all is well. Each kind of request is named once. */
  complaints(requests: readonly Asked[]): string[] {
    return [...new Set(requests.flatMap((asked) => this.wrongWith(asked)))];
  }

  private wrongWith(asked: Asked): string[] {
    const name = `${asked.method} ${asked.path.replaceAll(/\/[A-Za-z0-9]+_[\w-]{6,}|\/[0-9A-F-]{15,}/g, '/…')}`;
    const found = this.operationOf(asked);
    if (!found) return [`${name}: is not in the description`];
    const validate = this.validatorOf(found, asked.headers['content-type'] ?? 'application/json');
    if (validate === undefined) return asked.body === '' ? [] : [`${name}: takes no such body`];
    if (validate === null) return [];
    if (validate(bodyOf(asked))) return [];
    return (validate.errors ?? []).map((error) => `${name}: ${error.instancePath || 'body'} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
  }

  private operationOf({ method, path: asked }: Asked): { key: string; operation: Json } | undefined {
    const paths = this.document['paths'] as Record<string, Json>;
    const parts = asked.split('/');
    const fits = (template: string) => {
      const wanted = template.split('/');
      return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('{') || part === parts[i]);
    };
    const template = Object.keys(paths).filter(fits).toSorted((a, b) => a.split('{').length - b.split('{').length)[0];
    const operation = template && (paths[template]![method.toLowerCase()] as Json | undefined);
    return operation ? { key: `${method} ${template}`, operation } : undefined;
  }

  /** null: any body is fine; undefined: none is. */
  private validatorOf({ key, operation }: { key: string; operation: Json }, contentType: string): ValidateFunction | null | undefined {
    const body = this.resolved(operation['requestBody'] as Json | undefined);
    if (!body) return undefined;
    const content = (body['content'] as Record<string, Json>)[contentType.split(';')[0]!.trim()];
    if (!content) return undefined;
    const cached = this.compiled.get(key);
    if (cached !== undefined) return cached;
    const made = content['schema'] ? this.ajv.compile(pointedAt(content['schema']) as object) : null;
    this.compiled.set(key, made);
    return made;
  }

  private resolved(value: Json | undefined): Json | undefined {
    const ref = value?.['$ref'];
    if (typeof ref !== 'string') return value;
    return ref.slice(ref.indexOf('#/') + 2).split('/').reduce<Json>((at, part) => at[part] as Json, this.document);
  }
}

export function contractFile(name: string): Json {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Json;
}

export function contractText(name: string): string {
  return readFileSync(path.join(FOLDER, name), 'utf8');
}

/** OpenAPI 3.0 says `nullable` where JSON Schema wants a type of its own. */
function restated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restated);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, discriminator: _, example: __, examples: ___, ...rest } = value as Json;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, restated(each)]));
  if (typeof inner['exclusiveMinimum'] === 'boolean') delete inner['exclusiveMinimum'];
  if (typeof inner['exclusiveMaximum'] === 'boolean') delete inner['exclusiveMaximum'];
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : pointedAt(inner, 'shallow');
}

/** References within the description, seen from outside of it. */
function pointedAt(value: unknown, depth: 'deep' | 'shallow' = 'deep'): unknown {
  if (Array.isArray(value)) return depth === 'deep' ? value.map((each) => pointedAt(each)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as Json).map(([key, each]) => {
    if (key === '$ref' && typeof each === 'string' && each.startsWith('#/')) return [key, `vendor${each}`];
    return [key, depth === 'deep' ? pointedAt(each) : each];
  }));
}

function bodyOf({ headers, body }: Asked): unknown {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return fromForm(body);
  if (headers['content-type']?.startsWith('multipart/form-data')) return Object.fromEntries([...body.matchAll(/name="([^"]+)"[^]*?\r\n\r\n([^]*?)\r\n--/g)].map(([, name, value]) => [name, value]));
  return body === '' ? {} : JSON.parse(body);
}

/** `a[b][0]=c` as the object it stands for. */
export function fromForm(body: string): Json {
  const root: Json = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const parts = name.split(/\[|\]\[|\]/).filter((part, i) => part !== '' || i === 0);
    let at: Json = root;
    for (const part of parts.slice(0, -1)) at = (at[part] ??= {}) as Json;
    at[parts.at(-1)!] = value;
  }
  return listed(root) as Json;
}

function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json).map(([key, each]) => [key, listed(each)] as const);
  return entries.length > 0 && entries.every(([key], i) => key === String(i)) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** Some paths of a description that is too large to read whole: these, without what they refer to. */
export function pathsOf(yamlText: string, wanted: readonly string[]): Json {
  const paths = yamlText.slice(yamlText.search(/^paths:$/m)).split(/^(?= {2}\S)/m).filter((block) => wanted.some((each) => block.startsWith(`  ${each}:`) || block.startsWith(`  '${each}':`)));
  return { paths: Object.assign({}, ...paths.map((block) => parse(block.split(/^\S/m)[0]!) as Json)) as Json };
}
