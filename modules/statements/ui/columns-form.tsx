import { Field, FieldRow } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import type { ColumnField, Mapping, Preview } from './upload-shape.ts';

interface Props {
  preview: Preview;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

const FIELDS: readonly [ColumnField, string][] = [
  ['amount', 'Amount, with a sign'], ['moneyIn', 'Came in'], ['moneyOut', 'Went out'], ['description', 'Description'], ['counterpart', 'From or to'], ['reference', 'Reference'], ['fee', 'Fee'], ['currency', 'Currency'], ['valueDate', 'Value date'], ['id', 'Id of the line'],
];
const ORDERS = [{ value: 'dmy', label: 'Day, month, year' }, { value: 'mdy', label: 'Month, day, year' }, { value: 'ymd', label: 'Year, month, day' }];
const MARKS = [{ value: '.', label: 'A point (1,234.50)' }, { value: ',', label: 'A comma (1.234,50)' }];
const SIGNS = [{ value: 'as written', label: 'As written' }, { value: 'the other way round', label: 'Positive went out' }];

/** What the columns mean: guessed, and changed by whoever knows better. */
export function ColumnsForm({ preview: { columns, ambiguous }, mapping, onChange }: Props) {
  const places = columns.map((label, i) => ({ value: String(i), label }));
  const optional = [{ value: '', label: 'No column' }, ...places];
  const choose = (field: ColumnField, value: string) => {
    const { [field]: _, ...rest } = mapping;
    onChange(value === '' ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <details open={ambiguous}>
      <summary className="w-fit rounded text-[13px] font-medium text-accent-text hover:underline">How the columns are read</summary>
      {ambiguous && <p className="mt-2 rounded-lg bg-warn-soft px-3 py-2 text-[13px] text-warn">Day and month could be the other way round in this file. Please check the days below.</p>}
      <div className="mt-3 flex flex-col gap-4">
        <FieldRow columns={3}>
          <Field label="Booked on"><Select value={String(mapping.date)} options={places} onChange={(event) => onChange({ ...mapping, date: Number(event.target.value) })} /></Field>
          <Field label="Order of the date"><Select value={mapping.dateOrder} options={ORDERS} onChange={(event) => onChange({ ...mapping, dateOrder: event.target.value as Mapping['dateOrder'] })} /></Field>
          <Field label="Before the cents stands"><Select value={mapping.mark} options={MARKS} onChange={(event) => onChange({ ...mapping, mark: event.target.value as Mapping['mark'] })} /></Field>
          <Field label="Sign"><Select value={mapping.sign} options={SIGNS} onChange={(event) => onChange({ ...mapping, sign: event.target.value as Mapping['sign'] })} /></Field>
          {FIELDS.map(([field, label]) => <Field key={field} label={label}><Select value={String(mapping[field] ?? '')} options={optional} onChange={(event) => choose(field, event.target.value)} /></Field>)}
        </FieldRow>
      </div>
    </details>
  );
}
