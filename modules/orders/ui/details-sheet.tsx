import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import { toast } from '#ui/toast.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { AddressFields } from './address-fields.tsx';
import { changeOf, detailsOf, detailWords, inLine, type DetailField, type Details } from './order-details.ts';
import { OrderSheet, type SheetProps } from './order-sheet.tsx';
import type { Address, Order } from './order-shape.ts';

/** Note, tags, e-mail and addresses. What two people change at once is merged field by field. */
export function DetailsSheet(props: SheetProps) {
  return <OrderSheet title="Edit details" {...props}>{(order) => <DetailsForm order={order} onClose={props.onClose} />}</OrderSheet>;
}

interface Conflict {
  conflict: DetailField[];
  theirs: Partial<Details>;
  version: number;
}

interface Saved {
  merged: string[];
}

function DetailsForm({ order, onClose }: { order: Order; onClose(): void }) {
  // As the order was when the sheet was opened; the page may have learned of a newer one since.
  const [base, setBase] = useState(() => ({ version: order.version, was: detailsOf(order) }));
  const [value, setValue] = useState(base.was);
  const [conflict, setConflict] = useState<Conflict>();
  const save = useOperation<Saved>('orders.change-details', {
    done: ({ merged }) => (merged.length > 0 ? `Saved. Somebody else changed the ${merged.join(' and the ')} meanwhile; both are kept.` : 'Saved'),
    onDone: onClose,
    onRefused: (code, _sentence, details) => code === 'conflict' && showConflict(details as unknown as Conflict),
  });
  const showConflict = (found: Conflict) => {
    setConflict(found);
    setBase({ version: found.version, was: { ...base.was, ...found.theirs } });
    return true;
  };
  const set = <K extends DetailField>(field: K, next: Details[K]) => setValue({ ...value, [field]: next });
  const { was, change } = changeOf(base.was, value);
  const send = () => (Object.keys(change).length === 0 ? onClose() : void save.run({ id: order.id, version: base.version, was, change }));
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); send(); }} className="flex flex-col gap-4">
      {order.version !== base.version && !conflict && <p role="status" className="rounded-lg bg-info-soft px-3 py-2 text-[13px] text-info">Somebody else just changed this order. What you did not touch is kept as they wrote it.</p>}
      {conflict && <Choose conflict={conflict} mine={value} onTake={(field) => { setValue({ ...value, [field]: conflict.theirs[field] }); toast.news(`Took their ${detailWords[field].toLowerCase()}`); }} />}
      <FieldErrors value={namesOf(save.fields)}>
        <Field label="Note" name="note" optional><Textarea rows={3} value={value.note} maxLength={5000} onChange={(event) => set('note', event.target.value)} /></Field>
        <Field label="Tags" name="tags" optional><TagsInput value={value.tags} onChange={(tags) => set('tags', tags)} /></Field>
        <Field label="Email" name="email" optional><Input type="email" value={value.email} onChange={(event) => set('email', event.target.value)} autoComplete="off" /></Field>
        <AddressPart legend="Delivery" prefix="shippingAddress" value={value.shippingAddress} onChange={(address) => set('shippingAddress', address)} />
        <AddressPart legend="Billing" prefix="billingAddress" value={value.billingAddress} onChange={(address) => set('billingAddress', address)} />
      </FieldErrors>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={save.pending}>{conflict ? 'Save mine' : 'Save'}</Button>
      </DialogActions>
    </form>
  );
}

// The server names fields as they travel: "change.email".
function namesOf(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, says]) => [name.replace(/^change\./, ''), says]));
}

/** Both wrote the same field: their words beside ours, nothing is lost before somebody chooses. */
function Choose({ conflict, mine, onTake }: { conflict: Conflict; mine: Details; onTake(field: DetailField): void }) {
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-lg bg-warn-soft px-3 py-2.5 text-[13px]">
      <p className="font-medium text-warn">Somebody else changed the same meanwhile. Choose, or put both together below.</p>
      {conflict.conflict.map((field) => (
        <div key={field} className="flex flex-col gap-1 text-ink">
          <p className="wrap-anywhere"><span className="font-medium">{detailWords[field]}, theirs:</span> {inLine(conflict.theirs[field])}</p>
          <p className="wrap-anywhere"><span className="font-medium">Yours:</span> {inLine(mine[field])}</p>
          <Button size="small" className="self-start" onClick={() => onTake(field)}>Take theirs</Button>
        </div>
      ))}
    </div>
  );
}

const noAddress: Address = { name: '', company: null, line1: '', line2: null, city: '', region: null, postalCode: '', country: '', phone: null };

function AddressPart({ legend, prefix, value, onChange }: { legend: string; prefix: string; value: Address | null; onChange(value: Address | null): void }) {
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <legend className="px-1 text-[13px] font-medium">{legend}</legend>
      <Checkbox label="Has an address" checked={value !== null} onChange={(event) => onChange(event.target.checked ? noAddress : null)} />
      {value && <AddressFields prefix={prefix} value={value} onChange={onChange} />}
    </fieldset>
  );
}
