/** A key, or keys one after the other, and what they do. */
export interface Shortcut {
  /** `g o`, `?`, `$mod+k`. */
  keys: string;
  says: string;
  /** Heading in the list of shortcuts. */
  group?: string;
  /** Also while typing or in a dialog; only for keys with `$mod`. */
  anywhere?: true;
  run(): void;
}

/** How the key listener writes it: a sign like `?` may need Shift or AltGr on somebody's keyboard. */
export function pressesOf(keys: string): string {
  return keys.split(' ').map((press) => (/^[^a-z0-9]$/i.test(press) ? `[Shift]+[Alt]+[Control]+${press}` : press)).join(' ');
}

/** Longer ones first, so that `g o` is heard before a page's own `o`. */
export function inOrder<S extends Pick<Shortcut, 'keys'>>(shortcuts: readonly S[]): S[] {
  return shortcuts.toSorted((a, b) => b.keys.split(' ').length - a.keys.split(' ').length);
}

/** Whether this key is the first of several, like the G of `g o`. */
export function beginsSequence(shortcuts: readonly Pick<Shortcut, 'keys'>[], key: string): boolean {
  return shortcuts.some(({ keys }) => keys.startsWith(`${key} `));
}

/** Pairs that cannot both work: the same keys, or keys that begin another. */
export function conflictsOf(keys: readonly string[]): string[] {
  const begins = (a: string, b: string) => b === a || b.startsWith(`${a} `);
  return keys.flatMap((a, i) => keys.flatMap((b, j) => (i !== j && begins(a, b) && (a !== b || i < j) ? [`${a} / ${b}`] : [])));
}

/** The keys as people read them, one entry a press: `['Ctrl', 'K']`. */
export function keyCaps(press: string, system: 'mac' | 'other'): string[] {
  const names: Record<string, string> = system === 'mac' ? { $mod: '⌘', Shift: '⇧', Alt: '⌥' } : { $mod: 'Ctrl' };
  return press.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
