import { useCallback, useMemo, useState } from 'react';

export interface Draft<T> {
  value: T;
  dirty: boolean;
  set<K extends keyof T>(key: K, value: T[K]): void;
  replace(next: T): void;
  discard(): void;
  /** Takes the draft as the stored state, after saving. */
  settle(): void;
}

/** An edited copy of a stored record. It starts again when a newer stored version arrives and nothing was edited. */
export function useDraft<T extends object>(stored: T): Draft<T> {
  const storedText = useMemo(() => JSON.stringify(stored), [stored]);
  const [base, setBase] = useState(storedText);
  const [value, setValue] = useState(stored);
  const dirty = JSON.stringify(value) !== base;
  if (storedText !== base && !dirty) {
    setBase(storedText);
    setValue(stored);
  }
  return {
    value,
    dirty,
    set: (key, next) => setValue((now) => ({ ...now, [key]: next })),
    replace: setValue,
    discard: useCallback(() => { setBase(storedText); setValue(JSON.parse(storedText) as T); }, [storedText]),
    settle: () => setBase(JSON.stringify(value)),
  };
}
