/* oxlint-disable react/no-array-index-key -- a cell of the table is its place */
import { Plus, Trash2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { RecordPick } from '#ui/record-pick.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select } from '#ui/select.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { draftOfGuide, guideOf, type GuideDraft, type StoredGuide } from './guide-draft.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.guide?.name ?? 'New size guide'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  const [guide, categories] = await Promise.all([id ? ask<StoredGuide>(args, 'size-guides.get', { id }) : null, askIfAllowed<{ data: { id: string; name: string }[] }>(args, 'categories.list')]);
  return { guide, categories: categories?.data ?? [], may: mayRun(args, 'size-guides.create', 'size-guides.update', 'size-guides.delete') };
}

export { PageError as ErrorBoundary };

export default function SizeGuidePage() {
  const { guide } = useLoaderData<typeof loader>();
  return <Editor key={guide?.id ?? 'new'} />;
}

function Editor() {
  const { guide, categories, may } = useLoaderData<typeof loader>();
  const stored = useMemo(() => draftOfGuide(guide), [guide]);
  const draft = useDraft(stored);
  const saving = useSaveGuide(guide, draft);
  const mayWrite = may[guide ? 'size-guides.update' : 'size-guides.create'] === true;
  return (
    <Page title={draft.value.name || 'New size guide'} width="reading" crumbs={[{ label: 'Size guides', to: '/size-guides' }]} actions={guide && may['size-guides.delete'] && <DeleteGuide guide={guide} />}>
      <FieldErrors value={saving.fields}>
        <Columns main={<><Basics draft={draft} /><SizeGrid draft={draft} /></>} side={<><ForProducts draft={draft} /><ForCategories draft={draft} categories={categories} /></>} />
      </FieldErrors>
      <SaveBar what={guide ? 'Unsaved size guide' : 'New size guide'} dirty={draft.dirty && mayWrite} pending={saving.pending} onSave={() => void saving.save()} onDiscard={draft.discard} />
    </Page>
  );
}

function Basics({ draft: { value, set } }: { draft: Draft<GuideDraft> }) {
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Field label="Name" name="name" required><Input value={value.name} maxLength={120} placeholder="Shirts" onChange={(event) => set('name', event.target.value)} /></Field>
        <Field label="How to measure" name="note" optional><Textarea value={value.note} maxLength={1_000} onChange={(event) => set('note', event.target.value)} /></Field>
        <Field label="You write in" name="unit" description="Shoppers see both."><Select value={value.unit} options={[{ value: 'cm', label: 'Centimetres' }, { value: 'in', label: 'Inches' }]} onChange={(event) => set('unit', event.target.value as 'cm' | 'in')} /></Field>
      </div>
    </Card>
  );
}

function SizeGrid({ draft: { value, set } }: { draft: Draft<GuideDraft> }) {
  const setMeasures = (measures: string[]) => set('measures', measures);
  const setRow = (at: number, row: GuideDraft['rows'][number]) => set('rows', value.rows.with(at, row));
  const addMeasure = () => {
    setMeasures([...value.measures, '']);
    set('rows', value.rows.map((row) => ({ ...row, cells: [...row.cells, ''] })));
  };
  const dropMeasure = (at: number) => {
    setMeasures(value.measures.toSpliced(at, 1));
    set('rows', value.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })));
  };
  return (
    <Card title="Sizes" about="The smallest first. Each cell is what the body measures, like 88–92.">
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Table of sizes">
        <table className="w-full border-separate border-spacing-1.5">
          <thead>
            <tr>
              <th scope="col" className="w-24 text-left text-[13px] font-medium text-ink-2">Size</th>
              {value.measures.map((says, i) => (
                <th key={i} scope="col" className="min-w-32">
                  <span className="flex items-center gap-1">
                    <Input aria-label={`Name of measure ${i + 1}`} value={says} maxLength={40} placeholder="Hip" onChange={(event) => setMeasures(value.measures.with(i, event.target.value))} />
                    {value.measures.length > 1 && <IconButton size="small" label={`Remove measure ${says || i + 1}`} onClick={() => dropMeasure(i)}><X aria-hidden className="size-4" /></IconButton>}
                  </span>
                </th>
              ))}
              <th scope="col"><span className="sr-only">Remove</span></th>
            </tr>
          </thead>
          <tbody>
            {value.rows.map((row, at) => (
              <tr key={at}>
                <td><Input aria-label={`Size ${at + 1}`} value={row.size} maxLength={20} onChange={(event) => setRow(at, { ...row, size: event.target.value })} /></td>
                {value.measures.map((says, i) => (
                  <td key={i}><Input aria-label={`${says || `Measure ${i + 1}`} of size ${row.size || at + 1}`} value={row.cells[i] ?? ''} placeholder="88–92" onChange={(event) => setRow(at, { ...row, cells: row.cells.with(i, event.target.value) })} /></td>
                ))}
                <td>{value.rows.length > 1 && <IconButton size="small" label={`Remove size ${row.size || at + 1}`} onClick={() => set('rows', value.rows.toSpliced(at, 1))}><X aria-hidden className="size-4" /></IconButton>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={() => set('rows', [...value.rows, { size: '', cells: value.measures.map(() => '') }])}>Size</Button>
        <Button size="small" icon={<Plus aria-hidden className="size-4" />} disabled={value.measures.length >= 8} onClick={addMeasure}>Measure</Button>
      </div>
    </Card>
  );
}

function ForProducts({ draft: { value, set } }: { draft: Draft<GuideDraft> }) {
  const [adding, setAdding] = useState(false);
  return (
    <Card title="For these products" about="A product’s own guide goes before that of its category." actions={<Button size="small" onClick={() => setAdding(true)}>Add</Button>}>
      {value.products.length === 0 && <p className="text-ink-3">None by itself.</p>}
      <ul className="flex flex-col gap-1">
        {value.products.map((each) => (
          <li key={each.id} className="flex items-center gap-2"><span className="min-w-0 flex-1 truncate">{each.label}</span><IconButton size="small" label={`Take out ${each.label}`} onClick={() => set('products', value.products.filter((other) => other.id !== each.id))}><X aria-hidden className="size-4" /></IconButton></li>
        ))}
      </ul>
      <Dialog title="Add products" open={adding} onOpenChange={setAdding}>
        <RecordPick list="/products" what="products" named="title" taken={new Set(value.products.map((each) => each.id))} onPick={(product) => set('products', [...value.products, product])} />
      </Dialog>
    </Card>
  );
}

function ForCategories({ draft: { value, set }, categories }: { draft: Draft<GuideDraft>; categories: readonly { id: string; name: string }[] }) {
  const chosen = new Set(value.categoryIds);
  return (
    <Card title="For these categories" about="And everything below them.">
      {categories.length === 0 && <p className="text-ink-3">There are no categories yet.</p>}
      <div className="flex max-h-72 flex-col gap-2 overflow-y-auto">
        {categories.map((each) => <Checkbox key={each.id} label={each.name} checked={chosen.has(each.id)} onChange={() => set('categoryIds', chosen.has(each.id) ? value.categoryIds.filter((id) => id !== each.id) : [...value.categoryIds, each.id])} />)}
      </div>
    </Card>
  );
}

function useSaveGuide(guide: StoredGuide | null, draft: Draft<GuideDraft>) {
  const create = useOperation<StoredGuide>('size-guides.create');
  const update = useOperation<StoredGuide>('size-guides.update');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function save(): Promise<void> {
    const made = guideOf(draft.value);
    if ('wrong' in made) return void toast.refused(made.wrong);
    const saved = guide ? await update.run({ id: guide.id, ...made.input }) : await create.run(made.input);
    if (!saved) return;
    toast.done('Size guide saved');
    draft.settle();
    if (!guide) setTimeout(() => void navigate(inWorkspace(`/size-guides/${saved.id}`)), 0);
  }
  return { save, pending: create.pending || update.pending, fields: { ...create.fields, ...update.fields } };
}

function DeleteGuide({ guide }: { guide: StoredGuide }) {
  const [open, setOpen] = useState(false);
  const remove = useOperation('size-guides.delete', { done: 'Size guide deleted', goTo: '/size-guides' });
  return (
    <>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog title={`Delete “${guide.name}”?`} confirm="Delete size guide" open={open} onOpenChange={setOpen} onConfirm={() => remove.run({ id: guide.id })}>The products stay; they only lose this table.</ConfirmDialog>
    </>
  );
}
