import type { Place } from './grid-shape.ts';

/** What a key press means in a grid that is not being typed into. */
export type Intent =
  | { do: 'go'; to: Place; extend: boolean }
  | { do: 'edit'; with: string | undefined }
  | { do: 'clear' | 'fill down' | 'undo' | 'redo' | 'select all' | 'collapse' };

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

interface Size {
  rows: number;
  columns: number;
}

const COMMANDS: Record<string, Intent['do'] | undefined> = { d: 'fill down', z: 'undo', y: 'redo', a: 'select all' };
const PLAIN: Record<string, Intent | undefined> = {
  Enter: { do: 'edit', with: undefined },
  F2: { do: 'edit', with: undefined },
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
  Escape: { do: 'collapse' },
};
const PAGE = 10;

/** Undefined = the key is not the grid's and keeps its usual meaning. */
export function intentOf(press: Press, at: Place, size: Size): Intent | undefined {
  const command = press.ctrlKey || press.metaKey;
  if (press.altKey) return undefined;
  const to = target(press.key, at, size, command ? 'far' : 'near');
  if (to) return { do: 'go', to, extend: press.shiftKey };
  if (press.key === 'Tab') return tab(press, at, size);
  if (command) return commandOf(press);
  if (PLAIN[press.key]) return PLAIN[press.key];
  return [...press.key].length === 1 ? { do: 'edit', with: press.key } : undefined;
}

function commandOf({ key, shiftKey }: Press): Intent | undefined {
  const found = COMMANDS[key.toLowerCase()];
  if (!found) return undefined;
  return { do: found === 'undo' && shiftKey ? 'redo' : found } as Intent;
}

function target(key: string, { row, column }: Place, { rows, columns }: Size, step: 'near' | 'far'): Place | undefined {
  const by = step === 'far' ? Infinity : 1;
  const moved: Record<string, Place> = {
    ArrowDown: { row: row + by, column },
    ArrowUp: { row: row - by, column },
    ArrowRight: { row, column: column + by },
    ArrowLeft: { row, column: column - by },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
    Home: { row: step === 'far' ? 0 : row, column: 0 },
    End: { row: step === 'far' ? rows : row, column: columns },
  };
  const to = moved[key];
  return to && { row: within(to.row, rows), column: within(to.column, columns) };
}

function within(place: number, size: number): number {
  return Math.max(0, Math.min(size - 1, place));
}

// Tab walks along the row; at its end it leaves the grid, so that nobody is caught in it.
function tab({ shiftKey }: Press, { row, column }: Place, { columns }: Size): Intent | undefined {
  const next = column + (shiftKey ? -1 : 1);
  return next < 0 || next >= columns ? undefined : { do: 'go', to: { row, column: next }, extend: false };
}
