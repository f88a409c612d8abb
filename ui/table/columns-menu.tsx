import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../button.tsx';
import { Tick } from '../choice.tsx';
import { Popover } from '../popover.tsx';
import type { Shown } from './columns.tsx';
import { arranged, choosable, type LayoutControl } from './layout.ts';
import type { Layout, Listing } from './question.ts';

interface Props<Row> {
  listing: Listing<Row>;
  columns: readonly Shown<Row>[];
  look: LayoutControl;
}

/** Which columns, in which order, how wide, how dense. */
export function ColumnsMenu<Row>({ listing, columns, look }: Props<Row>) {
  const [open, setOpen] = useState(false);
  return (
    <Popover label="Columns" open={open} onOpenChange={setOpen} trigger={<IconButton label="Columns" size="small" className="max-sm:hidden"><Columns3 aria-hidden className="size-4" /></IconButton>}>
      <Choices listing={listing} columns={columns} look={look} />
    </Popover>
  );
}

function Choices<Row>({ listing, columns, look }: Props<Row>) {
  const all = choosable(columns, listing.columns);
  const shown = arranged(columns, listing.columns, look.layout).map((column) => column.key).filter((key) => listing.columns[key]);
  const rest = all.map((column) => column.key).filter((key) => !shown.includes(key));
  const put = (keys: string[]) => look.change({ ...look.layout, columns: keys });
  return (
    <div className="flex flex-col gap-3">
      <Density look={look} />
      <ul aria-label="Columns" className="flex max-h-[50vh] flex-col overflow-y-auto">
        {[...shown, ...rest].map((key) => (
          <Choice key={key} name={all.find((column) => column.key === key)?.header ?? listing.columns[key]!.says} place={shown.indexOf(key)} count={shown.length} fixed={Boolean(columns.find((column) => column.key === key)?.opens)} width={look.layout.widths?.[key]}
            onToggle={() => put(shown.includes(key) ? shown.filter((each) => each !== key) : [...shown, key])}
            onMove={(by) => put(moved(shown, key, by))}
            onWidth={(width) => look.change(withWidth(look.layout, key, width))} />
        ))}
      </ul>
      <Button size="small" onClick={look.reset}>Reset</Button>
    </div>
  );
}

const widths = [['', 'Auto'], ['120', 'Narrow'], ['200', 'Medium'], ['320', 'Wide']] as const;

interface ChoiceProps {
  name: string;
  /** -1 when it is not shown. */
  place: number;
  count: number;
  fixed: boolean;
  width: number | undefined;
  onToggle(): void;
  onMove(by: 1 | -1): void;
  onWidth(width: number | null): void;
}

function Choice({ name, place, count, fixed, width, onToggle, onMove, onWidth }: ChoiceProps) {
  const shown = place >= 0;
  return (
    <li className="flex h-9 items-center gap-1">
      <label className="flex min-w-0 flex-1 items-center gap-2.5">
        <Tick checked={shown} disabled={fixed} onChange={onToggle} />
        <span className="truncate">{name}</span>
      </label>
      {shown && (
        <select aria-label={`Width of ${name}`} value={width ? String(width) : ''} onChange={(event) => onWidth(Number(event.target.value) || null)} className="h-7 rounded-md bg-transparent text-xs text-ink-2 hover:bg-hover">
          {widths.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
          {width && !widths.some(([value]) => value === String(width)) && <option value={width}>{width} px</option>}
        </select>
      )}
      {shown && <IconButton label={`Move ${name} up`} size="small" disabled={place === 0} onClick={() => onMove(-1)} className="size-7!"><ArrowUp aria-hidden className="size-3.5" /></IconButton>}
      {shown && <IconButton label={`Move ${name} down`} size="small" disabled={place === count - 1} onClick={() => onMove(1)} className="size-7!"><ArrowDown aria-hidden className="size-3.5" /></IconButton>}
    </li>
  );
}

function Density({ look }: { look: LayoutControl }) {
  const dense = look.layout.density === 'compact';
  const choose = (density: 'comfortable' | 'compact') => look.change({ ...look.layout, density });
  return (
    <div role="group" aria-label="Density" className="grid grid-cols-2 gap-1.5">
      <Button size="small" aria-pressed={!dense} className="aria-pressed:border-accent aria-pressed:bg-accent-soft" onClick={() => choose('comfortable')}>Comfortable</Button>
      <Button size="small" aria-pressed={dense} className="aria-pressed:border-accent aria-pressed:bg-accent-soft" onClick={() => choose('compact')}>Compact</Button>
    </div>
  );
}

function moved(keys: readonly string[], key: string, by: 1 | -1): string[] {
  const from = keys.indexOf(key);
  const next = [...keys];
  next.splice(from, 1);
  next.splice(from + by, 0, key);
  return next;
}

function withWidth(layout: Layout, key: string, width: number | null): Layout {
  const { [key]: _before, ...others } = layout.widths ?? {};
  return { ...layout, widths: width ? { ...others, [key]: width } : others };
}
