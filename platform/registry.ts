import type { Event } from './events/event.ts';
import type { Reaction, Schedule } from './events/reaction.ts';
import type { Module } from './module.ts';
import type { AccountOperation } from './operations/account-operation.ts';
import type { SuperOperation, SuperView } from './operations/super-operation.ts';
import type { Operation } from './operations/operation.ts';
import type { View } from './operations/view.ts';
import type { Notice } from './notices/notice.ts';
import { notFound } from './refusal.ts';

let modules: readonly Module[] = [];
let operationsByName = new Map<string, Operation>();
let viewsByName = new Map<string, View>();

/** Everything the program can do, by name. Filled once at start from `modules/modules.ts`; anybody may walk it. */
export const registry = {
  load(list: readonly Module[]): void {
    modules = list;
    operationsByName = byName(list.flatMap((m) => m.operations));
    viewsByName = byName(list.flatMap((m) => m.views));
    byName(list.flatMap((m) => m.events));
    byName(list.flatMap((m) => m.reactions));
    byName(list.flatMap((m) => m.notices));
  },
  modules: (): readonly Module[] => modules,
  operations: (): Operation[] => [...operationsByName.values()],
  views: (): View[] => [...viewsByName.values()],
  accountOperations: (): AccountOperation[] => modules.flatMap((m) => m.accountOperations),
  superOperations: (): SuperOperation[] => modules.flatMap((m) => m.superOperations),
  superViews: (): SuperView[] => modules.flatMap((m) => m.superViews),
  events: (): Event<unknown>[] => modules.flatMap((m) => m.events),
  reactions: (): Reaction[] => modules.flatMap((m) => m.reactions),
  notices: (): Notice[] => modules.flatMap((m) => m.notices),
  schedules: (): Schedule[] => modules.flatMap((m) => m.schedules),
  capabilities: (): Record<string, string> => Object.assign({}, ...modules.map((m) => m.capabilities)),
  /** The operation of that name, or a `not_found` refusal. */
  operation(name: string): Operation {
    const found = operationsByName.get(name);
    if (!found) throw notFound(`The operation "${name}"`);
    return found;
  },
  /** The view of that name, or a `not_found` refusal. */
  view(name: string): View {
    const found = viewsByName.get(name);
    if (!found) throw notFound(`The view "${name}"`);
    return found;
  },
};

function byName<T extends { name: string }>(list: T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const item of list) {
    if (found.has(item.name)) throw new Error(`two declarations are named "${item.name}"`);
    found.set(item.name, item);
  }
  return found;
}
