import { CornerDownRight, FolderTree } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog, DialogActions } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { below, inTreeOrder, type Category } from './category-tree.ts';

export const meta = () => [{ title: 'Categories · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data } = await ask<{ data: Category[] }>(args, 'categories.list');
  return { categories: data, may: mayRun(args, 'categories.create', 'categories.update', 'categories.move', 'categories.delete') };
}

export { PageError as ErrorBoundary };

export default function Categories() {
  const { categories, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Category | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Category | null>(null);
  const remove = useOperation('categories.delete', { done: 'Category deleted' });
  const close = () => setEditing(null);
  const add = may['categories.create'] && <Button kind="primary" onClick={() => setEditing('new')}>Add category</Button>;
  return (
    <Page title="Categories" about="The tree in which shoppers find products." width="narrow" actions={add}>
      <Card padding="none">
        {categories.length === 0 && <NothingYet icon={FolderTree} title="No categories yet" action={add}>Group your products so that shoppers find them without searching.</NothingYet>}
        <ul className="divide-y divide-line">
          {inTreeOrder(categories).map(({ category, depth }) => (
            <li key={category.id} className="flex items-center gap-3 px-4 py-2.5 sm:px-5" style={{ paddingLeft: `${20 + depth * 24}px` }}>
              {depth > 0 && <CornerDownRight aria-hidden className="size-4 shrink-0 text-ink-3" />}
              <div className="min-w-0 flex-1">
                <p className="line-clamp-2 font-medium">{category.name}</p>
                <p className="figures text-[13px] text-ink-3">{category.productCount === 1 ? '1 product' : `${category.productCount} products`}</p>
              </div>
              {may['categories.delete'] && <Button size="small" kind="quiet" aria-label={`Delete ${category.name}`} onClick={() => setDeleting(category)}>Delete</Button>}
              {may['categories.update'] && <Button size="small" aria-label={`Change ${category.name}`} onClick={() => setEditing(category)}>Change</Button>}
            </li>
          ))}
        </ul>
      </Card>
      <Dialog title={editing === 'new' ? 'Add category' : 'Change category'} open={editing !== null} onOpenChange={(open) => !open && close()}>
        {editing && <CategoryForm category={editing === 'new' ? undefined : editing} categories={categories} onClose={close} />}
      </Dialog>
      <ConfirmDialog title={`Delete “${deleting?.name ?? ''}”?`} confirm="Delete category" open={deleting !== null} onOpenChange={(open) => !open && setDeleting(null)} onConfirm={() => remove.run({ id: deleting!.id })}>
        Its products stay; they are only no longer found under it.
      </ConfirmDialog>
    </Page>
  );
}

function CategoryForm({ category, categories, onClose }: { category: Category | undefined; categories: readonly Category[]; onClose(): void }) {
  const [name, setName] = useState(category?.name ?? '');
  const [parentId, setParentId] = useState(category?.parentId ?? '');
  const create = useOperation('categories.create', { done: 'Category added', onDone: onClose });
  const update = useOperation('categories.update', { done: 'Category saved' });
  const move = useOperation('categories.move');
  const own = new Set(category ? below(categories, category.id) : []);
  const parents = inTreeOrder(categories).filter((each) => !own.has(each.category.id));
  async function save() {
    if (!category) return create.run({ name, parentId: parentId || null });
    if (parentId !== (category.parentId ?? '') && !(await move.run({ id: category.id, parentId: parentId || null }))) return;
    if (await update.run({ id: category.id, name })) onClose();
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }} className="flex flex-col gap-4">
      <FieldErrors value={{ ...create.fields, ...update.fields, ...move.fields }}>
        <Field label="Name" name="name" required><Input value={name} onChange={(event) => setName(event.target.value)} maxLength={255} autoFocus /></Field>
        <Field label="Below" name="parentId"><Select value={parentId} onChange={(event) => setParentId(event.target.value)} options={[{ value: '', label: 'At the top' }, ...parents.map((each) => ({ value: each.category.id, label: `${'\u2003'.repeat(each.depth)}${each.category.name}` }))]} /></Field>
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={create.pending || update.pending || move.pending}>Save</Button>
      </DialogActions>
    </form>
  );
}
