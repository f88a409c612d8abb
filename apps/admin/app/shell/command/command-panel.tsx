import * as Dialog from '@radix-ui/react-dialog';
import { useState } from 'react';
import type { ShellData } from '../shell-data.ts';
import { CommandForm } from './command-form.tsx';
import { CommandSearch } from './command-search.tsx';
import type { Verb } from './use-commands.ts';

/** A verb chosen in the menu, with the record it was chosen for. */
export interface Chosen {
  verb: Verb;
  recordId?: string;
}

/** One window for going and doing: first find, then fill in what the verb needs. */
export function CommandPanel({ shell, onClose, onAction }: { shell: ShellData; onClose(): void; onAction(action: string): void }) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-black/40" />
        <Dialog.Content aria-describedby={undefined} className="fixed top-[min(12vh,96px)] left-1/2 z-50 flex max-h-[min(76dvh,640px)] w-[calc(100vw-24px)] max-w-[600px] -translate-x-1/2 animate-fade flex-col overflow-hidden rounded-2xl bg-raised shadow-pop outline-none">
          {chosen
            ? <CommandForm shell={shell} chosen={chosen} onBack={() => setChosen(undefined)} onClose={onClose} />
            : <CommandSearch shell={shell} words={words} onWords={setWords} onChoose={setChosen} onAction={onAction} onClose={onClose} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
