import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { askApi } from '../ask-api.ts';
import { useLiveEvents, useWorkspaceId, type LiveTopic } from '../live.tsx';
import { parametersOf } from './parameters-of.ts';
import type { Listing } from './question.ts';

interface Seen<Row> {
  /** The page these rows were loaded with; another page starts anew. */
  of: Listing<Row>;
  data: Row[];
  total: number;
  fresh: number;
}

export interface LiveRows<Row> {
  listing: Listing<Row>;
  /** Rows that would stand on this page now and do not yet. */
  fresh: number;
}

/** Rows as they are now, each in its place: nothing moves while somebody reads; what is new waits to be asked for. */
export function useLiveRows<Row extends { id: string }>(listing: Listing<Row>, topics: readonly LiveTopic[]): LiveRows<Row> {
  const workspaceId = useWorkspaceId();
  const [seen, see] = useState<Seen<Row> | null>(null);
  const now = seen?.of === listing ? seen : { of: listing, data: listing.data, total: listing.total, fresh: 0 };
  const { revalidate } = useRevalidator();
  // An empty table has nobody reading in it: what comes is shown at once.
  const empty = listing.data.length === 0;
  useLiveEvents(topics, () => void (empty ? revalidate() : lookAgain(workspaceId, listing).then((next) => next && see(next))), empty ? undefined : listing);
  return { listing: { ...listing, data: now.data, total: now.total }, fresh: now.fresh };
}

type Page<Row> = Pick<Listing<Row>, 'data' | 'total'>;

async function lookAgain<Row extends { id: string }>(workspaceId: string, listing: Listing<Row>): Promise<Seen<Row> | undefined> {
  const ids = listing.data.map((row) => row.id);
  const [page, held] = await Promise.all([
    askApi<Page<Row>>(`${listing.path}?${parametersOf(listing.question, listing)}`, workspaceId),
    ids.length > 0 ? askApi<Page<Row>>(`${listing.path}?ids=${ids.join(',')}&limit=250`, workspaceId) : undefined,
  ]);
  if (!page) return undefined;
  const current = new Map(held?.data.map((row) => [row.id, row]));
  return { of: listing, data: listing.data.map((row) => current.get(row.id) ?? row), total: page.total, fresh: newRows(ids, page.data.map((row) => row.id)) };
}

/** Rows of the page as it is now that are not shown, leaving out those that only moved up behind the last one shown. */
export function newRows(shown: readonly string[], current: readonly string[]): number {
  const known = new Set(shown);
  const last = current.findLastIndex((id) => known.has(id));
  const ahead = last === -1 ? current : current.slice(0, last);
  return ahead.filter((id) => !known.has(id)).length;
}
