import { useId, useRef, type ReactNode } from 'react';
import { GridRow } from './grid-row.tsx';
import type { GridColumn } from './grid-shape.ts';
import { useGrid } from './use-grid.ts';

interface Props<R> {
  label: string;
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  /** Heading of the first column, which names the rows. */
  rowLabel: string;
  keyOf(row: R): string;
  titleOf(row: R): string;
  onRows(rows: R[]): void;
  /** How many cells hold a text that does not fit. */
  onWrong?(count: number): void;
  tools?: ReactNode;
}

/**
 * A spreadsheet: arrows move, Shift or the mouse selects, Enter or F2 or typing edits, Tab walks the row and leaves at its end,
 * Ctrl+C, X and V trade with spreadsheets, Ctrl+D fills down, Ctrl+Z and Ctrl+Y go back and forth, Delete clears.
 */
export function Grid<R>(props: Props<R>) {
  const { label, rows, columns, rowLabel, keyOf, titleOf, tools } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(props, table);
  const { box, active, editing } = grid;
  return (
    <div className="flex min-w-0 flex-col">
      {tools}
      <div className="max-h-[70vh] overflow-auto scroll-pt-20 scroll-pl-56 border-y border-line max-sm:scroll-pl-32">
        <table ref={table} role="grid" aria-label={label} aria-describedby={`${id}-keys`} aria-multiselectable="true" aria-rowcount={rows.length + 2} aria-colcount={columns.length + 1} {...grid.handlers} className="w-full table-fixed border-separate border-spacing-0 text-sm" style={{ minWidth: columns.reduce((sum, column) => sum + column.width, 208) }}>
          <colgroup><col className="w-52 max-sm:w-32" />{columns.map((column) => <col key={column.key} style={{ width: column.width }} />)}</colgroup>
          <Head columns={columns} rowLabel={rowLabel} />
          <tbody>
            {rows.map((row, i) => {
              const key = keyOf(row);
              const inside = i >= box.top && i <= box.bottom;
              const here = i === active.row;
              return <GridRow key={key} row={row} index={i} title={titleOf(row)} columns={columns} wrong={grid.wrong.get(key)} active={here ? active.column : -1} from={inside ? box.left : -1} to={inside ? box.right : -2} editing={here ? editing : undefined} onCommit={grid.onCommit} onCancel={grid.onCancel} />;
            })}
          </tbody>
        </table>
      </div>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-[13px] text-ink-3 sm:px-5">
        <p id={`${id}-keys`}>Type, paste from a spreadsheet, or fill down with Ctrl+D. Ctrl+Z takes back.</p>
        <p role="status" className={grid.trouble ? 'font-medium text-bad' : undefined}>{grid.trouble ?? grid.news}</p>
      </div>
    </div>
  );
}

function Head<R>({ columns, rowLabel }: { columns: readonly GridColumn<R>[]; rowLabel: string }) {
  const groups = groupsOf(columns);
  const cell = 'border-r border-b border-line bg-sunken px-2 text-left text-[13px] font-medium text-ink-2';
  return (
    <thead className="sticky top-0 z-20">
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={2} className={`${cell} sticky left-0 z-30 px-3 sm:pl-5`}>{rowLabel}</th>
        {groups.map((group) => <th key={group.key} scope="colgroup" colSpan={group.count} aria-colindex={group.from + 2} className={`${cell} h-7`}>{group.label}</th>)}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map((column, i) => <th key={column.key} scope="col" aria-colindex={i + 2} className={`${cell} h-8 truncate ${column.align === 'right' ? 'text-right!' : ''}`} title={column.label}>{column.label}</th>)}
      </tr>
    </thead>
  );
}

function groupsOf<R>(columns: readonly GridColumn<R>[]): { key: string; label: string; from: number; count: number }[] {
  const groups: { key: string; label: string; from: number; count: number }[] = [];
  for (const [i, { key, group = '' }] of columns.entries()) {
    const last = groups.at(-1);
    if (last && last.label === group) last.count++;
    else groups.push({ key, label: group, from: i, count: 1 });
  }
  return groups;
}
