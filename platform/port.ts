import { notFound } from './refusal.ts';

/** What a module needs from outside: an interface it owns, and the vendors that implement it by id. */
export interface Port<T> {
  readonly kind: 'port';
  readonly name: string;
  readonly says: string;
  provide(id: string, implementation: T): void;
  /** The implementation of that id, or a `not_found` refusal. */
  get(id: string): T;
  all(): ReadonlyMap<string, T>;
}

export function port<T>(definition: { name: string; says: string }): Port<T> {
  const providers = new Map<string, T>();
  return {
    kind: 'port',
    ...definition,
    provide: (id, implementation) => void providers.set(id, implementation),
    get(id) {
      const found = providers.get(id);
      if (!found) throw notFound(`${definition.says} "${id}"`);
      return found;
    },
    all: () => providers,
  };
}
