import { useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  /** Not only this page: every row that matches. */
  everything: boolean;
  /** Shift takes everything between the last box and this one along. */
  toggle(id: string, range: 'one' | 'range'): void;
  togglePage(): void;
  takeEverything(): void;
  clear(): void;
  page: 'all' | 'some' | 'none';
}

interface Chosen {
  /** The question these rows were chosen under; under another one nothing is chosen. */
  of: string;
  ids: ReadonlySet<string>;
  everything: boolean;
  last: string | null;
}

const nothing: Omit<Chosen, 'of'> = { ids: new Set(), everything: false, last: null };

/** Which rows of this page are chosen, or that all matching ones are. `of` names the question; another question starts anew. */
export function useSelection(pageIds: readonly string[], of: string): Selection {
  const [kept, keep] = useState<Chosen>({ of, ...nothing });
  const chosen = kept.of === of ? kept : { of, ...nothing };
  const here = chosen.everything ? pageIds : pageIds.filter((id) => chosen.ids.has(id));
  const take = (ids: Iterable<string>, last: string | null = chosen.last) => keep({ of, ids: new Set(ids), everything: false, last });
  return {
    ids: new Set(here),
    everything: chosen.everything,
    page: here.length === 0 ? 'none' : here.length === pageIds.length ? 'all' : 'some',
    toggle(id, range) {
      const changed = range === 'range' ? between(pageIds, chosen.last ?? id, id) : [id];
      const off = range === 'one' && here.includes(id);
      take(off ? here.filter((each) => each !== id) : [...here, ...changed], id);
    },
    togglePage: () => take(here.length === pageIds.length ? [] : pageIds),
    takeEverything: () => keep({ of, ids: new Set(pageIds), everything: true, last: null }),
    clear: () => take([], null),
  };
}

function between(ids: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].toSorted((x, y) => x - y) as [number, number];
  return ids.slice(Math.max(0, from), to + 1);
}
