import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useEffect, type RefObject } from 'react';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]') !== null;
}

/** `/` goes to the search, j and k walk the rows from anywhere on the page that is not a text field. */
export function useTableKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const action = keys[event.key];
      if (!action || !root.current) return;
      action(root.current);
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [root]);
}

const keys: Record<string, (root: HTMLElement) => void> = {
  '/': (root) => root.querySelector<HTMLInputElement>('input[type=search]')?.select(),
  j: (root) => step(root, 1),
  k: (root) => step(root, -1),
};

function rowsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('tbody > tr[data-row]')];
}

function step(root: HTMLElement, by: 1 | -1): void {
  const rows = rowsOf(root);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
}

/** On a focused row Enter opens it and x selects it. */
export function rowKey(event: ReactKeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLElement && !event.target.matches('tr[data-row]')) return;
  const row = event.target as HTMLElement;
  const wanted = event.key === 'Enter' ? 'a[data-opens]' : event.key === 'x' || event.key === ' ' ? 'input[type=checkbox]' : undefined;
  const control = wanted && row.querySelector<HTMLElement>(wanted);
  if (!control) return;
  event.preventDefault();
  control.click();
}

/** A click anywhere on a row opens it, unless it was meant for something inside. */
export function rowClick(event: { target: EventTarget | null; ctrlKey: boolean; metaKey: boolean }): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, select, label, textarea') || String(getSelection())) return;
  const link = target.closest('tr[data-row]')?.querySelector<HTMLAnchorElement>('a[data-opens]');
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
  else link.click();
}
