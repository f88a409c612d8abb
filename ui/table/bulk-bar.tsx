import { Ellipsis } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, IconButton } from '../button.tsx';
import { Dialog, DialogActions } from '../dialog.tsx';
import { Menu, MenuItem } from '../menu.tsx';
import { readForm } from '../read-form.ts';
import { useOperation } from '../use-operation.ts';
import type { Listing } from './question.ts';
import type { Selection } from './use-selection.ts';

/** Something to do to many rows: the operation runs once for each, by itself, with the row's id and this input. */
export interface BulkAction {
  operation: string;
  label: string;
  input?: Record<string, unknown>;
  /** What it means, said before it begins. */
  about?: string;
  tone?: 'danger';
  /** Form fields for the rest of the input. */
  fields?(): ReactNode;
  /** Last change to what the fields say. */
  shape?(input: Record<string, unknown>): Record<string, unknown>;
}

interface Props {
  label: string;
  listing: Listing<unknown>;
  selection: Selection;
  actions: readonly BulkAction[];
  onStarted(runId: string): void;
}

const write = (n: number) => n.toLocaleString('en-AU');
const IN_THE_OPEN = 3;

/** What is chosen, honestly, and what can be done to it. */
export function BulkBar({ label, listing, selection, actions, onStarted }: Props) {
  const [asking, ask] = useState<BulkAction | null>(null);
  const more = selection.page === 'all' && !selection.everything && listing.total > listing.data.length;
  const count = selection.everything ? listing.total : selection.ids.size;
  const started = (runId: string) => {
    ask(null);
    selection.clear();
    onStarted(runId);
  };
  return (
    <div role="region" aria-label="Chosen rows" className="fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100vw-24px)] animate-rise flex-wrap items-center gap-2 rounded-xl border border-line bg-raised py-2 pr-2 pl-4 shadow-pop sm:bottom-5">
      <p role="status" className="figures mr-2 font-medium">{selection.everything ? `All ${write(listing.total)} that match` : `${write(count)} on this page`}</p>
      {more && <Button size="small" onClick={selection.takeEverything}>Choose all {write(listing.total)} that match</Button>}
      {actions.slice(0, IN_THE_OPEN).map((action) => <Button key={action.label} size="small" onClick={() => ask(action)}>{action.label}</Button>)}
      {actions.length > IN_THE_OPEN && (
        <Menu trigger={<IconButton label="More for the chosen rows" size="small"><Ellipsis aria-hidden className="size-4" /></IconButton>}>
          {actions.slice(IN_THE_OPEN).map((action) => <MenuItem key={action.label} {...(action.tone && { tone: 'bad' as const })} onSelect={() => ask(action)}>{action.label}</MenuItem>)}
        </Menu>
      )}
      <Button size="small" kind="quiet" onClick={selection.clear}>Clear</Button>
      {asking && <Ask action={asking} title={`${asking.label}: ${write(count)} of ${label.toLowerCase()}`} listing={listing} selection={selection} onClose={() => ask(null)} onStarted={started} />}
    </div>
  );
}

interface AskProps {
  action: BulkAction;
  title: string;
  listing: Listing<unknown>;
  selection: Selection;
  onClose(): void;
  onStarted(runId: string): void;
}

function Ask({ action, title, listing, selection, onClose, onStarted }: AskProps) {
  const { question, fixed } = listing;
  const start = useOperation<{ id: string }>('bulk.start', { onDone: ({ id }) => onStarted(id) });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readForm(event.currentTarget);
    const match = { ...(question.q && { q: question.q }), filter: { ...question.filter, ...fixed } };
    // Chosen rows stay chosen even when they no longer match the filter.
    const rows = selection.everything ? { question: match } : { question: { filter: fixed }, ids: [...selection.ids] };
    void start.run({ list: listing.view, ...rows, operation: action.operation, input: { ...action.input, ...(action.shape?.(given) ?? given) } });
  };
  return (
    <Dialog title={title} about={action.about ?? 'Each row is done by itself in the background, and you see what became of it.'} open onOpenChange={(open) => !open && onClose()}>
      <form noValidate onSubmit={send} className="flex flex-col gap-4">
        {action.fields?.()}
        {start.sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{start.sentence}</p>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind={action.tone === 'danger' ? 'danger' : 'primary'} pending={start.pending} autoFocus={!action.fields}>{action.label}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
