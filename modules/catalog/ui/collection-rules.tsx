import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useView } from '#ui/use-view.ts';
import { BriefLine } from './collection-products.tsx';
import { askable, comparisons, ruleFields, type Brief, type Rule, type Rules } from './collection-shape.ts';
import type { CustomField } from './product-shape.ts';

interface Props {
  rules: Rules;
  fields: readonly CustomField[];
  onChange(rules: Rules): void;
}

/** The conditions of a collection, and at once what they bring together. */
export function RulesCard({ rules, fields, onChange }: Props) {
  const { match, conditions } = rules;
  const set = (next: Rule[]) => onChange({ ...rules, conditions: next });
  return (
    <Card title="Rules" actions={<Button size="small" onClick={() => set([...conditions, { field: 'tag', is: 'equals', value: '' }])}>Add rule</Button>}>
      <div className="flex flex-col gap-4">
        <Field label="Products fit when"><Select value={match} onChange={(event) => onChange({ ...rules, match: event.target.value as Rules['match'] })} options={[{ value: 'all', label: 'all rules are true' }, { value: 'any', label: 'at least one rule is true' }]} className="sm:max-w-72" /></Field>
        <ul className="flex flex-col gap-3">
          {/* A rule has no identity but its place. */}
          {/* eslint-disable-next-line react/no-array-index-key */}
          {conditions.map((rule, i) => <li key={i}><OneRule rule={rule} place={i} fields={fields} onChange={(next) => set(conditions.with(i, next))} {...(conditions.length > 1 && { onRemove: () => set(conditions.toSpliced(i, 1)) })} /></li>)}
        </ul>
        <Preview rules={rules} />
      </div>
    </Card>
  );
}

function OneRule({ rule, place, fields, onChange, onRemove }: { rule: Rule; place: number; fields: readonly CustomField[]; onChange(rule: Rule): void; onRemove?(): void }) {
  const possible = ruleFields(fields);
  const field = possible.find((each) => each.value === rule.field) ?? possible[0]!;
  const ways = comparisons(field.kind);
  const choose = (value: string) => {
    const next = possible.find((each) => each.value === value)!;
    onChange({ field: value, is: comparisons(next.kind).some((way) => way.value === rule.is) ? rule.is : 'equals', value: next.choices && !next.choices.includes(rule.value) ? '' : rule.value });
  };
  return (
    <div role="group" aria-label={`Rule ${place + 1}`} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.5fr)_auto]">
      <Select aria-label="What is looked at" value={rule.field} onChange={(event) => choose(event.target.value)} options={possible} />
      <Select aria-label="How it is compared" value={rule.is} onChange={(event) => onChange({ ...rule, is: event.target.value as Rule['is'] })} options={ways} />
      <Field label="Value" labelHidden name={`rules.conditions.${place}.value`} className="max-sm:col-span-2 max-sm:row-start-2">
        {field.choices ? <Select value={rule.value} onChange={(event) => onChange({ ...rule, value: event.target.value })} options={[{ value: '', label: 'Choose' }, ...field.choices.map((choice) => ({ value: choice, label: choice }))]} /> : <Input value={rule.value} inputMode={field.kind === 'number' ? 'decimal' : 'text'} maxLength={255} placeholder={field.kind === 'number' ? '2500' : 'summer'} onChange={(event) => onChange({ ...rule, value: event.target.value })} />}
      </Field>
      {onRemove && <IconButton label={`Remove rule ${place + 1}`} onClick={onRemove} className="max-sm:col-start-3 max-sm:row-start-1"><Trash2 aria-hidden className="size-4" /></IconButton>}
    </div>
  );
}

const PAUSE = 250;

function Preview({ rules }: { rules: Rules }) {
  const question = JSON.stringify(askable(rules) ?? null);
  const [asked, setAsked] = useState(question);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(question), PAUSE);
    return () => clearTimeout(timer);
  }, [question]);
  const { data, sentence } = useView<{ total: number; data: Brief[] }>(asked === 'null' ? undefined : `/collection-previews?rules=${encodeURIComponent(asked)}`);
  return (
    <div className="rounded-lg bg-sunken px-3 py-3">
      <p role="status" className="font-medium">{sentence ?? (data ? `${data.total === 1 ? '1 product fits' : `${data.total} products fit`} now` : 'Give a value to see which products fit.')}</p>
      {data && data.total > 0 && <ul className="mt-2 flex flex-col gap-2">{data.data.slice(0, 8).map((each) => <li key={each.id}><BriefLine product={each} /></li>)}{data.total > 8 && <li className="text-[13px] text-ink-3">and {data.total - 8} more</li>}</ul>}
    </div>
  );
}
