import type { Route } from '#platform/operations/route.ts';
import type { View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';

type Json = Record<string, unknown>;

interface RecordField {
  view: string;
  says: string;
  /** The column of that list that holds the id. */
  value: string;
}

/** The list that holds the record a verb acts on: `/orders/:id/notes` acts on an order. */
export function recordOf(route: Route): View | undefined {
  const [, list] = /^(\/[^:]+)\/:id(?:\/|$)/.exec(route.path) ?? [];
  return list ? listAt(list) : undefined;
}

/** Which fields of an input are ids that can be looked up, by field name. */
export function recordFields(route: Route, schema: Json): Record<string, RecordField> {
  const found: Record<string, RecordField> = {};
  for (const name of idNames(schema, 0)) {
    const field = fieldFor(name, route);
    if (field) found[name] = field;
  }
  return found;
}

function fieldFor(name: string, route: Route): RecordField | undefined {
  const list = name === 'id' ? recordOf(route) : listAt(`/${plural(name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))}`);
  if (list) return { view: list.name, says: list.says, value: 'id' };
  const holder = registry.views().find((view) => view.on === 'admin' && view.opens && view.columns?.[name]);
  return holder && name === 'variantId' ? { view: holder.name, says: holder.says, value: name } : undefined;
}

function listAt(path: string): View | undefined {
  return registry.views().find((view) => view.on === 'admin' && view.route.path === path && view.route.method === 'GET' && view.input.safeParse({}).success);
}

function plural(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function idNames(schema: Json, depth: number): string[] {
  if (depth > 6) return [];
  const properties = Object.entries((schema.properties as Record<string, Json> | undefined) ?? {});
  const inside = [...properties.map(([, part]) => part), ...[schema.items, ...((schema.anyOf as unknown[]) ?? [])].filter(Boolean)] as Json[];
  return [...properties.map(([name]) => name).filter((name) => /^id$|Ids?$/.test(name)), ...inside.flatMap((part) => idNames(part, depth + 1))];
}
