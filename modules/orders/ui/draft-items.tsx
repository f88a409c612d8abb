import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { NumberInput } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Money, MoneyInput, moneyText, type MoneyValue } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import type { Draft as Editing } from '#ui/use-draft.ts';
import type { Draft, DraftForm, DraftLine } from './draft-shape.ts';
import { VariantPicker } from './variant-picker.tsx';

/** What is in the order, with prices that may be agreed by hand. */
export function DraftItems({ form }: { form: Editing<DraftForm> }) {
  const [picking, setPicking] = useState(false);
  const { lines } = form.value;
  const change = (next: DraftLine[]) => form.set('lines', next);
  return (
    <Card title="Items" padding="none" actions={<Button size="small" onClick={() => setPicking(true)}>Add items</Button>}>
      {lines.length === 0 && <p className="border-t border-line px-5 py-8 text-center text-ink-3">Nothing in the order yet.</p>}
      <ul className="divide-y divide-line border-t border-line">
        {lines.map((line, i) => <Line key={line.variantId} line={line} onChange={(next) => change(lines.with(i, next))} onRemove={() => change(lines.toSpliced(i, 1))} />)}
      </ul>
      <VariantPicker open={picking} taken={new Set(lines.map((line) => line.variantId))} onClose={() => setPicking(false)} onPick={({ variantId, title, variantTitle, price }) => change([...lines, { variantId, title, variantTitle, quantity: 1, unitPrice: price ?? 0 }])} />
    </Card>
  );
}

function Line({ line, onChange, onRemove }: { line: DraftLine; onChange(line: DraftLine): void; onRemove(): void }) {
  const { currency } = useLocale();
  const name = [line.title, line.variantTitle].filter(Boolean).join(', ');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-40 flex-1">
        <p className="font-medium">{line.title}</p>
        {line.variantTitle && <p className="text-[13px] text-ink-3">{line.variantTitle}</p>}
      </div>
      <NumberInput aria-label={`How many of ${name}`} type="number" min={1} max={9999} value={line.quantity} onChange={(event) => onChange({ ...line, quantity: Math.max(1, Math.round(Number(event.target.value) || 1)) })} className="w-18!" />
      <span aria-hidden className="text-ink-3">×</span>
      <span className="w-32"><MoneyInput aria-label={`Price of ${name}`} currency={currency} amount={line.unitPrice} onAmount={(amount) => onChange({ ...line, unitPrice: amount ?? 0 })} /></span>
      <Money value={{ amount: line.unitPrice * line.quantity, currency }} className="min-w-20 text-right font-medium" />
      <IconButton size="small" label={`Remove ${name}`} onClick={onRemove}><Trash2 aria-hidden className="size-4" /></IconButton>
    </li>
  );
}

/** Discount and shipping to choose; the sums are the server's, as of the last save. */
export function DraftMoney({ draft, form }: { draft: Draft | null; form: Editing<DraftForm> }) {
  const { currency, locale } = useLocale();
  const methods = (draft?.shippingMethods ?? []).map((method) => ({ value: method.id, label: `${method.name}, ${moneyText(method.price, locale)}` }));
  return (
    <Card title="Payment">
      <FieldRow>
        <Field label="Discount" name="discount" optional><MoneyInput currency={currency} amount={form.value.discount || null} onAmount={(amount) => form.set('discount', amount ?? 0)} /></Field>
        {methods.length > 0 && <Field label="Shipping" name="shippingMethodId"><Select value={form.value.shippingMethodId} onChange={(event) => form.set('shippingMethodId', event.target.value)} options={[{ value: '', label: 'The first that fits' }, ...methods]} /></Field>}
      </FieldRow>
      {draft && <Sums draft={draft} stale={form.dirty ? 'stale' : 'current'} />}
    </Card>
  );
}

function Sums({ draft, stale }: { draft: Draft; stale: 'stale' | 'current' }) {
  const rows: [string, MoneyValue][] = [['Items', draft.subtotal], ['Discount', { ...draft.discount, amount: -draft.discount.amount }], ['Shipping', draft.shipping], [draft.taxIncluded ? 'Includes tax' : 'Tax', draft.tax], ['Total', draft.total]];
  return (
    <dl className={`mt-4 flex flex-col gap-1.5 border-t border-line pt-4 ${stale === 'stale' ? 'opacity-55' : ''}`}>
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4 last:border-t last:border-line last:pt-2 last:font-semibold">
          <dt>{label}</dt>
          <dd><Money value={value} /></dd>
        </div>
      ))}
      {stale === 'stale' && <p className="text-[13px] text-ink-2">Save to see the new sums.</p>}
    </dl>
  );
}
