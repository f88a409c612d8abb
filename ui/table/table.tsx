import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { Button } from '../button.tsx';
import { cx } from '../cx.ts';
import { NothingMatches } from '../empty.tsx';
import { SearchInput } from '../input.tsx';
import type { Shown } from './columns.tsx';
import { Filters } from './filters.tsx';
import { Pagination } from './pagination.tsx';
import { isNarrowed, type Listing } from './question.ts';
import { Rows } from './rows.tsx';
import { useTableKeys } from './table-keys.ts';
import { useListing, type ListingChanges } from './use-listing.ts';
import { useSelection, type Selection } from './use-selection.ts';

interface Props<Row> {
  /** What is listed, for screen readers: "Orders". */
  label: string;
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  /** Shown when there is nothing at all yet. */
  empty: ReactNode;
  /** Buttons for chosen rows; without it rows cannot be chosen. */
  bulk?(ids: readonly string[], clear: () => void): ReactNode;
  /** At the end of the toolbar. */
  tools?: ReactNode;
}

/** A list view on the page: search, filters, order, pages, selection and keyboard from one description of its columns. */
export function Table<Row extends { id: string }>({ label, listing, columns, empty, bulk, tools }: Props<Row>) {
  const root = useRef<HTMLElement>(null);
  const changes = useListing(listing);
  const selection = useSelection(listing.data.map((row) => row.id));
  const loading = useNavigation().state === 'loading';
  useTableKeys(root);
  const visible = columns.filter((column) => column.only !== 'filter');
  const narrowed = isNarrowed(listing.question);
  if (listing.data.length === 0 && !narrowed && !listing.question.cursor) return <div className="rounded-card border border-line bg-surface">{empty}</div>;
  return (
    <section ref={root} aria-label={label} className="flex flex-col gap-3">
      <Toolbar listing={listing} columns={columns} changes={changes} tools={tools} narrowed={narrowed} />
      <div aria-busy={loading} className={cx('rounded-card border border-line bg-surface shadow-card transition-opacity', loading && 'opacity-60')}>
        {listing.data.length === 0 ? <NothingMatches onClear={changes.clear} /> : <Rows label={label} listing={listing} columns={visible} changes={changes} selection={bulk ? selection : undefined} />}
      </div>
      <Pagination listing={listing} changes={changes} />
      {bulk && selection.ids.size > 0 && <BulkBar selection={selection}>{bulk([...selection.ids], selection.clear)}</BulkBar>}
    </section>
  );
}

interface ToolbarProps<Row> {
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  changes: ListingChanges;
  tools: ReactNode;
  narrowed: boolean;
}

function Toolbar<Row>({ listing, columns, changes, tools, narrowed }: ToolbarProps<Row>) {
  const searched = Object.values(listing.columns).filter((column) => column.search);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {searched.length > 0 && <Search asked={listing.question.q ?? ''} onSearch={changes.search} />}
      <Filters listing={listing} shown={columns} changes={changes} />
      {narrowed && <Button kind="quiet" size="small" onClick={changes.clear}>Clear all</Button>}
      {tools && <div className="ml-auto flex items-center gap-2">{tools}</div>}
    </div>
  );
}

function Search({ asked, onSearch }: { asked: string; onSearch(q: string): void }) {
  const [text, setText] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  // Back and "clear" change the address from outside; a person who is typing is not interrupted.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(asked);
  }, [asked]);
  const change = (q: string) => {
    setText(q);
    onSearch(q);
  };
  return <SearchInput ref={field} aria-label="Search" aria-keyshortcuts="/" placeholder="Search" value={text} onChange={(event) => change(event.target.value)} className="w-full sm:w-64" />;
}

function BulkBar({ selection, children }: { selection: Selection; children: ReactNode }) {
  return (
    <div role="region" aria-label="Chosen rows" className="fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100vw-24px)] animate-rise flex-wrap items-center gap-2 rounded-xl border border-line bg-raised py-2 pr-2 pl-4 shadow-pop sm:bottom-5">
      <p role="status" className="figures mr-2 font-medium">{selection.ids.size} on this page</p>
      {children}
      <Button size="small" kind="quiet" onClick={selection.clear}>Clear</Button>
    </div>
  );
}
