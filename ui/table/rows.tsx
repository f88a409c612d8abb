import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { Tick } from '../choice.tsx';
import { cx } from '../cx.ts';
import { alignsRight, standardCell, type Shown } from './columns.tsx';
import type { ColumnFacts, Layout, Listing } from './question.ts';
import { rowClick, rowKey } from './table-keys.ts';
import type { ListingChanges } from './use-listing.ts';
import type { Selection } from './use-selection.ts';

interface Props<Row> {
  label: string;
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  changes: ListingChanges;
  selection: Selection | undefined;
  layout: Layout;
}

/** Plain cells and one handler for the whole table: many rows stay quick. On a phone each row becomes a card. */
export function Rows<Row extends { id: string }>(props: Props<Row>) {
  const { label, listing, columns, selection, layout } = props;
  const click = (event: MouseEvent<HTMLElement>) => {
    const chosen = (event.target as HTMLElement).closest<HTMLElement>('input[data-chooses]')?.dataset.chooses;
    if (chosen) selection?.toggle(chosen, event.shiftKey ? 'range' : 'one');
    else rowClick(event);
  };
  return (
    <div className="overflow-x-auto rounded-[inherit]" tabIndex={-1}>
      {/* The rows are reached by their links and by j and k; the handlers only shorten the way. */}
      <table onClick={click} onKeyDown={rowKey} className="w-full border-separate border-spacing-0 max-sm:block">
        <caption className="sr-only">{label}</caption>
        <Head {...props} />
        <tbody className="max-sm:block">
          {listing.data.map((row) => <OneRow key={row.id} row={row} columns={columns} facts={listing.columns} layout={layout} chosen={selection?.ids.has(row.id)} />)}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps<Row> {
  row: Row;
  columns: readonly Shown<Row>[];
  facts: Record<string, ColumnFacts>;
  layout: Layout;
  /** Undefined where rows cannot be chosen. */
  chosen: boolean | undefined;
}

/** Drawn again only when something of it changed: a key in the search field must not wait for a hundred rows. */
const OneRow = memo(function OneRow<Row extends { id: string }>({ row, columns, facts, layout, chosen }: RowProps<Row>) {
  return (
    <tr data-row={row.id} tabIndex={-1} className={rowClass(columns, chosen)}>
      {chosen !== undefined && <Choose id={row.id} chosen={chosen} name={nameOf(row, columns)} />}
      {columns.map((column) => <Cell key={column.key} row={row} column={column} facts={facts[column.key]} layout={layout} />)}
    </tr>
  );
}) as <Row extends { id: string }>(props: RowProps<Row>) => ReactNode;

function rowClass<Row>(columns: readonly Shown<Row>[], chosen: boolean | undefined): string {
  return cx(
    'group -outline-offset-2 focus-visible:outline-2 sm:[&:not(:last-child)>td]:border-b sm:[&>td]:border-line',
    'max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1 max-sm:border-line max-sm:px-4 max-sm:py-3 max-sm:before:order-[-1] max-sm:before:basis-full max-sm:[&:not(:last-child)]:border-b',
    columns.some((column) => column.opens) && 'cursor-pointer hover:bg-hover',
    chosen && 'bg-accent-soft hover:bg-accent-soft',
  );
}

function nameOf<Row>(row: Row, columns: readonly Shown<Row>[]): string {
  const key = columns.find((column) => column.opens)?.key ?? columns[0]!.key;
  return String((row as Record<string, unknown>)[key] ?? 'this row');
}

function Head<Row>({ listing, columns, changes, selection }: Props<Row>) {
  return (
    <thead className="max-sm:sr-only">
      <tr className="[&>th]:border-b [&>th]:border-line">
        {selection && (
          <th scope="col" className="w-10 py-2 pr-0 pl-4 text-left sm:pl-5">
            <Tick aria-label="Choose every row on this page" checked={selection.page === 'all'} ref={(box) => { if (box) box.indeterminate = selection.page === 'some'; }} onChange={selection.togglePage} className="block" />
          </th>
        )}
        {columns.map((column) => <Heading key={column.key} column={column} facts={listing.columns[column.key]} sort={listing.question.sort} onSort={changes.sortBy} />)}
      </tr>
    </thead>
  );
}

const edges = 'px-3 first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5';

/** A width somebody chose holds for heading and cells; what does not fit is cut off. */
function widthOf(layout: Layout, key: string): { style?: CSSProperties } {
  const width = layout.widths?.[key];
  return width ? { style: { width, minWidth: width, maxWidth: width, overflow: 'hidden', textOverflow: 'ellipsis' } } : {};
}

interface HeadingProps<Row> {
  column: Shown<Row>;
  facts: ColumnFacts | undefined;
  sort: string | undefined;
  onSort(sort: string | null): void;
}

function Heading<Row>({ column, facts, sort, onSort }: HeadingProps<Row>) {
  const text = column.header ?? facts?.says ?? '';
  const way = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const right = alignsRight(column, facts);
  const look = cx('h-10 py-0 text-[13px] font-medium whitespace-nowrap text-ink-2', edges, right ? 'text-right' : 'text-left', column.className);
  if (!facts?.sort) return <th scope="col" className={look}>{text}</th>;
  const next = way === undefined ? (facts.type === 'text' ? column.key : `-${column.key}`) : way === 'descending' && facts.type !== 'text' ? column.key : way === 'ascending' && facts.type === 'text' ? `-${column.key}` : null;
  return (
    <th scope="col" aria-sort={way} className={look}>
      <button type="button" onClick={() => onSort(next)} className={cx('-mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-ink', way && 'text-ink', right && 'flex-row-reverse')}>
        {text}
        <SortMark way={way} />
      </button>
    </th>
  );
}

function SortMark({ way }: { way: 'ascending' | 'descending' | undefined }) {
  if (way === 'ascending') return <ArrowUp aria-hidden className="size-3.5" />;
  if (way === 'descending') return <ArrowDown aria-hidden className="size-3.5" />;
  return <ChevronsUpDown aria-hidden className="size-3.5 opacity-40" />;
}

const onCard = {
  title: 'max-sm:order-[-3] max-sm:min-w-0 max-sm:flex-1 max-sm:font-medium',
  aside: 'max-sm:order-[-2] max-sm:text-right',
  line: 'max-sm:has-[[data-nothing]]:hidden max-sm:flex max-sm:basis-full max-sm:items-center max-sm:gap-2 max-sm:text-left! max-sm:text-[13px] max-sm:text-ink-2',
  bare: 'max-sm:has-[[data-nothing]]:hidden max-sm:basis-full max-sm:text-left! max-sm:text-[13px] max-sm:text-ink-2',
  tag: 'max-sm:has-[button]:ml-auto max-sm:text-[13px] max-sm:text-ink-2 max-sm:has-[[data-nothing]]:hidden',
  none: 'max-sm:hidden',
};

function Cell<Row>({ row, column, facts, layout }: { row: Row; column: Shown<Row>; facts: ColumnFacts | undefined; layout: Layout }) {
  const place = column.card ?? (column.opens ? 'title' : 'line');
  const content: ReactNode = standardCell(row, column, facts);
  return (
    <td {...widthOf(layout, column.key)} className={cx(layout.density === 'compact' ? 'h-9 py-1' : 'h-12 py-2', 'align-middle max-sm:block max-sm:h-auto max-sm:w-auto! max-sm:max-w-full! max-sm:min-w-0! max-sm:p-0!', edges, alignsRight(column, facts) && 'text-right', onCard[place], column.className)}>
      {place === 'line' && <span aria-hidden className="hidden shrink-0 text-ink-3 max-sm:inline">{column.header ?? facts?.says}</span>}
      {content}
    </td>
  );
}

function Choose({ id, chosen, name }: { id: string; chosen: boolean; name: string }) {
  return (
    <td className="w-10 pr-0 pl-4 max-sm:hidden sm:pl-5">
      <Tick aria-label={`Choose ${name}`} data-chooses={id} checked={chosen} readOnly className="block" />
    </td>
  );
}
