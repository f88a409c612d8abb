import { ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigation, useRevalidator } from 'react-router';
import { Button } from '../button.tsx';
import { cx } from '../cx.ts';
import { NothingMatches } from '../empty.tsx';
import { SearchInput } from '../input.tsx';
import { useSlowLoading } from '../use-slow-loading.ts';
import type { LiveTopic } from '../live.tsx';
import { BulkBar, type BulkAction } from './bulk-bar.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import type { Shown } from './columns.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { arranged, useLayout, type LayoutControl } from './layout.ts';
import { Pagination } from './pagination.tsx';
import { isNarrowed, type Listing } from './question.ts';
import { Rows } from './rows.tsx';
import { useTableKeys } from './table-keys.ts';
import { useListing, type ListingChanges } from './use-listing.ts';
import { useLiveRows } from './use-live-rows.ts';
import { useSelection } from './use-selection.ts';
import { ViewsBar } from './views-bar.tsx';

interface Props<Row> {
  /** What is listed, for screen readers: "Orders". */
  label: string;
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  /** Shown when there is nothing at all yet. */
  empty: ReactNode;
  /** What can be done to many rows; those the reader may not do are left out. Name them to the loader too. */
  bulk?: readonly BulkAction[];
  /** Where changes of these rows are told: they are shown as they happen, each in its place. */
  live?: readonly LiveTopic[];
  /** At the end of the toolbar. */
  tools?: ReactNode;
}

const nowhere: readonly LiveTopic[] = [];

/** A list view on the page: views, search, filters, order, columns, pages, selection, bulk changes, export and keyboard from one description of its columns. */
export function Table<Row extends { id: string }>({ label, listing: loaded, columns, empty, bulk = [], live = nowhere, tools }: Props<Row>) {
  const root = useRef<HTMLElement>(null);
  const { listing, fresh } = useLiveRows(loaded, live);
  const changes = useListing(listing);
  const look = useLayout(listing);
  const [runId, setRunId] = useState<string | null>(null);
  const actions = bulk.filter((action) => listing.may['bulk.start'] && listing.may[action.operation]);
  const selection = useSelection(listing.data.map((row) => row.id), JSON.stringify([listing.view, listing.question]));
  const loading = useNavigation().state === 'loading';
  const slow = useSlowLoading();
  useTableKeys(root, actions.length > 0 ? selection : undefined);
  const { columns: facts } = listing;
  const { layout } = look;
  const visible = useMemo(() => arranged(columns, facts, layout), [columns, facts, layout]);
  const narrowed = isNarrowed(listing.question);
  if (listing.data.length === 0 && !narrowed && !listing.question.cursor && !runId) return <div className="rounded-card border border-line bg-surface">{empty}</div>;
  return (
    <section ref={root} aria-label={label} className="flex flex-col gap-3">
      {runId && <BulkProgress runId={runId} onClose={() => setRunId(null)} />}
      <ViewsBar listing={listing} changes={changes} look={look} />
      <Toolbar listing={listing} columns={columns} changes={changes} tools={tools} narrowed={narrowed} look={look} keys={visible.map((column) => column.key)} />
      <div aria-busy={loading} className={cx('relative rounded-card border border-line bg-surface shadow-card', slow && 'opacity-60')}>
        <FreshRows count={fresh} />
        {listing.data.length === 0 ? <NothingMatches onClear={changes.clear} /> : <Rows label={label} listing={listing} columns={visible} changes={changes} selection={actions.length > 0 ? selection : undefined} layout={layout} />}
      </div>
      <Pagination listing={listing} changes={changes} />
      {actions.length > 0 && selection.ids.size > 0 && <BulkBar label={label} listing={listing} selection={selection} actions={actions} onStarted={setRunId} />}
    </section>
  );
}

interface ToolbarProps<Row> {
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  changes: ListingChanges;
  tools: ReactNode;
  narrowed: boolean;
  look: LayoutControl;
  keys: readonly string[];
}

function Toolbar<Row>({ listing, columns, changes, tools, narrowed, look, keys }: ToolbarProps<Row>) {
  const searched = Object.values(listing.columns).filter((column) => column.search);
  return (
    <div className="flex items-start gap-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {searched.length > 0 && <Search asked={listing.question.q ?? ''} onSearch={changes.search} />}
        <Filters listing={listing} shown={columns} changes={changes} />
        {narrowed && <Button kind="quiet" size="small" onClick={changes.clear}>Clear all</Button>}
      </div>
      <div className="flex h-10 shrink-0 items-center gap-1 sm:h-9">
        {tools}
        <ColumnsMenu listing={listing} columns={columns} look={look} />
        <ExportMenu listing={listing} keys={keys} />
      </div>
    </div>
  );
}

/** "3 new": what came since the page was loaded, shown when somebody asks for it. */
function FreshRows({ count }: { count: number }) {
  const { revalidate } = useRevalidator();
  if (count === 0) return <p role="status" className="sr-only" />;
  return (
    <p role="status" className="absolute inset-x-0 -top-4 z-10 flex justify-center">
      <button type="button" onClick={() => void revalidate()} className="figures inline-flex h-8 animate-rise items-center gap-1.5 rounded-full bg-accent px-3.5 text-[13px] font-medium text-accent-ink shadow-pop hover:bg-accent-hover">
        <ArrowUp aria-hidden className="size-3.5" />
        {count} new
      </button>
    </p>
  );
}

function Search({ asked, onSearch }: { asked: string; onSearch(q: string): void }) {
  const [text, setText] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  // Back and "clear" change the address from outside; a person who is typing is not interrupted.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(asked);
  }, [asked]);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  // The table hears of it when the typing pauses: a key is answered by this field alone.
  const change = (q: string) => {
    setText(q);
    clearTimeout(later.current);
    later.current = setTimeout(() => onSearch(q), 150);
  };
  return <SearchInput ref={field} aria-label="Search" aria-keyshortcuts="/" placeholder="Search" value={text} onChange={(event) => change(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()} className="w-full sm:w-64" />;
}
