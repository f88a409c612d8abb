import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { SearchInput } from '#ui/input.tsx';

/** Search and filters of a list: a form that works without script, its state in the address. */
export function Find({ label, children }: { label: string; children?: ReactNode }) {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" key={search.toString()} className="flex flex-wrap items-center gap-2">
      <SearchInput name="search" aria-label={label} placeholder={label} defaultValue={search.get('search') ?? ''} className="min-w-0 flex-1 basis-60 sm:max-w-sm" />
      {children}
      <Button type="submit">Find</Button>
    </Form>
  );
}

/** Newer and older rows. */
export function Pages({ more }: { more: boolean }) {
  const [search] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const to = (n: number) => `?${new URLSearchParams({ ...Object.fromEntries(search), page: String(n) })}`;
  if (page === 1 && !more) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-2">
      {page > 1 && <LinkButton to={to(page - 1)} within="installation" size="small">Newer</LinkButton>}
      <span className="figures text-[13px] text-ink-3">Page {page}</span>
      {more && <LinkButton to={to(page + 1)} within="installation" size="small">Older</LinkButton>}
    </nav>
  );
}

export interface Column<Row> {
  header: string;
  align?: 'right';
  cell(row: Row): ReactNode;
}

/** A plain table: wide ones scroll inside their own frame, reachable by keyboard. */
export function PlainTable<Row>({ label, rows, columns, keyOf, empty }: { label: string; rows: readonly Row[]; columns: readonly Column<Row>[]; keyOf(row: Row): string; empty: string }) {
  if (rows.length === 0) return <p className="rounded-card border border-line bg-surface px-5 py-10 text-center text-ink-2">{empty}</p>;
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface shadow-card" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full text-left">
        <thead className="border-b border-line text-[13px] text-ink-3">
          <tr>{columns.map(({ header, align }) => <th key={header} scope="col" className={`px-4 py-2.5 font-medium whitespace-nowrap ${align === 'right' ? 'text-right' : ''}`}>{header}</th>)}</tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => <tr key={keyOf(row)} className="hover:bg-hover">{columns.map(({ header, align, cell }) => <td key={header} className={`px-4 py-2.5 align-middle ${align === 'right' ? 'figures text-right whitespace-nowrap' : ''}`}>{cell(row)}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}

/** 12,345 */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** 1.5 GB */
export function bytes(value: number): string {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log(Math.max(1, value)) / Math.log(1024))));
  const amount = value / 1024 ** power;
  return `${amount.toLocaleString('en-US', { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${['B', 'KB', 'MB', 'GB', 'TB'][power]}`;
}
