import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { addressSchema, EVERYTHING, filterKey, type Listing } from './question.ts';

const backToStart = { cursor: null, page: null };

/** Changes a table's address: every change asks the server again and goes into the browser's history. */
export function useListing({ columns, views, base }: Listing<unknown>) {
  const keys = useMemo(() => addressSchema(columns), [columns]);
  const [, change] = useQueryStates(keys, { shallow: false, history: 'push', scroll: false });
  const write = (next: Record<string, unknown>, options?: object) => void (change as (next: Record<string, unknown>, options?: object) => Promise<unknown>)({ view: views.open ?? (views.standard ? EVERYTHING : null), ...backToStart, ...next }, options);
  const nothing = Object.fromEntries(Object.keys(keys).filter((key) => key !== 'limit').map((key) => [key, null]));
  return {
    search: (q: string) => write({ q: over(q, base.q) }, { history: 'replace' }),
    sortBy: (sort: string | null) => write({ sort: over(sort, base.sort) }),
    filterBy: (column: string, value: string | null) => write({ [filterKey(column)]: over(value, base.filter[column]) }),
    resize: (limit: number) => write({ limit }),
    /** Shows everything of the list again. */
    clear: () => write({ ...nothing, view: views.standard ? EVERYTHING : null }),
    /** Shows a view as it is kept; null shows everything. */
    open: (view: string | null) => write({ ...nothing, view: view ?? (views.standard ? EVERYTHING : null) }),
  };
}

// What the view says already need not stand in the address; what it says too much is taken away by an empty word.
function over(value: string | null, kept: string | undefined): string | null {
  if ((value ?? '') === (kept ?? '')) return null;
  return value || (kept ? '' : null);
}

export type ListingChanges = ReturnType<typeof useListing>;
