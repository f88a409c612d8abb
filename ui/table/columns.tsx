import type { ReactNode } from 'react';
import { inWords, StatusBadge } from '../badge.tsx';
import { DateTime } from '../date-time.tsx';
import { Money, type MoneyValue } from '../money.tsx';
import type { ColumnFacts } from './question.ts';

/** How a page shows one column of a list view. Heading, filter and sort come from the view itself. */
export interface Shown<Row> {
  key: string;
  /** Instead of the view's own heading. */
  header?: string;
  cell?(row: Row): ReactNode;
  /** The cell holds the link that opens the row. */
  opens?: true;
  /** Not a column of its own: only filtered by. */
  only?: 'filter';
  /** Words for stored values, in filters and cells. */
  labels?: Record<string, string>;
  /** Where it goes on a phone's card: heading, top right, a labelled line (default), a line without label, beside others, or nowhere. */
  card?: 'title' | 'aside' | 'line' | 'bare' | 'tag' | 'none';
  /** Tailwind width or other class for the cell. */
  className?: string;
}

const numeric = new Set<ColumnFacts['type']>(['number', 'money']);

/** Amounts stand right-aligned below each other; a number that names the row does not. */
export function alignsRight(shown: { opens?: true }, facts: ColumnFacts | undefined): boolean {
  return !shown.opens && facts !== undefined && numeric.has(facts.type);
}

/** The cell a column has unless its page says otherwise. */
export function standardCell<Row>(row: Row, shown: Shown<Row>, facts: ColumnFacts | undefined): ReactNode {
  if (shown.cell) return shown.cell(row);
  const value = (row as Record<string, unknown>)[shown.key];
  if (value === null || value === undefined || value === '') return <Nothing />;
  if (facts?.type === 'money') return <Money value={value as MoneyValue} />;
  if (facts?.type === 'date') return <DateTime at={value as string} />;
  if (facts?.type === 'boolean') return value ? 'Yes' : 'No';
  if (facts?.type === 'number') return <span className="figures">{Number(value).toLocaleString('en-AU')}</span>;
  if (facts?.values) return <StatusBadge status={String(value)} label={labelOf(shown, String(value))} />;
  return String(value as string);
}

/** An empty cell; phones leave it out. */
export function Nothing() {
  return <span data-nothing className="text-ink-3">–</span>;
}

export function labelOf(shown: { labels?: Record<string, string> } | undefined, value: string): string {
  return shown?.labels?.[value] ?? inWords(value);
}
