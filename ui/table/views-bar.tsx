import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../button.tsx';
import { cx } from '../cx.ts';
import { ConfirmDialog, Dialog } from '../dialog.tsx';
import { Checkbox } from '../choice.tsx';
import { Field } from '../field.tsx';
import { Input } from '../input.tsx';
import { Menu, MenuItem, MenuLine } from '../menu.tsx';
import { OperationForm } from '../operation-form.tsx';
import { useOperation } from '../use-operation.ts';
import type { LayoutControl } from './layout.ts';
import { differs, EVERYTHING, isNarrowed, type Listing, type SavedView } from './question.ts';
import type { ListingChanges } from './use-listing.ts';

interface Props {
  listing: Listing<unknown>;
  changes: ListingChanges;
  look: LayoutControl;
}

type Asking = 'save' | 'rename' | 'delete' | null;

const asSaved = ({ q, sort, filter }: Listing<unknown>['question']) => ({ ...(q && { q }), ...(sort && { sort }), filter });

/** The views of a table as tabs, and what can be done with the open one. */
export function ViewsBar({ listing, changes, look }: Props) {
  const { views, question, base } = listing;
  const [asking, ask] = useState<Asking>(null);
  const saved = views.saved.find((view) => view.id === views.open);
  const edited = views.open ? differs(question, base) : isNarrowed(question) || Boolean(question.sort);
  const any = views.builtIn.length + views.saved.length > 0;
  if (!any && !(edited && views.maySave)) return null;
  const mayChange = saved && views.maySave && (saved.scope === 'mine' || views.mayShare);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {any && <Tabs listing={listing} onOpen={changes.open} />}
      <div className="ml-auto flex items-center gap-1">
        {edited && views.open && <span className="rounded-full bg-warn-soft px-2 py-0.5 text-xs font-medium text-warn">Not saved</span>}
        {edited && mayChange && <SaveButton view={saved} listing={listing} look={look} onSaved={() => changes.open(saved.id)} />}
        {views.maySave && (edited || views.open) && <Button size="small" kind="quiet" onClick={() => ask('save')}>{views.open ? 'Save as new' : 'Save as view'}</Button>}
        {views.maySave && (views.open || views.standard) && <ViewMenu listing={listing} saved={saved} mayChange={Boolean(mayChange)} onAsk={ask} onDone={changes.open} />}
      </div>
      <SaveDialog open={asking === 'save'} listing={listing} look={look} onClose={() => ask(null)} onSaved={(id) => changes.open(id)} />
      {saved && <RenameDialog open={asking === 'rename'} view={saved} onClose={() => ask(null)} />}
      {saved && <DeleteDialog open={asking === 'delete'} view={saved} onClose={() => ask(null)} onDeleted={() => changes.open(null)} />}
    </div>
  );
}

function Tabs({ listing: { views }, onOpen }: { listing: Listing<unknown>; onOpen(view: string | null): void }) {
  const tabs = [{ id: null, name: 'All' }, ...views.builtIn.map(({ key, name }) => ({ id: key, name })), ...views.saved];
  return (
    <nav aria-label="Views" className="-mx-1 flex min-w-0 max-w-full gap-0.5 overflow-x-auto px-1 py-0.5">
      {tabs.map((tab) => (
        <button key={tab.id ?? ''} type="button" aria-current={tab.id === views.open ? 'true' : undefined} onClick={() => onOpen(tab.id)} className={cx('h-10 max-w-[24ch] sm:h-8 shrink-0 truncate rounded-control px-2.5 text-[13px] font-medium', tab.id === views.open ? 'bg-press text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink')}>
          {tab.name}
        </button>
      ))}
    </nav>
  );
}

function SaveButton({ view, listing, look, onSaved }: { view: SavedView; listing: Listing<unknown>; look: LayoutControl; onSaved(): void }) {
  const save = useOperation('views.change', { done: `“${view.name}” saved`, onDone: onSaved });
  return <Button size="small" pending={save.pending} onClick={() => void save.run({ id: view.id, question: asSaved(listing.question), layout: look.layout })}>Save</Button>;
}

interface MenuProps {
  listing: Listing<unknown>;
  saved: SavedView | undefined;
  mayChange: boolean;
  onAsk(asking: Asking): void;
  onDone(view: string): void;
}

function ViewMenu({ listing: { view: list, views }, saved, mayChange, onAsk, onDone }: MenuProps) {
  const share = useOperation('views.change', { done: saved?.scope === 'mine' ? 'The team sees this view now' : 'This view is yours alone now' });
  const copy = useOperation<{ id: string }>('views.duplicate', { done: 'Copied', onDone: ({ id }) => onDone(id) });
  const standard = useOperation('views.set-default', { done: 'Kept as the view this table opens with' });
  const opensWith = views.open === views.standard;
  // Without a choice of their own the page would open it again.
  const nothing = views.usual ? EVERYTHING : null;
  return (
    <Menu trigger={<IconButton label="More about this view" size="small"><Ellipsis aria-hidden className="size-4" /></IconButton>}>
      <MenuItem onSelect={() => void standard.run({ list, view: opensWith ? nothing : views.open })}>{opensWith ? 'Open the table with everything' : 'Open the table with this view'}</MenuItem>
      {saved && <MenuItem onSelect={() => void copy.run({ id: saved.id })}>Duplicate</MenuItem>}
      {mayChange && saved && <MenuItem onSelect={() => onAsk('rename')}>Rename</MenuItem>}
      {saved?.mine && views.mayShare && <MenuItem onSelect={() => void share.run({ id: saved.id, scope: saved.scope === 'mine' ? 'team' : 'mine' })}>{saved.scope === 'mine' ? 'Share with the team' : 'Keep for myself'}</MenuItem>}
      {mayChange && <MenuLine />}
      {mayChange && <MenuItem tone="bad" onSelect={() => onAsk('delete')}>Delete</MenuItem>}
    </Menu>
  );
}

function SaveDialog({ open, listing, look, onClose, onSaved }: { open: boolean; listing: Listing<unknown>; look: LayoutControl; onClose(): void; onSaved(id: string): void }) {
  const done = ({ id }: { id: string }) => {
    onClose();
    onSaved(id);
  };
  return (
    <Dialog title="Save this view" about="Filters, order, search words and columns are kept under a name." open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm<{ id: string }> operation="views.save" input={{ list: listing.view, question: asSaved(listing.question), layout: look.layout }} shape={({ team, ...rest }) => ({ ...rest, scope: team ? 'team' : 'mine' })} submit="Save view" done="View saved" onDone={done} cancel={<Button onClick={onClose}>Cancel</Button>}>
        <Field label="Name" name="name" required><Input name="name" maxLength={80} autoFocus autoComplete="off" /></Field>
        {listing.views.mayShare && <Checkbox name="team" label="Share it with the team" />}
      </OperationForm>
    </Dialog>
  );
}

function RenameDialog({ open, view, onClose }: { open: boolean; view: SavedView; onClose(): void }) {
  return (
    <Dialog title="Rename view" open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation="views.change" input={{ id: view.id }} submit="Rename" done="Renamed" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
        <Field label="Name" name="name" required><Input name="name" maxLength={80} defaultValue={view.name} autoFocus autoComplete="off" /></Field>
      </OperationForm>
    </Dialog>
  );
}

function DeleteDialog({ open, view, onClose, onDeleted }: { open: boolean; view: SavedView; onClose(): void; onDeleted(): void }) {
  const remove = useOperation('views.delete', { done: 'View deleted', onDone: onDeleted });
  return (
    <ConfirmDialog title={`Delete “${view.name}”?`} confirm="Delete" open={open} onOpenChange={(next) => !next && onClose()} onConfirm={() => remove.run({ id: view.id })}>
      {view.scope === 'team' ? 'It goes away for everybody in the team. The rows it shows stay as they are.' : 'The rows it shows stay as they are.'}
    </ConfirmDialog>
  );
}
