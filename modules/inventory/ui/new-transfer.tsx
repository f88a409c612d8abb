import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { Button, IconButton } from '#ui/button.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput, SearchInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import type { loader, StockPick } from './pick-stock.ts';

interface Props {
  locations: readonly { id: string; name: string }[];
  onClose(): void;
}

interface Line extends StockPick {
  quantity: string;
}

/** Which goods go from where to where. */
export function NewTransfer({ locations, onClose }: Props) {
  const [from, setFrom] = useState(locations[0]!.id);
  const [to, setTo] = useState(locations[1]!.id);
  const [lines, setLines] = useState<Line[]>([]);
  const places = locations.map(({ id, name }) => ({ value: id, label: name }));
  const shape = (input: Record<string, unknown>) => ({ fromLocationId: from, toLocationId: to, note: input.note ?? '', lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity: Number(quantity) || 0 })) });
  return (
    <OperationForm<{ id: string }> operation="stock.create-transfer" shape={shape} submit="Plan transfer" done="Transfer planned" goTo={({ id }) => `/inventory/transfers/${id}`} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <FieldRow>
        <Field label="From"><Select value={from} options={places} onChange={(event) => { setFrom(event.target.value); setLines([]); }} /></Field>
        <Field label="To" name="toLocationId"><Select value={to} options={places} onChange={(event) => setTo(event.target.value)} /></Field>
      </FieldRow>
      <Finder key={from} locationId={from} taken={new Set(lines.map((line) => line.variantId))} onPick={(pick) => setLines([...lines, { ...pick, quantity: '1' }])} />
      <ul aria-label="Items" className="divide-y divide-line empty:hidden">
        {lines.map((line) => (
          <li key={line.variantId} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1"><span className="block truncate font-medium">{line.product}</span><span className="block truncate text-[13px] text-ink-3">{[line.variant, `${line.available} available`].filter(Boolean).join(' · ')}</span></span>
            <NumberInput aria-label={`Quantity of ${line.product} ${line.variant}`} value={line.quantity} onChange={(event) => setLines(lines.map((each) => (each === line ? { ...line, quantity: event.target.value } : each)))} className="w-20" />
            <IconButton label={`Remove ${line.product} ${line.variant}`} size="small" onClick={() => setLines(lines.filter((each) => each !== line))}><X aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      <Field label="Note" name="note" optional><Input name="note" maxLength={500} /></Field>
    </OperationForm>
  );
}

function Finder({ locationId, taken, onPick }: { locationId: string; taken: ReadonlySet<string>; onPick(pick: StockPick): void }) {
  const [words, setWords] = useState('');
  const { load, data } = useFetcher<typeof loader>();
  const address = useWorkspacePath()(`/inventory/pick?q=${encodeURIComponent(words)}&location=${locationId}`);
  useEffect(() => {
    const timer = setTimeout(() => void load(address), 150);
    return () => clearTimeout(timer);
  }, [address, load]);
  const found = data?.data.filter((pick) => !taken.has(pick.variantId)) ?? [];
  return (
    <div>
      <SearchInput aria-label="Find items to move" placeholder="Name or SKU" value={words} onChange={(event) => setWords(event.target.value)} />
      <ul aria-label="Found" className="mt-1 max-h-48 overflow-y-auto">
        {found.map((pick) => (
          <li key={pick.variantId}>
            <button type="button" onClick={() => onPick(pick)} className="flex w-full items-center gap-3 rounded-lg px-2 py-1.5 text-left hover:bg-hover">
              <span className="min-w-0 flex-1 truncate">{pick.product}{pick.variant && <span className="text-ink-3"> · {pick.variant}</span>}</span>
              <span className="figures text-[13px] text-ink-3">{pick.available} available</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
