import { useRef, useState } from 'react';
import { applyEdits, countWrong, type Sheet } from './grid-edits.ts';
import type { Edit, GridColumn, WrongCells } from './grid-shape.ts';

const MOST_UNDO = 200;

interface Props<R> {
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  keyOf(row: R): string;
  onRows(rows: R[]): void;
  onWrong?(count: number): void;
}

export interface EditedSheet<R> extends Sheet<R> {
  /** Writes edits as one step that can be taken back. */
  write(edits: readonly Edit[]): void;
  undo(): number;
  redo(): number;
}

/** The rows of a grid with what was typed wrongly, and the way back. */
export function useSheet<R>({ rows, columns, keyOf, onRows, onWrong }: Props<R>): EditedSheet<R> {
  const [wrong, setWrong] = useState<WrongCells>(() => new Map());
  const done = useRef<Edit[][]>([]);
  const undone = useRef<Edit[][]>([]);
  const sheet = { rows, columns, keyOf, wrong };

  function apply(edits: readonly Edit[], side: 'before' | 'after'): void {
    const next = applyEdits(sheet, edits, side);
    setWrong(next.wrong);
    onWrong?.(countWrong(next.wrong));
    onRows(next.rows);
  }
  function travel(from: Edit[][], to: Edit[][], side: 'before' | 'after'): number {
    const step = from.pop();
    if (!step) return 0;
    to.push(step);
    apply(step, side);
    return step.length;
  }
  return {
    ...sheet,
    write(edits) {
      if (edits.length === 0) return;
      done.current = [...done.current.slice(1 - MOST_UNDO), [...edits]];
      undone.current = [];
      apply(edits, 'after');
    },
    undo: () => travel(done.current, undone.current, 'before'),
    redo: () => travel(undone.current, done.current, 'after'),
  };
}
