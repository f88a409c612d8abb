import { useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  /** Shift takes everything between the last box and this one along. */
  toggle(id: string, range: 'one' | 'range'): void;
  togglePage(): void;
  clear(): void;
  page: 'all' | 'some' | 'none';
}

/** Which rows of this page are chosen. */
export function useSelection(pageIds: readonly string[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const here = pageIds.filter((id) => ids.has(id));
  return {
    ids: new Set(here),
    page: here.length === 0 ? 'none' : here.length === pageIds.length ? 'all' : 'some',
    toggle(id, range) {
      const changed = range === 'range' ? between(pageIds, last ?? id, id) : [id];
      setIds(ids.has(id) ? new Set([...ids].filter((each) => !changed.includes(each))) : new Set([...ids, ...changed]));
      setLast(id);
    },
    togglePage: () => setIds(here.length === pageIds.length ? new Set() : new Set(pageIds)),
    clear: () => setIds(new Set()),
  };
}

function between(ids: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].toSorted((x, y) => x - y) as [number, number];
  return ids.slice(from, to + 1);
}
