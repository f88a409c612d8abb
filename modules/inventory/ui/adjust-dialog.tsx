import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import type { StockRow } from './stock.tsx';

const reasons = [
  { value: 'counted', label: 'Counted' },
  { value: 'received', label: 'Received' },
  { value: 'returned', label: 'Returned' },
  { value: 'damaged', label: 'Damaged' },
  { value: 'lost', label: 'Lost' },
  { value: 'found', label: 'Found' },
  { value: 'adjusted', label: 'Other' },
];

/** Changes one counter, by a number or to a number, and shows what will stand there. */
export function AdjustDialog({ row, onClose }: { row: StockRow | null; onClose(): void }) {
  return (
    <Dialog title="Adjust stock" about={row && [row.product, row.variant, row.location].filter(Boolean).join(' · ')} open={row !== null} onOpenChange={(open) => !open && onClose()}>
      {row && <AdjustForm row={row} onClose={onClose} />}
    </Dialog>
  );
}

function AdjustForm({ row, onClose }: { row: StockRow; onClose(): void }) {
  const [way, setWay] = useState<'by' | 'to'>('to');
  const [text, setText] = useState('');
  const typed = text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  const after = typed === undefined ? row.onHand : way === 'to' ? typed : row.onHand + typed;
  return (
    <OperationForm operation="stock.adjust" input={{ variantId: row.variantId, locationId: row.locationId }} submit="Adjust" done="Stock adjusted" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <FieldRow>
        <Field label="Change">
          <Select value={way} onChange={(event) => setWay(event.target.value as 'by' | 'to')} options={[{ value: 'to', label: 'Set on hand to' }, { value: 'by', label: 'Add or take away' }]} />
        </Field>
        <Field label={way === 'to' ? 'On hand' : 'By'} name={way} required>
          <NumberInput name={way} inputMode="text" placeholder={way === 'to' ? String(row.onHand) : '-2'} value={text} onChange={(event) => setText(event.target.value)} autoFocus />
        </Field>
      </FieldRow>
      <Field label="Reason" name="reason"><Select name="reason" defaultValue="counted" options={reasons} /></Field>
      <Field label="Note" name="note" optional><Input name="note" maxLength={500} /></Field>
      <p role="status" className="figures rounded-lg bg-sunken px-3 py-2 text-[13px] text-ink-2">
        On hand {row.onHand} → <strong className="font-semibold text-ink">{after}</strong>, reserved {row.reserved}, available <strong className="font-semibold text-ink">{after - row.reserved}</strong>
      </p>
    </OperationForm>
  );
}
