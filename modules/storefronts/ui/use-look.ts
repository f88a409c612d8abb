import { useEffect, useRef, useState } from 'react';
import { useOperation } from '#ui/use-operation.ts';
import type { Theme } from '../theme.ts';

const PAUSE_MS = 450;

export interface Look {
  theme: Theme;
  saving: boolean;
  refused: boolean;
  fields: Record<string, string>;
  /** Colours that can be read, by field, while the chosen ones cannot. */
  suggestions: Partial<Record<'accent' | 'background' | 'text', string>>;
  /** Counts what was saved; the preview loads anew with it. */
  version: number;
  change(changes: Partial<Theme>): void;
  startAgain(theme: Theme): void;
}

/** The look in the making: kept a moment after each change, never lost to the next one. */
export function useLook(id: string, stored: Theme): Look {
  const [theme, setTheme] = useState(stored);
  const [version, setVersion] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const [suggestions, setSuggestions] = useState<Look['suggestions']>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useOperation('storefronts.save-theme', {
    onDone: () => {
      setVersion((n) => n + 1);
      setSuggestions({});
    },
    onRefused(code, _sentence, details) {
      setSuggestions(code === 'unreadable' ? ((details as { suggestions?: Look['suggestions'] }).suggestions ?? {}) : {});
      return code === 'unreadable' || code === 'invalid';
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (changes: Partial<Theme>) => {
    const next = filled({ ...theme, ...changes });
    setTheme(next);
    setWaiting(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.run({ id, theme: next }).finally(() => setWaiting(false)), PAUSE_MS);
  };
  const startAgain = (next: Theme) => {
    clearTimeout(timer.current);
    setTheme(next);
    setVersion((n) => n + 1);
  };
  return { theme, version, saving: waiting || save.pending, refused: save.sentence !== undefined, fields: save.fields, suggestions, change, startAgain };
}

// What is left empty is left out: then the shop's own way counts.
function filled(theme: Theme): Theme {
  return Object.fromEntries(Object.entries(theme).filter(([, value]) => value !== '' && value !== undefined)) as Theme;
}
