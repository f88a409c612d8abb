import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { PickedProducts } from './collection-products.tsx';
import { RulesCard } from './collection-rules.tsx';
import { collectionChanges, draftOfCollection, type Brief, type Collection, type CollectionDraft } from './collection-shape.ts';
import type { CustomField } from './product-shape.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.collection?.title ?? 'New collection'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  const [collection, products, fields] = await Promise.all([
    id ? ask<Collection>(args, 'collections.get', { id }) : null,
    id ? ask<{ data: Brief[] }>(args, 'collections.products', { id }) : { data: [] },
    askIfAllowed<{ data: CustomField[] }>(args, 'custom-fields.list'),
  ]);
  return { collection, products: products.data, fields: fields?.data ?? [], may: mayRun(args, 'collections.create', 'collections.update', 'collections.delete') };
}

export { PageError as ErrorBoundary };

export default function CollectionPage() {
  const { collection } = useLoaderData<typeof loader>();
  return <Editor key={collection?.id ?? 'new'} />;
}

function Editor() {
  const { collection, products, fields, may } = useLoaderData<typeof loader>();
  const stored = useMemo(() => draftOfCollection(collection, products), [collection, products]);
  const draft = useDraft(stored);
  const saving = useSaveCollection(collection, stored, draft);
  const mayWrite = may[collection ? 'collections.update' : 'collections.create'] === true;
  return (
    <Page title={draft.value.title || collection?.title || 'New collection'} width="reading" crumbs={[{ label: 'Collections', to: '/collections' }]} actions={collection && may['collections.delete'] && <DeleteCollection collection={collection} />}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={
            <>
              <Basics draft={draft} />
              <WayCard draft={draft} />
              {draft.value.rules ? <RulesCard rules={draft.value.rules} fields={fields} onChange={(rules) => draft.set('rules', rules)} /> : <PickedProducts products={draft.value.products} onChange={(next) => draft.set('products', next)} />}
            </>
          }
          side={<Card title="Address"><Field label="Address" name="slug" labelHidden description="Where shoppers find it. Left empty, it is made from the title."><Input value={draft.value.slug} maxLength={200} onChange={(event) => draft.set('slug', event.target.value)} /></Field></Card>}
        />
      </FieldErrors>
      <SaveBar what={collection ? 'Unsaved collection' : 'New collection'} dirty={draft.dirty && mayWrite} pending={saving.pending} onSave={() => void saving.save()} onDiscard={draft.discard} />
    </Page>
  );
}

function Basics({ draft }: { draft: Draft<CollectionDraft> }) {
  const { value, set } = draft;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Field label="Title" name="title" required><Input value={value.title} maxLength={255} autoFocus={value.title === ''} placeholder="Summer gifts" onChange={(event) => set('title', event.target.value)} /></Field>
        <RichText label="Description" value={value.descriptionHtml} onChange={(html) => set('descriptionHtml', html)} />
      </div>
    </Card>
  );
}

const ways = [
  { by: 'hand', label: 'By hand', about: 'You choose each product and its place.' },
  { by: 'rules', label: 'By rules', about: 'Every product that fits is in it, also those that come later.' },
] as const;

function WayCard({ draft }: { draft: Draft<CollectionDraft> }) {
  const by = draft.value.rules ? 'rules' : 'hand';
  return (
    <Card title="How products get in">
      <div role="radiogroup" aria-label="How products get in" className="grid gap-3 sm:grid-cols-2">
        {ways.map((way) => (
          <label key={way.by} className="flex items-start gap-2.5 rounded-lg border border-line p-3 has-checked:border-accent-text has-checked:bg-accent-soft">
            <input type="radio" name="way" checked={by === way.by} onChange={() => draft.set('rules', way.by === 'rules' ? { match: 'all', conditions: [{ field: 'tag', is: 'equals', value: '' }] } : null)} className="mt-1 accent-accent" />
            <span><span className="block font-medium">{way.label}</span><span className="text-[13px] text-ink-2">{way.about}</span></span>
          </label>
        ))}
      </div>
    </Card>
  );
}

function useSaveCollection(collection: Collection | null, stored: CollectionDraft, draft: Draft<CollectionDraft>) {
  const create = useOperation<Collection>('collections.create');
  const update = useOperation<Collection>('collections.update');
  const choose = useOperation('collections.set-products');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function save(): Promise<void> {
    const { value } = draft;
    const changes = collectionChanges(stored, value);
    const saved = collection ? (Object.keys(changes).length > 0 ? await update.run({ id: collection.id, ...changes }) : collection) : await create.run({ title: value.title, rules: value.rules, descriptionHtml: value.descriptionHtml, ...(value.slug && { slug: value.slug }) });
    if (!saved) return;
    const productIds = value.products.map((each) => each.id);
    const reordered = !value.rules && JSON.stringify(productIds) !== JSON.stringify(stored.products.map((each) => each.id));
    if (reordered && (await choose.run({ id: saved.id, productIds })) === undefined) return;
    toast.done('Collection saved');
    draft.settle();
    if (!collection) setTimeout(() => void navigate(inWorkspace(`/collections/${saved.id}`)), 0);
  }
  return { save, pending: create.pending || update.pending || choose.pending, fields: { ...create.fields, ...update.fields } };
}

function DeleteCollection({ collection }: { collection: Collection }) {
  const [open, setOpen] = useState(false);
  const remove = useOperation('collections.delete', { done: 'Collection deleted', goTo: '/collections' });
  const count = collection.productCount;
  return (
    <>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog title={`Delete “${collection.title}”?`} confirm="Delete collection" open={open} onOpenChange={setOpen} onConfirm={() => remove.run({ id: collection.id })}>
        {count === 0 ? 'It holds no products.' : `${count === 1 ? 'One product is' : `${count} products are`} no longer shown together. The products themselves stay.`}
      </ConfirmDialog>
    </>
  );
}
