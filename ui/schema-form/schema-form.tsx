import { Plus, Trash2 } from 'lucide-react';
import { createContext, use, type ComponentType } from 'react';
import { Button, IconButton } from '../button.tsx';
import { Checkbox } from '../choice.tsx';
import { Field } from '../field.tsx';
import { Input, NumberInput, Textarea } from '../input.tsx';
import { Select } from '../select.tsx';
import { TagsInput } from '../tags-input.tsx';
import { JsonInput } from './json-input.tsx';
import { beginning, type FieldShape, type Json } from './schema-fields.ts';

/** How an id of a known kind of record is chosen; without one it is typed. */
export interface IdChoosing {
  knows(field: string): boolean;
  Chooser: ComponentType<{ field: string; value: string; onChange(id: string): void }>;
}

const IdContext = createContext<IdChoosing | null>(null);

interface Props {
  fields: readonly FieldShape[];
  value: Json;
  onChange(value: Json): void;
  ids?: IdChoosing;
}

/** A form made from a schema: one control a field, groups and lines inside. Errors come from the `FieldErrors` around it. */
export function SchemaForm({ fields, value, onChange, ids }: Props) {
  return (
    <IdContext value={ids ?? null}>
      <Fields fields={fields} value={value} onChange={onChange} path="" />
    </IdContext>
  );
}

function Fields({ fields, value, onChange, path }: Omit<Props, 'ids'> & { path: string }) {
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field) => (
        <One key={field.name} field={field} path={path + field.name} value={value[field.name]} onChange={(next) => onChange({ ...value, [field.name]: next })} />
      ))}
    </div>
  );
}

interface OneProps {
  field: FieldShape;
  path: string;
  value: unknown;
  onChange(value: unknown): void;
}

function One(props: OneProps) {
  const { field, path, value, onChange } = props;
  if (field.kind === 'yes-no') return <Checkbox label={field.label} {...(field.about && { description: field.about })} checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  if (field.kind === 'group') return <Group {...props} fields={field.fields} />;
  if (field.kind === 'list') return <Lines {...props} fields={field.fields} />;
  return (
    <Field label={field.label} name={path} {...(field.about && { description: field.about })} {...(field.required ? { required: true as const } : { optional: true as const })}>
      <Control {...props} />
    </Field>
  );
}

function Control({ field, path, value, onChange }: OneProps) {
  const ids = use(IdContext);
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'choice':
      return <Select name={path} value={text} onChange={(event) => onChange(event.target.value || undefined)} options={[{ value: '', label: field.required ? 'Choose…' : '—' }, ...field.options.map((option) => ({ value: option, label: option.replaceAll(/[_-]/g, ' ') }))]} />;
    case 'number':
      return <NumberInput name={path} value={value === undefined || value === null ? '' : String(value)} onChange={(event) => onChange(numberOf(event.target.value))} className="text-left!" />;
    case 'words':
      return <TagsInput value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} placeholder={field.options ? field.options.slice(0, 4).join(', ') : 'Add…'} />;
    case 'ids':
      return <TagsInput value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} placeholder="Ids…" />;
    case 'long-text':
      return <Textarea name={path} value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'anything':
      return <JsonInput name={path} value={value} onChange={onChange} />;
    case 'id':
      if (ids?.knows(field.name)) return <ids.Chooser field={field.name} value={text} onChange={onChange} />;
      return <Input name={path} value={text} onChange={(event) => onChange(event.target.value)} className="font-mono" autoComplete="off" spellCheck={false} />;
    case 'date-time':
      return <Input name={path} type="datetime-local" value={localOf(text)} onChange={(event) => onChange(event.target.value ? new Date(event.target.value).toISOString() : undefined)} />;
    default:
      return <Input name={path} type={field.kind === 'date' || field.kind === 'email' ? field.kind : 'text'} value={text} onChange={(event) => onChange(event.target.value)} autoComplete="off" />;
  }
}

// What is no number is sent as it is, so that the server can say what is wrong with it.
function numberOf(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

function localOf(instant: string): string {
  if (!instant) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function Group({ field, path, value, onChange, fields }: OneProps & { fields: readonly FieldShape[] }) {
  return (
    <fieldset className="rounded-xl border border-line p-3.5">
      <legend className="px-1 text-[13px] font-medium">{field.label}{!field.required && <span className="font-normal text-ink-3"> (optional)</span>}</legend>
      <Fields fields={fields} value={(value as Json | undefined) ?? {}} onChange={onChange} path={`${path}.`} />
    </fieldset>
  );
}

function Lines({ field, path, value, onChange, fields }: OneProps & { fields: readonly FieldShape[] }) {
  const lines = Array.isArray(value) ? (value as Json[]) : [];
  const put = (i: number, line: Json) => onChange(lines.map((each, j) => (i === j ? line : each)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1.5 text-[13px] font-medium">{field.label}{!field.required && <span className="font-normal text-ink-3"> (optional)</span>}</legend>
      {[...lines.entries()].map(([i, line]) => (
        <div key={i} className="flex items-start gap-2 rounded-xl border border-line p-3.5">
          <div className="min-w-0 flex-1"><Fields fields={fields} value={line} onChange={(next) => put(i, next)} path={`${path}.${i}.`} /></div>
          <IconButton label={`Remove line ${i + 1}`} size="small" onClick={() => onChange(lines.filter((_, j) => j !== i))}><Trash2 aria-hidden className="size-4" /></IconButton>
        </div>
      ))}
      <Button size="small" className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => onChange([...lines, beginning(fields)])}>Add to {field.label.toLowerCase()}</Button>
    </fieldset>
  );
}
