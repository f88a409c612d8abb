import * as Dialog from '@radix-ui/react-dialog';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';

export interface Command {
  id: string;
  group: string;
  label: string;
  /** Other words it is found by. */
  also: string;
  icon: ReactNode;
  run(): unknown;
}

/** A list that narrows while typing: arrows choose, Enter goes. */
export function CommandList({ commands, onClose }: { commands: readonly Command[]; onClose(): void }) {
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = commands.filter((command) => matches(command, words));
  const go = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(found[at]);
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-black/40" />
        <Dialog.Content aria-describedby={undefined} className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-[560px] -translate-x-1/2 animate-fade overflow-hidden rounded-2xl bg-raised shadow-pop outline-none">
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search aria-hidden className="size-4 text-ink-3" />
            <input role="combobox" aria-label="Go to" aria-expanded="true" aria-controls={id} aria-activedescendant={found[at] ? `${id}-${at}` : undefined} autoFocus value={words} onChange={(event) => { setWords(event.target.value); setAt(0); }} onKeyDown={press} placeholder="Go to a page or workspace…" className="h-12 w-full bg-transparent text-base outline-none" />
          </div>
          <ul id={id} role="listbox" aria-label="Places" className="max-h-[50vh] overflow-y-auto p-2">
            {found.map((command, i) => <Line key={command.id} id={`${id}-${i}`} command={command} active={i === at} heading={found[i - 1]?.group === command.group ? undefined : command.group} onPick={() => go(command)} onPoint={() => setAt(i)} />)}
          </ul>
          {found.length === 0 && <p role="status" className="px-4 pb-8 text-center text-ink-2">Nothing is called “{words}”.</p>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function matches({ label, also }: Command, words: string): boolean {
  const text = `${label} ${also}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function Line({ id, command, active, heading, onPick, onPoint }: { id: string; command: Command; active: boolean; heading: string | undefined; onPick(): void; onPoint(): void }) {
  return (
    <>
      {heading && <li role="presentation" className="px-3 pt-2 pb-1 text-xs font-medium text-ink-3">{heading}</li>}
      <li id={id} role="option" aria-selected={active} ref={(line) => { if (active) line?.scrollIntoView({ block: 'nearest' }); }} onClick={onPick} onPointerMove={onPoint} className={cx('flex h-10 cursor-pointer items-center gap-3 rounded-lg px-3', active && 'bg-hover')}>
        <span className="grid size-6 place-items-center text-ink-3">{command.icon}</span>
        <span className="min-w-0 truncate">{command.label}</span>
      </li>
    </>
  );
}
