import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link as RouterLink, useLocation } from 'react-router';
import { buttonClass } from '../button.tsx';
import { Select } from '../select.tsx';
import { pageSizes, type Listing } from './question.ts';
import type { ListingChanges } from './use-listing.ts';

interface Trail {
  trail?: (string | null)[];
}

/** Where in the list we are, and the ways on. The way back is remembered by the browser's history entry. */
export function Pagination({ listing, changes }: { listing: Listing<unknown>; changes: ListingChanges }) {
  const location = useLocation();
  const trail = (location.state as Trail | null)?.trail ?? [];
  const search = new URLSearchParams(location.search);
  const cursor = search.get('cursor');
  const page = Math.max(1, Number(search.get('page')) || 1);
  const limit = listing.question.limit ?? 50;
  const first = (page - 1) * limit + 1;
  const known = !cursor || search.has('page');
  const to = (next: string | null, number: number) => ({ search: withPage(search, next, number) });
  return (
    <nav aria-label="Pages of the list" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-[13px] text-ink-2">
      <p role="status" className="figures">
        {known && listing.data.length > 0 ? `${write(first)}–${write(first + listing.data.length - 1)} of ` : ''}
        {write(listing.total)}
      </p>
      <div className="flex items-center gap-2">
        {listing.total > pageSizes[0]! && <Select aria-label="Rows per page" value={String(limit)} onChange={(event) => changes.resize(Number(event.target.value))} options={pageSizes.map((size) => ({ value: String(size), label: `${size} rows` }))} className="w-28" />}
        {cursor && <RouterLink preventScrollReset to={to(trail.at(-1) ?? null, Math.max(1, trail.length ? page - 1 : 1))} state={{ trail: trail.slice(0, -1) }} className={buttonClass({ size: 'small' })}><ChevronLeft aria-hidden className="size-4" />{trail.length ? 'Previous' : 'First page'}</RouterLink>}
        {listing.nextCursor && <RouterLink preventScrollReset to={to(listing.nextCursor, page + 1)} state={{ trail: [...trail, cursor] }} className={buttonClass({ size: 'small' })}>Next<ChevronRight aria-hidden className="size-4" /></RouterLink>}
      </div>
    </nav>
  );
}

function write(n: number): string {
  return n.toLocaleString('en-AU');
}

function withPage(search: URLSearchParams, cursor: string | null, page: number): string {
  const next = new URLSearchParams(search);
  next.delete('cursor');
  next.delete('page');
  if (cursor) next.set('cursor', cursor);
  if (cursor && page > 1) next.set('page', String(page));
  return `?${next}`;
}
