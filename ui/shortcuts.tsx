import { createContext, use, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { beginsSequence, inOrder, pressesOf, type Shortcut } from './shortcut-rules.ts';
import { isTyping } from './is-typing.ts';

export type { Shortcut };

/** All shortcuts of the open page, newest last. One listener serves them. */
class ShortcutBook {
  private entries: readonly Shortcut[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly all = () => this.entries;

  add(shortcut: Shortcut): () => void {
    this.change([...this.entries, shortcut]);
    return () => this.change(this.entries.filter((each) => each !== shortcut));
  }

  private change(entries: readonly Shortcut[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}

const ShortcutContext = createContext<ShortcutBook | null>(null);

/** Listens for the shortcuts of everything inside. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const book = useMemo(() => new ShortcutBook(), []);
  useEffect(() => listen(book), [book]);
  return <ShortcutContext value={book}>{children}</ShortcutContext>;
}

// How long tinykeys waits for the second key.
const SEQUENCE_MILLIS = 1_000;

function listen(book: ShortcutBook): () => void {
  let press = handlerOf(book.all());
  let changed = false;
  let begunUntil = 0;
  const forgetBook = book.subscribe(() => (changed = true));
  const onKey = (event: KeyboardEvent) => {
    const now = performance.now();
    // A page that gains a shortcut between G and O must not forget the G.
    if (changed && now > begunUntil) {
      press = handlerOf(book.all());
      changed = false;
    }
    press(event);
    begunUntil = beginsSequence(book.all(), event.key) ? now + SEQUENCE_MILLIS : 0;
  };
  addEventListener('keydown', onKey);
  return () => {
    forgetBook();
    removeEventListener('keydown', onKey);
  };
}

function handlerOf(shortcuts: readonly Shortcut[]): (event: KeyboardEvent) => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const shortcut of inOrder(shortcuts)) {
    bindings[pressesOf(shortcut.keys)] = (event) => {
      if (isBusy(event) && !shortcut.anywhere) return;
      event.preventDefault();
      shortcut.run();
    };
  }
  return createKeybindingsHandler(bindings, { ignore: (event) => event.repeat || event.isComposing });
}

// A letter belongs to the field, dialog or open menu it is typed into.
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return isTyping(target) || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}

/**
 * A key for something on this page: `useShortcut({ keys: 'g o', says: 'Go to orders', run })`. Keys in words: `g o` one after
 * the other, `$mod+k` with Cmd or Ctrl, `?`. Never fires while somebody types, unless `anywhere`. `?` lists all of them.
 */
export function useShortcut(shortcut: Shortcut | undefined): void {
  const book = use(ShortcutContext);
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const { keys, says, group, anywhere } = shortcut ?? {};
  useEffect(() => {
    if (!book || !keys || !says) return;
    return book.add({ keys, says, run: () => latest.current?.run(), ...(group && { group }), ...(anywhere && { anywhere }) });
  }, [book, keys, says, group, anywhere]);
}

const none: readonly Shortcut[] = [];

/** Every shortcut that works on the open page. */
export function useShortcuts(): readonly Shortcut[] {
  const book = use(ShortcutContext);
  return useSyncExternalStore(book?.subscribe ?? never, book?.all ?? (() => none), () => none);
}

const never = () => () => {};
