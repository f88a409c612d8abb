import type { ReactNode } from 'react';
import { NumberInput } from '#ui/input.tsx';
import { lineName, type OrderLine } from './order-shape.ts';

export interface UnitRow {
  line: OrderLine;
  most: number;
}

interface Props {
  rows: readonly UnitRow[];
  units: Record<string, number>;
  onChange(lineId: string, units: number): void;
  /** What is asked: "How many of". */
  ask?: string;
  /** Under a line that has units. */
  renderMore?(row: UnitRow): ReactNode;
}

/** How many units of which line: already filled in, one field a line. */
export function UnitList({ rows, units, onChange, ask = 'How many of', renderMore }: Props) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {rows.map((row) => (
        <li key={row.line.id} className="flex flex-col gap-2 px-3 py-2.5">
          <div className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{row.line.title}</span>
              <span className="block text-[13px] text-ink-3">{[row.line.variantTitle, row.line.sku].filter(Boolean).join(' · ')}</span>
            </span>
            <Units label={`${ask} ${lineName(row.line)}`} most={row.most} value={units[row.line.id] ?? 0} onChange={(value) => onChange(row.line.id, value)} />
          </div>
          {(units[row.line.id] ?? 0) > 0 && renderMore?.(row)}
        </li>
      ))}
    </ul>
  );
}

interface UnitsProps {
  label: string;
  most: number;
  value: number;
  onChange(value: number): void;
}

/** "2 of 3". */
export function Units({ label, most, value, onChange }: UnitsProps) {
  const within = (text: string) => Math.max(0, Math.min(most, Math.round(Number(text)) || 0));
  return (
    <span className="flex shrink-0 items-center gap-2">
      <NumberInput aria-label={label} type="number" min={0} max={most} value={value} onChange={(event) => onChange(within(event.target.value))} className="w-18!" />
      <span className="figures min-w-9 text-[13px] whitespace-nowrap text-ink-3">of {most}</span>
    </span>
  );
}

/** Units by line: all that is possible, or none. */
export function startUnits(rows: readonly UnitRow[], with_: 'all' | 'none' = 'all'): Record<string, number> {
  return Object.fromEntries(rows.map(({ line, most }) => [line.id, with_ === 'all' ? most : 0]));
}

export function chosen(units: Record<string, number>): { lineId: string; quantity: number }[] {
  return Object.entries(units).filter(([, quantity]) => quantity > 0).map(([lineId, quantity]) => ({ lineId, quantity }));
}

export function sumOf(units: Record<string, number>): number {
  return Object.values(units).reduce((sum, each) => sum + each, 0);
}
