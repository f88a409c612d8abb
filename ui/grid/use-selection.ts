import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type RefObject } from 'react';
import { boxOf, type Box, type Place } from './grid-shape.ts';

export interface Selection {
  /** The cell that has the focus and is typed into. */
  at: Place;
  /** Where the selected box ends. */
  extent: Place;
  box: Box;
  go(to: Place, how: 'extend' | 'move'): void;
  select(from: Place, to: Place): void;
  /** Gives the focus back to a cell after the next drawing. */
  refocus(to: Place): void;
  onMouse: { onMouseDown(event: MouseEvent): void; onMouseOver(event: MouseEvent): void; onFocus(event: { target: EventTarget }): void };
}

/** The active cell and the box selected from it, by keys and by the mouse. */
export function useSelection(table: RefObject<HTMLTableElement | null>, rows: number, columns: number): Selection {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [end, setEnd] = useState<Place>(active);
  const focusNext = useRef<Place>(undefined);
  const dragging = useDragging();
  const at = clamp(active, rows, columns);
  const extent = clamp(end, rows, columns);
  useLayoutEffect(() => {
    const to = focusNext.current;
    focusNext.current = undefined;
    if (to) cellOf(table.current, to)?.focus();
  });
  const go = (wanted: Place, how: 'extend' | 'move') => {
    const to = clamp(wanted, rows, columns);
    setEnd(to);
    if (how === 'extend') return void cellOf(table.current, to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setActive(to);
    focusNext.current = to;
  };
  const onMouse: Selection['onMouse'] = {
    onMouseDown: (event) => {
      const to = placeOf(event.target);
      if (!to || event.button !== 0) return;
      event.preventDefault();
      dragging.current = true;
      go(to, event.shiftKey ? 'extend' : 'move');
    },
    onMouseOver: (event) => { const to = dragging.current ? placeOf(event.target) : undefined; if (to) setEnd(to); },
    onFocus: (event) => {
      const to = placeOf(event.target);
      if (!to || (to.row === at.row && to.column === at.column)) return;
      setActive(to);
      setEnd(to);
    },
  };
  return { at, extent, box: boxOf(at, extent), go, select: (from, to) => { setActive(from); setEnd(to); }, refocus: (to) => { focusNext.current = to; }, onMouse };
}

function useDragging(): RefObject<boolean> {
  const dragging = useRef(false);
  useEffect(() => {
    const release = () => { dragging.current = false; };
    addEventListener('mouseup', release);
    return () => removeEventListener('mouseup', release);
  }, []);
  return dragging;
}

function clamp({ row, column }: Place, rows: number, columns: number): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}

/** Which cell an event happened on; undefined inside a field or elsewhere. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const [row, column] = (target as HTMLElement | null)?.dataset?.cell?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

function cellOf(table: HTMLTableElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
}
