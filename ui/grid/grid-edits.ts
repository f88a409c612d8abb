// What happens to the rows of a grid, without any screen: edits as texts, so that taking back is writing the text before.
import { isWrong, type Box, type Edit, type GridColumn, type WrongCell, type WrongCells } from './grid-shape.ts';

export interface Sheet<R> {
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  keyOf(row: R): string;
  wrong: WrongCells;
}

/** The text of a cell: what is stored, or what was typed and does not fit. */
export function textAt<R>({ rows, columns, keyOf, wrong }: Sheet<R>, row: number, column: number): string {
  const line = rows[row]!;
  const of = columns[column]!;
  return wrong.get(keyOf(line))?.[of.key]?.text ?? of.read(line);
}

/** The edits that write these texts into the box's cells; locked cells and cells that stay the same are left out. */
export function editsFor<R>(sheet: Sheet<R>, box: Box, textOf: (row: number, column: number) => string): Edit[] {
  const edits: Edit[] = [];
  for (let row = box.top; row <= Math.min(box.bottom, sheet.rows.length - 1); row++) {
    for (let column = box.left; column <= Math.min(box.right, sheet.columns.length - 1); column++) {
      const edit = editFor(sheet, row, column, textOf(row, column));
      if (edit) edits.push(edit);
    }
  }
  return edits;
}

function editFor<R>(sheet: Sheet<R>, row: number, column: number, after: string): Edit | undefined {
  const line = sheet.rows[row]!;
  const of = sheet.columns[column]!;
  const before = textAt(sheet, row, column);
  return of.locked?.(line) !== undefined || before === after ? undefined : { row: sheet.keyOf(line), column: of.key, before, after };
}

/** The block that is pasted: one cell fills the selection, several are laid down from its corner and repeated where they fit. */
export function pasteBox(block: readonly (readonly string[])[], selected: Box): Box {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const tall = selected.bottom - selected.top + 1;
  const wide = selected.right - selected.left + 1;
  const down = tall % height === 0 ? tall : height;
  const across = wide % width === 0 ? wide : width;
  return { top: selected.top, left: selected.left, bottom: selected.top + down - 1, right: selected.left + across - 1 };
}

/** The rows and faults after these edits, or before them when they are taken back. */
export function applyEdits<R>(sheet: Sheet<R>, edits: readonly Edit[], side: 'before' | 'after'): { rows: R[]; wrong: WrongCells } {
  const rows = [...sheet.rows];
  const wrong = new Map(sheet.wrong);
  const places = new Map(rows.map((row, i) => [sheet.keyOf(row), i]));
  const columns = new Map(sheet.columns.map((column) => [column.key, column]));
  for (const edit of edits) {
    const place = places.get(edit.row);
    const column = columns.get(edit.column);
    if (place === undefined || !column) continue;
    const written = column.write(rows[place]!, edit[side]);
    if (isWrong(written)) mark(wrong, edit, { text: edit[side], reason: written.wrong });
    else {
      rows[place] = written;
      mark(wrong, edit, undefined);
    }
  }
  return { rows, wrong };
}

function mark(wrong: Map<string, Readonly<Record<string, WrongCell>>>, { row, column }: Edit, fault: WrongCell | undefined): void {
  const { [column]: _, ...others } = wrong.get(row) ?? {};
  const next = fault ? { ...others, [column]: fault } : others;
  if (Object.keys(next).length > 0) wrong.set(row, next);
  else wrong.delete(row);
}

export function countWrong(wrong: WrongCells): number {
  return [...wrong.values()].reduce((sum, cells) => sum + Object.keys(cells).length, 0);
}
