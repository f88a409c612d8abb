import { ListFilter, X } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, buttonClass } from '../button.tsx';
import { Checkbox } from '../choice.tsx';
import { cx } from '../cx.ts';
import { Field, FieldRow } from '../field.tsx';
import { Input } from '../input.tsx';
import { useLocale } from '../locale.tsx';
import { minorDigits } from '../money.tsx';
import { Menu, MenuItem } from '../menu.tsx';
import { Popover } from '../popover.tsx';
import { labelOf, type Shown } from './columns.tsx';
import { describeFilter, joinValues, lastDays, presets, splitValues } from './filter-words.ts';
import { OpenValues } from './open-values.tsx';
import type { ColumnFacts, Listing } from './question.ts';
import type { ListingChanges } from './use-listing.ts';

/** Never more than this many filters stand in the open; the rest is behind "Filter". */
const PROMOTED = 3;

interface Props<Row> {
  listing: Listing<Row>;
  shown: readonly Shown<Row>[];
  changes: ListingChanges;
}

/** The filters a list view declares, as buttons. */
export function Filters<Row>({ listing, shown, changes }: Props<Row>) {
  const [opened, setOpened] = useState<string[]>([]);
  const filterable = Object.keys(listing.columns).filter((key) => canFilter(listing, shown, key)).toSorted((a, b) => rank(listing, a) - rank(listing, b));
  const visible = filterable.filter((key, i) => i < PROMOTED || listing.question.filter[key] !== undefined || opened.includes(key));
  const rest = filterable.filter((key) => !visible.includes(key));
  return (
    <>
      {visible.map((key) => (
        <OneFilter key={key} list={listing.view} column={key} facts={listing.columns[key]!} shown={shown.find((each) => each.key === key)} value={listing.question.filter[key]} initiallyOpen={opened.includes(key)} onChange={(value) => changes.filterBy(key, value)} />
      ))}
      {rest.length > 0 && (
        <Menu align="start" trigger={<Button size="small" kind="quiet" icon={<ListFilter aria-hidden className="size-4" />}>More filters</Button>}>
          {rest.map((key) => <MenuItem key={key} onSelect={() => setOpened([...opened, key])}>{listing.columns[key]!.says}</MenuItem>)}
        </Menu>
      )}
    </>
  );
}

const order: ColumnFacts['filter'][] = ['any of', 'yes or no', 'dates', 'range', 'text'];

// Choices among a few values are what people reach for first.
function rank(listing: Listing<unknown>, key: string): number {
  return order.indexOf(listing.columns[key]!.filter);
}

/** What the page shows can be filtered, and whatever the address already filters by can be seen and removed. */
function canFilter<Row>(listing: Listing<Row>, shown: readonly Shown<Row>[], key: string): boolean {
  const facts = listing.columns[key]!;
  if (listing.question.filter[key] !== undefined) return true;
  if (!facts.filter) return false;
  return shown.some((column) => column.key === key);
}

interface OneProps<Row> {
  list: string;
  column: string;
  facts: ColumnFacts;
  shown: Shown<Row> | undefined;
  value: string | undefined;
  initiallyOpen: boolean;
  onChange(value: string | null): void;
}

function OneFilter<Row>({ list, column, facts, shown, value, initiallyOpen, onChange }: OneProps<Row>) {
  const { currency } = useLocale();
  const [open, setOpen] = useState(initiallyOpen && value === undefined);
  const name = shown?.header ?? facts.says;
  const words = value === undefined ? undefined : describeFilter(facts, value, { label: (each) => labelOf(shown, each), factor: facts.type === 'money' ? 10 ** minorDigits(currency) : 1 });
  const apply = (next: string | null) => {
    setOpen(false);
    onChange(next);
  };
  return (
    <span className="relative inline-flex max-w-full">
      <Popover label={`Filter by ${name}`} open={open} onOpenChange={setOpen} trigger={
        <button type="button" className={buttonClass({ size: 'small' }, cx('max-w-full font-normal', words && 'border-accent/60! bg-accent-soft! pr-8'))}>
          <span className={cx(words && 'text-ink-2')}>{name}{words && ':'}</span>
          {words && <span className="max-w-[24ch] truncate font-medium text-accent-text">{words}</span>}
        </button>
      }>
        <Editor list={list} column={column} facts={facts} shown={shown} value={value} onApply={apply} name={name} />
      </Popover>
      {words && (
        <button type="button" aria-label={`Remove the filter ${name}`} onClick={() => onChange(null)} className="absolute top-1 right-1 grid size-6 place-items-center rounded-md text-accent-text hover:bg-hover">
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

interface EditorProps<Row> {
  list: string;
  column: string;
  facts: ColumnFacts;
  shown: Shown<Row> | undefined;
  value: string | undefined;
  name: string;
  onApply(value: string | null): void;
}

function Editor<Row>(props: EditorProps<Row>) {
  const { list, column, facts, shown, value, name, onApply } = props;
  if (facts.filter === 'any of' && facts.values) return <AnyOf name={name} values={facts.values} label={(each) => labelOf(shown, each)} value={value} onApply={onApply} />;
  if (facts.filter === 'any of') return <OpenValues list={list} column={column} chosen={value ? splitValues(value) : []}>{(values) => <AnyOf name={name} values={values} label={(each) => labelOf(shown, each)} value={value} onApply={onApply} />}</OpenValues>;
  if (facts.filter === 'yes or no') return <AnyOf name={name} values={['yes', 'no']} label={(each) => labelOf(shown, each)} value={value} onApply={(next) => onApply(next && next.split(',').length === 1 ? next : null)} />;
  if (facts.filter === 'dates') return <Between {...props} type="date" before={<Presets onApply={onApply} />} />;
  if (facts.filter === 'range') return <Between {...props} type="number" before={null} />;
  return <Words {...props} />;
}

function AnyOf({ name, values, label, value, onApply }: { name: string; values: readonly string[]; label(value: string): string; value: string | undefined; onApply(value: string | null): void }) {
  const [chosen, setChosen] = useState(() => new Set(value ? splitValues(value) : []));
  const toggle = (each: string) => setChosen((now) => (now.has(each) ? new Set([...now].filter((one) => one !== each)) : new Set([...now, each])));
  return (
    <form onSubmit={(event) => send(event, () => onApply(joinValues(chosen) || null))}>
      <fieldset className="flex max-h-64 flex-col gap-2 overflow-y-auto p-0.5">
        <legend className="sr-only">{name}</legend>
        {values.map((each) => <Checkbox key={each} label={label(each)} checked={chosen.has(each)} onChange={() => toggle(each)} />)}
      </fieldset>
      <Apply />
    </form>
  );
}

// Money is filtered in whole currency units by people and in minor units by the API.
function Between<Row>({ facts, value, type, onApply, before }: EditorProps<Row> & { type: 'date' | 'number'; before: ReactNode }) {
  const { currency } = useLocale();
  const factor = facts.type === 'money' ? 10 ** minorDigits(currency) : 1;
  const [from = '', to = ''] = (value ?? '').split('..');
  const shownAs = (text: string) => (text && type === 'number' ? String(Number(text) / factor) : text);
  const stored = (text: string) => (text && type === 'number' ? String(Math.round(Number(text) * factor)) : text);
  const apply = (form: FormData) => {
    const [low, high] = [stored(String(form.get('from'))), stored(String(form.get('to')))];
    onApply(low || high ? `${low}..${high}` : null);
  };
  return (
    <form onSubmit={(event) => send(event, apply)}>
      {before}
      <FieldRow>
        <Field label="From" name="from"><Input type={type} step="any" defaultValue={shownAs(from)} className="px-2!" /></Field>
        <Field label="To" name="to"><Input type={type} step="any" defaultValue={shownAs(to)} className="px-2!" /></Field>
      </FieldRow>
      <Apply />
    </form>
  );
}

function Presets({ onApply }: { onApply(value: string): void }) {
  const { timeZone } = useLocale();
  return (
    <div className="mb-3 flex flex-wrap gap-1.5">
      {presets.map(({ label, days }) => (
        <Button key={label} size="small" kind="secondary" onClick={() => onApply(lastDays(days, timeZone))}>{label}</Button>
      ))}
    </div>
  );
}

function Words<Row>({ value, name, onApply }: EditorProps<Row>) {
  return (
    <form onSubmit={(event) => send(event, (form) => onApply(String(form.get('words')) || null))}>
      <Field label={name} name="words"><Input defaultValue={value} /></Field>
      <Apply />
    </form>
  );
}

function Apply() {
  return <Button type="submit" kind="primary" size="small" className="mt-3 w-full">Apply</Button>;
}

function send(event: FormEvent<HTMLFormElement>, then: (form: FormData) => void): void {
  event.preventDefault();
  then(new FormData(event.currentTarget));
}
