import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import { useShortcut } from '../shortcuts.tsx';

interface Selecting {
  toggle(id: string, range: 'one' | 'range'): void;
  clear(): void;
}

/** `/` goes to the search, j and k walk the rows, x chooses one, Shift with x all up to it: from anywhere that is not a text field. */
export function useTableKeys(root: RefObject<HTMLElement | null>, selection: Selecting | undefined): void {
  const group = 'In a table';
  const on = (run: (root: HTMLElement) => void) => () => root.current && run(root.current);
  const choose = (range: 'one' | 'range') => on((table) => {
    const id = rowsOf(table).find((row) => row.contains(document.activeElement))?.dataset.row;
    if (id) selection?.toggle(id, range);
  });
  useShortcut({ keys: '/', says: 'Search this table', group, run: on((table) => table.querySelector<HTMLInputElement>('input[type=search]')?.select()) });
  useShortcut({ keys: 'j', says: 'Next row', group, run: on((table) => step(table, 1)) });
  useShortcut({ keys: 'k', says: 'Row before', group, run: on((table) => step(table, -1)) });
  useShortcut(selection && { keys: 'x', says: 'Choose the row', group, run: choose('one') });
  useShortcut(selection && { keys: 'Shift+x', says: 'Choose all rows up to here', group, run: choose('range') });
  useShortcut(selection && { keys: 'Escape', says: 'Choose nothing', group, run: () => selection?.clear() });
}

function rowsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('tbody > tr[data-row]')];
}

function step(root: HTMLElement, by: 1 | -1): void {
  const rows = rowsOf(root);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
}

/** On a focused row Enter opens it and the space bar chooses it. */
export function rowKey(event: ReactKeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLElement && !event.target.matches('tr[data-row]')) return;
  const row = event.target as HTMLElement;
  const wanted = event.key === 'Enter' ? '[data-opens]' : event.key === ' ' ? 'input[type=checkbox]' : undefined;
  const control = wanted && row.querySelector<HTMLElement>(wanted);
  if (!control) return;
  event.preventDefault();
  control.click();
}

/** A click anywhere on a row opens it, unless it was meant for something inside. */
export function rowClick(event: { target: EventTarget | null; ctrlKey: boolean; metaKey: boolean }): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, select, label, textarea') || String(getSelection())) return;
  const link = target.closest('tr[data-row]')?.querySelector<HTMLElement>('[data-opens]');
  if (!link) return;
  if ((event.ctrlKey || event.metaKey) && link instanceof HTMLAnchorElement) window.open(link.href, '_blank', 'noopener');
  else link.click();
}
