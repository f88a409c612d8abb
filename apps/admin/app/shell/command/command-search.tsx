import * as Dialog from '@radix-ui/react-dialog';
import { LoaderCircle, Search } from 'lucide-react';
import { memo, startTransition, useDeferredValue, useEffect, useId, useRef, useState, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { cx } from '#ui/cx.ts';
import type { ShellData } from '../shell-data.ts';
import type { Chosen } from './command-panel.tsx';
import { useChoices, type Runnable } from './use-choices.tsx';

interface Props {
  shell: ShellData;
  words: string;
  onWords(words: string): void;
  onChoose(chosen: Chosen): void;
  onAction(action: string): void;
  onClose(): void;
}

/** Lines shown at once: more would make each key slower, and nobody reads them. */
const MOST = 20;
const NOTHING: readonly Runnable[] = [];

/** Everything that can be gone to or done, narrowed while typing: arrows choose, Enter goes. */
export function CommandSearch({ shell, words, onWords, onChoose, onAction, onClose }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const { choices: found, searching } = useChoices({ shell, words, onChoose, onAction, onClose });
  // The menu opens with its field; what it offers follows when there is time.
  const all = useDeferredValue(found, NOTHING);
  const choices = all.slice(0, MOST);
  const nothing = all !== NOTHING && all.length === 0 && !searching;
  const active = Math.min(at, Math.max(0, choices.length - 1));
  const typed = useRef(words);
  const hasted = useRef(false);
  // Who presses Enter before the list has followed means what will stand first.
  useEffect(() => {
    if (!hasted.current || all !== found || typed.current !== words) return;
    hasted.current = false;
    choices[active]?.run();
  });
  const press = (event: KeyboardEvent) => {
    const next = nextOf(event.key, active, choices.length);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (all === found && typed.current === words) choices[active]?.run();
      else hasted.current = true;
    } else if (next === undefined) return;
    else setAt(next);
    event.preventDefault();
  };
  return (
    <>
      <Dialog.Title className="sr-only">Search or run something</Dialog.Title>
      <div className="flex shrink-0 items-center gap-3 border-b border-line px-4">
        {searching ? <LoaderCircle aria-hidden className="size-4 animate-spin text-ink-3" /> : <Search aria-hidden className="size-4 text-ink-3" />}
        <Field aria-controls={id} aria-activedescendant={choices[active] ? `${id}-${active}` : undefined} beginning={words} onKeyDown={press} onTyped={(next) => { typed.current = next; }} onWords={(next) => { onWords(next); setAt(0); }} />
      </div>
      <ul id={id} role="listbox" aria-label="Results" className="min-h-0 flex-1 overflow-y-auto p-2">
        {choices.map((choice, i) => <Line key={choice.id} id={`${id}-${i}`} choice={choice} at={i} active={i === active} heading={choices[i - 1]?.group === choice.group ? undefined : choice.group} onPoint={setAt} />)}
        {all.length > MOST && <li role="presentation" className="px-3 py-2 text-xs text-ink-3">And {all.length - MOST} more. Type to find them.</li>}
      </ul>
      <p role="status" className={nothing ? 'px-4 pb-8 text-center text-ink-2' : 'sr-only'}>
        {nothing ? `Nothing is called “${words}”.` : `${all.length} results`}
      </p>
      <p aria-hidden className="hidden shrink-0 gap-4 border-t border-line px-4 py-2 text-xs text-ink-3 sm:flex"><span>↑↓ choose</span><span>↵ open</span><span>esc close</span></p>
    </>
  );
}

function nextOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : undefined;
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  beginning: string;
  /** At once. */
  onTyped(words: string): void;
  /** When there is time. */
  onWords(words: string): void;
}

/** Keeps its own text: what was typed is seen at once, the results follow when there is time. */
function Field({ beginning, onTyped, onWords, ...more }: FieldProps) {
  const [text, setText] = useState(beginning);
  const change = (next: string) => {
    setText(next);
    onTyped(next);
    startTransition(() => onWords(next));
  };
  return <input role="combobox" aria-label="Search or run something" aria-expanded="true" aria-autocomplete="list" autoFocus autoComplete="off" spellCheck={false} value={text} onChange={(event) => change(event.target.value)} placeholder="Pages, records, and everything you can do…" className="h-12 w-full min-w-0 bg-transparent text-base outline-none" {...more} />;
}

interface LineProps {
  id: string;
  at: number;
  choice: Runnable;
  active: boolean;
  heading: string | undefined;
  onPoint(at: number): void;
}

/** Drawn again only when something of it changed: an arrow moves the mark, not every line. */
const Line = memo(function Line({ id, at, choice, active, heading, onPoint }: LineProps) {
  return (
    <>
      {heading && <li role="presentation" className="px-3 pt-2.5 pb-1 text-xs font-medium text-ink-3 first:pt-1">{heading}</li>}
      <li id={id} role="option" aria-selected={active} ref={(line) => { if (active) line?.scrollIntoView({ block: 'nearest' }); }} onClick={() => choice.run()} onPointerMove={() => onPoint(at)} className={cx('flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5', active && 'bg-hover')}>
        <span aria-hidden className="grid size-6 shrink-0 place-items-center text-ink-3">{choice.icon}</span>
        <span className="min-w-0 flex-1 truncate">{choice.label}{choice.detail && <span className="text-ink-3"> · {choice.detail}</span>}</span>
        {choice.hint && <span aria-hidden className="shrink-0 text-xs text-ink-3">{choice.hint}</span>}
      </li>
    </>
  );
});
