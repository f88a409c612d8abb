import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Select } from '#ui/select.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import { instantAt, wallTime } from '#ui/zoned-time.ts';
import type { Choice, Status } from './product-shape.ts';
import type { ProductEditing } from './use-product-draft.ts';

const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'draft', label: 'Draft' },
  { value: 'archived', label: 'Archived' },
];
const abouts: Record<Status, string> = { active: 'Shoppers can find and buy it.', draft: 'Only colleagues see it.', archived: 'Kept, but out of sight.' };

/** Who sees the product, and from when to when. */
export function StatusCard({ draft }: { draft: ProductEditing }) {
  const { value, set } = draft;
  const { now, timeZone } = useLocale();
  const waits = value.status === 'active' && value.publishAt !== null && value.publishAt > now;
  return (
    <Card title="Status">
      <div className="flex flex-col gap-4">
        <Field label="Status" name="status" labelHidden description={waits ? <>Shoppers see it from <DateTime at={value.publishAt} as="long" />.</> : abouts[value.status]}>
          <Select value={value.status} onChange={(event) => set('status', event.target.value as Status)} options={statuses} />
        </Field>
        {value.status === 'active' && (
          <>
            <TimeField label="Show from" name="publishAt" at={value.publishAt} onChange={(at) => set('publishAt', at)} />
            <TimeField label="Show until" name="unpublishAt" at={value.unpublishAt} onChange={(at) => set('unpublishAt', at)} />
            <p className="text-[13px] text-ink-3">Times of {timeZone.replaceAll('_', ' ')}. Afterwards it is a draft again.</p>
          </>
        )}
      </div>
    </Card>
  );
}

function TimeField({ label, name, at, onChange }: { label: string; name: string; at: string | null; onChange(at: string | null): void }) {
  const { timeZone } = useLocale();
  return (
    <Field label={label} name={name} optional>
      <Input type="datetime-local" value={wallTime(at, timeZone)} onChange={(event) => onChange(instantAt(event.target.value, timeZone))} />
    </Field>
  );
}

interface Props {
  draft: ProductEditing;
  categories: readonly Choice[];
  collections: readonly Choice[];
  /** Titles of the collections with rules the product is in. */
  ruled: readonly string[];
}

/** Where the product belongs. */
export function OrganisationCard({ draft, categories, collections, ruled }: Props) {
  const { value, set } = draft;
  return (
    <Card title="Organisation">
      <div className="flex flex-col gap-4">
        <Field label="Type" name="productType" optional><Input value={value.productType} maxLength={255} onChange={(event) => set('productType', event.target.value)} /></Field>
        <Field label="Brand" name="brand" optional><Input value={value.brand} maxLength={255} onChange={(event) => set('brand', event.target.value)} /></Field>
        <Several legend="Categories" choices={categories} chosen={value.categoryIds} onChange={(ids) => set('categoryIds', ids)} />
        <Several legend="Collections" choices={collections} chosen={value.collectionIds} onChange={(ids) => set('collectionIds', ids)} />
        {ruled.length > 0 && <p className="-mt-2 text-[13px] text-ink-3">By rules also in {ruled.join(', ')}. <TextLink to="/collections">Collections</TextLink></p>}
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
        {choices.map((choice) => <Checkbox key={choice.id} label={<span className="whitespace-pre">{choice.label}</span>} checked={chosen.includes(choice.id)} onChange={() => onChange(chosen.includes(choice.id) ? chosen.filter((id) => id !== choice.id) : [...chosen, choice.id])} />)}
      </div>
    </fieldset>
  );
}
