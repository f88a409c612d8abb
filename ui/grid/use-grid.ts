import { useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { editsFor, pasteBox, textAt } from './grid-edits.ts';
import { intentOf, type Intent } from './grid-keys.ts';
import type { Editing, RowProps } from './grid-row.tsx';
import type { Box, GridColumn } from './grid-shape.ts';
import { parseTsv, writeTsv } from './tsv.ts';
import { placeOf, useSelection, type Selection } from './use-selection.ts';
import { useSheet, type EditedSheet } from './use-sheet.ts';

interface Props<R> {
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  keyOf(row: R): string;
  onRows(rows: R[]): void;
  onWrong?(count: number): void;
}

type Say = (text: string) => void;

/** Everything a grid does: where one is, what is typed, what the clipboard brings, what is taken back. */
export function useGrid<R>({ rows, columns, keyOf, onRows, onWrong }: Props<R>, table: RefObject<HTMLTableElement | null>) {
  const sheet = useSheet({ rows, columns, keyOf, onRows, ...(onWrong && { onWrong }) });
  const selection = useSelection(table, rows.length, columns.length);
  const [editing, setEditing] = useState<Editing>();
  const [news, say] = useState('');
  const { at, box } = selection;
  const steady = useSteady(sheet, selection, setEditing);
  const begin = (text: string | undefined) => {
    const reason = columns[at.column]?.locked?.(rows[at.row]!);
    if (reason !== undefined) say(reason);
    else setEditing({ with: text });
  };
  const commands = commandsOf(sheet, selection, say);
  const press = (event: KeyboardEvent) => {
    const size = { rows: rows.length, columns: columns.length };
    const intent = placeOf(event.target) && intentOf(event, event.shiftKey && event.key !== 'Tab' ? selection.extent : at, size);
    if (!intent) return;
    event.preventDefault();
    if (intent.do === 'go') selection.go(intent.to, intent.extend ? 'extend' : 'move');
    else if (intent.do === 'edit') begin(intent.with);
    else commands[intent.do]();
  };
  const row = rows[at.row];
  return {
    active: at, box, editing, news, wrong: sheet.wrong, ...steady,
    trouble: row && sheet.wrong.get(keyOf(row))?.[columns[at.column]?.key ?? '']?.reason,
    handlers: { ...selection.onMouse, onKeyDown: press, onDoubleClick: (event: MouseEvent) => { if (placeOf(event.target)) begin(undefined); }, ...clipboardOf(sheet, selection, say) },
  };
}

// Rows are drawn again only when their own props change, so what they call must stay the same function.
function useSteady<R>(sheet: EditedSheet<R>, selection: Selection, setEditing: (editing: Editing | undefined) => void): Pick<RowProps<R>, 'onCommit' | 'onCancel'> {
  const latest = useRef<Pick<RowProps<R>, 'onCommit' | 'onCancel'>>(undefined);
  const { at } = selection;
  useLayoutEffect(() => { latest.current = {
    onCommit: (text, then) => {
      setEditing(undefined);
      sheet.write(editsFor(sheet, { top: at.row, bottom: at.row, left: at.column, right: at.column }, () => text));
      if (then !== 'stay') selection.go({ row: at.row + (then === 'down' ? 1 : 0), column: at.column + (then === 'right' ? 1 : then === 'left' ? -1 : 0) }, 'move');
    },
    onCancel: () => {
      setEditing(undefined);
      selection.refocus(at);
    },
  }; });
  return useMemo(() => ({ onCommit: (text, then) => latest.current!.onCommit(text, then), onCancel: () => latest.current!.onCancel() }), []);
}

function writer<R>(sheet: EditedSheet<R>, say: Say): (into: Box, textOf: (row: number, column: number) => string, says: string) => void {
  return (into, textOf, says) => {
    const edits = editsFor(sheet, into, textOf);
    sheet.write(edits);
    say(edits.length === 0 ? 'Nothing to change there' : `${says} ${edits.length} ${edits.length === 1 ? 'cell' : 'cells'}`);
  };
}

function commandsOf<R>(sheet: EditedSheet<R>, { at, box, select }: Selection, say: Say): Record<Exclude<Intent['do'], 'go' | 'edit'>, () => void> {
  const write = writer(sheet, say);
  const one = box.top === box.bottom;
  // One selected row takes what stands above it, several take what stands in the first of them.
  const source = one ? Math.max(0, box.top - 1) : box.top;
  return {
    clear: () => write(box, () => '', 'Cleared'),
    'fill down': () => write({ ...box, top: one ? box.top : box.top + 1 }, (_, column) => textAt(sheet, source, column), 'Filled'),
    undo: () => say(wayBack('Took back', sheet.undo())),
    redo: () => say(wayBack('Made again', sheet.redo())),
    'select all': () => select({ row: 0, column: 0 }, { row: sheet.rows.length - 1, column: sheet.columns.length - 1 }),
    collapse: () => select(at, at),
  };
}

function wayBack(says: string, count: number): string {
  return count === 0 ? 'There is nothing more on this way' : `${says}: ${count} ${count === 1 ? 'cell' : 'cells'}`;
}

function clipboardOf<R>(sheet: EditedSheet<R>, { box, select }: Selection, say: Say) {
  const write = writer(sheet, say);
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTsv(textsOf(sheet, box)));
  };
  return {
    onCopy: (event: ClipboardEvent) => {
      if (!placeOf(event.target)) return;
      put(event);
      say(`Copied ${(box.bottom - box.top + 1) * (box.right - box.left + 1)} cells`);
    },
    onCut: (event: ClipboardEvent) => {
      if (!placeOf(event.target)) return;
      put(event);
      write(box, () => '', 'Cut');
    },
    onPaste: (event: ClipboardEvent) => {
      if (!placeOf(event.target)) return;
      event.preventDefault();
      const block = parseTsv(event.clipboardData.getData('text/plain'));
      const width = Math.max(...block.map((line) => line.length));
      const into = pasteBox(block, box);
      const bottom = Math.min(into.bottom, sheet.rows.length - 1);
      const right = Math.min(into.right, sheet.columns.length - 1);
      write(into, (row, column) => (block[(row - into.top) % block.length]![(column - into.left) % width] ?? '').trim(), 'Pasted');
      select({ row: into.top, column: into.left }, { row: bottom, column: right });
      if (into.bottom > bottom || into.right > right) say('Pasted what fits; the rest lies outside the grid');
    },
  };
}

function textsOf<R>(sheet: EditedSheet<R>, box: Box): string[][] {
  return Array.from({ length: box.bottom - box.top + 1 }, (_, row) => Array.from({ length: box.right - box.left + 1 }, (__, column) => textAt(sheet, box.top + row, box.left + column)));
}
