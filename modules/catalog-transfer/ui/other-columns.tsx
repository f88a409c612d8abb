import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { choicesFor, otherColumns, type CustomField, type Mapping } from './columns-choice.ts';
import type { Preview } from './transfer-shape.ts';

interface Props {
  columns: Preview['columns'];
  mapping: Mapping;
  fields: readonly CustomField[];
  onChoose(column: string, means: string): void;
}

/** Columns without a place of their own: kept, left out, or given a place. */
export function OtherColumns({ columns, mapping, fields, onChoose }: Props) {
  const others = otherColumns(columns, mapping);
  if (others.length === 0) return null;
  const meant = columns.map((each) => ({ ...each, means: mapping[each.name] ?? each.means }));
  return (
    <section>
      <h3 className="text-[13px] font-semibold">Other columns</h3>
      <p className="text-[13px] text-ink-3">What has no place here is kept with its product, and an export gives it back.</p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {others.map(({ name }) => <li key={name} className="max-w-full truncate rounded-md bg-press px-2 py-0.5 text-[13px]">{name}</li>)}
      </ul>
      <details className="mt-3">
        <summary className="w-fit rounded text-[13px] font-medium text-accent-text hover:underline">{others.length === 1 ? 'Choose what it becomes' : 'Choose what they become'}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          {others.map((column) => (
            <Field key={column.name} label={column.name}>
              <Select value={mapping[column.name] ?? column.means} onChange={(event) => onChoose(column.name, event.target.value)} options={choicesFor(column, meant, fields)} />
            </Field>
          ))}
        </div>
      </details>
    </section>
  );
}
