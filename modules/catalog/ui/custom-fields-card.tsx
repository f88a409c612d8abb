import { Card } from '#ui/card.tsx';
import { Switch } from '#ui/choice.tsx';
import { Field } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import type { CustomField, FieldValue } from './product-shape.ts';
import type { ProductEditing } from './use-product-draft.ts';

/** The fields this workspace defined for products of this type. */
export function CustomFieldsCard({ draft, fields }: { draft: ProductEditing; fields: readonly CustomField[] }) {
  const { value, set } = draft;
  const mine = fields.filter((field) => field.appliesTo.length === 0 || field.appliesTo.includes(value.productType));
  if (mine.length === 0) return null;
  return (
    <Card title="Custom fields">
      <div className="flex flex-col gap-4">
        {mine.map((field) => <OneField key={field.key} field={field} value={value.customFields[field.key]} onChange={(next) => set('customFields', { ...value.customFields, [field.key]: next })} />)}
      </div>
    </Card>
  );
}

function OneField({ field, value, onChange }: { field: CustomField; value: FieldValue | undefined; onChange(next: FieldValue): void }) {
  const label = field.unit ? `${field.says} (${field.unit})` : field.says;
  if (field.type === 'boolean') return <Switch label={label} checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  return (
    <Field label={label} name={`customFields.${field.key}`} {...(field.required ? { required: true as const } : { optional: true as const })}>
      <Control field={field} value={value} onChange={onChange} />
    </Field>
  );
}

function Control({ field, value, onChange }: { field: CustomField; value: FieldValue | undefined; onChange(next: FieldValue): void }) {
  if (field.type === 'choice') return <Select value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} options={[{ value: '', label: 'None' }, ...field.choices.map((choice) => ({ value: choice, label: choice }))]} />;
  if (field.type === 'number') return <NumberInput type="number" step="any" value={value === undefined ? '' : String(value)} onChange={(event) => onChange(event.target.value === '' ? '' : Number(event.target.value))} />;
  return <Input type={field.type === 'date' ? 'date' : field.type === 'url' ? 'url' : 'text'} value={String(value ?? '')} maxLength={5000} onChange={(event) => onChange(event.target.value)} />;
}
