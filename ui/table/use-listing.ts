import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { filterKey, pageKeys, type Listing } from './question.ts';

const backToStart = { cursor: null, page: null };

/** Changes a table's address: every change asks the server again and goes into the browser's history. */
export function useListing(listing: Listing<unknown>) {
  const keys = useMemo(() => {
    const filterable = Object.keys(listing.columns).filter((key) => listing.columns[key]!.filter);
    return { ...pageKeys, ...Object.fromEntries(filterable.map((key) => [filterKey(key), parseAsString])) };
  }, [listing.columns]);
  const [, change] = useQueryStates(keys, { shallow: false, history: 'push', scroll: false });
  const write = change as (next: Record<string, unknown>, options?: object) => Promise<unknown>;
  return {
    search: (q: string) => void write({ q: q || null, ...backToStart }, { history: 'replace', limitUrlUpdates: debounce(150) }),
    sortBy: (sort: string | null) => void write({ sort, ...backToStart }),
    filterBy: (column: string, value: string | null) => void write({ [filterKey(column)]: value || null, ...backToStart }),
    resize: (limit: number) => void write({ limit, ...backToStart }),
    clear: () => void write(Object.fromEntries(Object.keys(keys).filter((key) => key !== 'sort' && key !== 'limit').map((key) => [key, null]))),
  };
}

export type ListingChanges = ReturnType<typeof useListing>;
