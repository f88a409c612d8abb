import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { fieldWords, valueWords, type Words } from './field-words.ts';
import type { Conflict, Merged } from './merge-drafts.ts';

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

interface Props {
  merged: Merged | undefined;
  words(): Words;
  onClose(): void;
  onSave(choices: Choices): void;
}

/** Somebody saved before: what both made of it, field by field, before it is stored. */
export function MergeDialog({ merged, words, onClose, onSave }: Props) {
  return (
    <Dialog size="large" title="Somebody else saved this product" about="Your changes and theirs are brought together. Nothing of either is lost." open={merged !== undefined} onOpenChange={(open) => !open && onClose()}>
      {merged && <Choosing merged={merged} words={words()} onClose={onClose} onSave={onSave} />}
    </Dialog>
  );
}

function Choosing({ merged, words, onClose, onSave }: Omit<Props, 'words' | 'merged'> & { merged: Merged; words: Words }) {
  const [choices, setChoices] = useState<Choices>({});
  return (
    <form onSubmit={(event) => { event.preventDefault(); onSave(choices); }} className="flex flex-col gap-4">
      {merged.conflicts.length > 0 && <p className="font-medium">Both of you changed {merged.conflicts.length === 1 ? 'this field' : 'these fields'}. Choose what it shall be.</p>}
      {merged.conflicts.map((conflict) => <OneConflict key={conflict.field} conflict={conflict} words={words} choice={choices[conflict.field] ?? 'mine'} onChoose={(choice) => setChoices({ ...choices, [conflict.field]: choice })} />)}
      {merged.theirs.length > 0 && (
        <div>
          <p className="font-medium">Also changed by them, and kept:</p>
          <ul className="mt-1 list-disc pl-5 text-ink-2">{merged.theirs.slice(0, 12).map((field) => <li key={field}>{fieldWords(field, words)}</li>)}{merged.theirs.length > 12 && <li>and {merged.theirs.length - 12} more</li>}</ul>
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Keep editing</Button>
        <Button type="submit" kind="primary">Save both changes</Button>
      </DialogActions>
    </form>
  );
}

function OneConflict({ conflict, words, choice, onChoose }: { conflict: Conflict; words: Words; choice: 'mine' | 'theirs'; onChoose(choice: 'mine' | 'theirs'): void }) {
  const { field, mine, theirs } = conflict;
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="px-1 text-[13px] font-medium">{fieldWords(field, words)}</legend>
      {([['mine', 'Yours', mine], ['theirs', 'Theirs', theirs]] as const).map(([side, label, value]) => (
        <label key={side} className="flex items-start gap-2.5 py-1">
          <input type="radio" name={field} checked={choice === side} onChange={() => onChoose(side)} className="mt-1 accent-accent" />
          <span className="min-w-0"><span className="font-medium">{label}: </span>{valueWords(value, field)}</span>
        </label>
      ))}
    </fieldset>
  );
}
