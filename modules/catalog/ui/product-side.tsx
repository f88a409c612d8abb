import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import type { Draft } from '#ui/use-draft.ts';
import type { ProductDraft } from './product-draft.ts';
import type { Choice, Status } from './product-shape.ts';

const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'draft', label: 'Draft' },
  { value: 'archived', label: 'Archived' },
];
const abouts: Record<Status, string> = { active: 'Shoppers can find and buy it.', draft: 'Only colleagues see it.', archived: 'Kept, but out of sight.' };

export function StatusCard({ draft }: { draft: Draft<ProductDraft> }) {
  return (
    <Card title="Status">
      <Field label="Status" name="status" labelHidden description={abouts[draft.value.status]}>
        <Select value={draft.value.status} onChange={(event) => draft.set('status', event.target.value as Status)} options={statuses} />
      </Field>
    </Card>
  );
}

interface Props {
  draft: Draft<ProductDraft>;
  categories: readonly Choice[];
  collections: readonly Choice[];
}

/** Where the product belongs. */
export function OrganisationCard({ draft, categories, collections }: Props) {
  const { value, set } = draft;
  return (
    <Card title="Organisation">
      <div className="flex flex-col gap-4">
        <Field label="Type" name="productType" optional><Input value={value.productType} maxLength={255} onChange={(event) => set('productType', event.target.value)} /></Field>
        <Field label="Brand" name="brand" optional><Input value={value.brand} maxLength={255} onChange={(event) => set('brand', event.target.value)} /></Field>
        <Several legend="Categories" choices={categories} chosen={value.categoryIds} onChange={(ids) => set('categoryIds', ids)} />
        <Several legend="Collections" choices={collections} chosen={value.collectionIds} onChange={(ids) => set('collectionIds', ids)} />
        <Field label="Tags" name="tags" optional><TagsInput value={value.tags} onChange={(tags) => set('tags', tags)} /></Field>
      </div>
    </Card>
  );
}

function Several({ legend, choices, chosen, onChange }: { legend: string; choices: readonly Choice[]; chosen: readonly string[]; onChange(ids: string[]): void }) {
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-[13px] font-medium">{legend}</legend>
      <div className="flex max-h-48 flex-col gap-2 overflow-y-auto rounded-control border border-line p-2.5" tabIndex={0} role="group" aria-label={legend}>
        {choices.map((choice) => <Checkbox key={choice.id} label={choice.label} checked={chosen.includes(choice.id)} onChange={() => onChange(chosen.includes(choice.id) ? chosen.filter((id) => id !== choice.id) : [...chosen, choice.id])} />)}
      </div>
    </fieldset>
  );
}
