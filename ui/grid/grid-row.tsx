import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { cx } from '../cx.ts';
import type { GridColumn, WrongCell } from './grid-shape.ts';

export interface Editing {
  /** What was typed to begin; undefined = what stands in the cell. */
  with: string | undefined;
}

export interface RowProps<R> {
  row: R;
  index: number;
  title: string;
  columns: readonly GridColumn<R>[];
  wrong: Readonly<Record<string, WrongCell>> | undefined;
  /** The active column when this row has it, else -1. */
  active: number;
  from: number;
  to: number;
  editing: Editing | undefined;
  onCommit(text: string, then: 'down' | 'right' | 'left' | 'stay'): void;
  onCancel(): void;
}

function Line<R>({ row, index, title, columns, wrong, active, from, to, editing, onCommit, onCancel }: RowProps<R>) {
  return (
    <tr aria-rowindex={index + 3} className="group">
      <th scope="row" className="sticky left-0 z-10 max-w-52 min-w-32 truncate border-r border-b border-line bg-surface px-3 text-left font-medium max-sm:max-w-32 max-sm:min-w-24 sm:pl-5" title={title}>{title}</th>
      {columns.map((column, i) => {
        const fault = wrong?.[column.key];
        const locked = column.locked?.(row);
        const here = i === active;
        return (
          <td
            key={column.key}
            data-cell={`${index}:${i}`}
            tabIndex={here ? 0 : -1}
            aria-colindex={i + 2}
            aria-selected={i >= from && i <= to}
            aria-readonly={locked !== undefined || undefined}
            aria-invalid={fault !== undefined || undefined}
            title={fault?.reason ?? locked}
            className={cx(
              'relative h-9 max-w-0 cursor-cell truncate border-r border-b border-line px-2 select-none focus:outline-2 focus:-outline-offset-2 focus:outline-accent-text',
              column.align === 'right' && 'figures text-right',
              locked !== undefined && 'bg-sunken text-ink-3',
              fault && 'bg-bad-soft text-bad shadow-[inset_0_-2px_0_var(--color-bad)]',
              !fault && i >= from && i <= to && 'bg-accent-soft',
            )}
          >
            {here && editing ? <Editor column={column} text={editing.with ?? fault?.text ?? column.read(row)} chosen={editing.with === undefined} label={`${column.group ? `${column.group} ` : ''}${column.label} of ${title}`} onCommit={onCommit} onCancel={onCancel} /> : (fault?.text ?? (column.shown ?? column.read)(row))}
          </td>
        );
      })}
    </tr>
  );
}

interface EditorProps<R> {
  column: GridColumn<R>;
  text: string;
  label: string;
  /** The caret moves inside the text; typing over a cell moves on with the arrows instead. */
  chosen: boolean;
  onCommit: RowProps<R>['onCommit'];
  onCancel(): void;
}

function Editor<R>({ column, text, label, chosen, onCommit, onCancel }: EditorProps<R>) {
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (chosen) field.current?.select();
    else field.current?.setSelectionRange(text.length, text.length);
    // Once, when typing begins.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const end = (then: 'down' | 'right' | 'left' | 'stay') => {
    if (over.current) return;
    over.current = true;
    onCommit(field.current!.value, then);
  };
  const press = (event: KeyboardEvent) => {
    const then = event.key === 'Enter' ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : undefined;
    if (event.key === 'Escape') {
      over.current = true;
      onCancel();
    } else if (then) end(then);
    else return;
    event.preventDefault();
  };
  return <input ref={field} aria-label={label} defaultValue={text} onKeyDown={press} onBlur={() => end('stay')} autoComplete="off" spellCheck={false} className={cx('absolute inset-0 size-full bg-raised px-2 text-base text-ink outline-2 -outline-offset-2 outline-accent-text select-text sm:text-sm', column.align === 'right' && 'figures text-right')} />;
}

/** One row; drawn again only when something in it changed. */
export const GridRow = memo(Line) as typeof Line;
