import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import type { Draft } from '#ui/use-draft.ts';
import { kindWords, type DiscountDraft, type Kind, type Terms } from './discount-shape.ts';
import { ThingsField } from './things-field.tsx';

export interface CardProps {
  draft: Draft<DiscountDraft>;
}

const ways = [
  { way: 'code', label: 'With a code', about: 'Customers enter it in the cart or at the checkout.' },
  { way: 'automatic', label: 'By itself', about: 'It applies to every order that fits.' },
] as const;

/** Whether it needs a code, and what it is called. */
export function HowCard({ draft: { value, set } }: CardProps) {
  return (
    <Card title="How it is used">
      <div className="flex flex-col gap-4">
        <div role="radiogroup" aria-label="How it is used" className="grid gap-3 sm:grid-cols-2">
          {ways.map(({ way, label, about }) => (
            <label key={way} className="flex items-start gap-2.5 rounded-lg border border-line p-3 has-checked:border-accent-text has-checked:bg-accent-soft">
              <input type="radio" name="way" checked={value.way === way} onChange={() => set('way', way)} className="mt-1 accent-accent" />
              <span><span className="block font-medium">{label}</span><span className="text-[13px] text-ink-2">{about}</span></span>
            </label>
          ))}
        </div>
        <FieldRow>
          {value.way === 'code' && <Field label="Code" name="code" required><Input value={value.code} maxLength={40} placeholder="WELCOME10" autoCapitalize="characters" spellCheck={false} className="font-mono uppercase placeholder:normal-case" onChange={(event) => set('code', event.target.value)} /></Field>}
          <Field label="Name" name="title" {...(value.way === 'code' ? { optional: true as const } : { required: true as const })} description={value.way === 'code' ? 'Customers read it beside the sum. Left empty, it is the code.' : 'Customers read it beside the sum.'}><Input value={value.title} maxLength={120} placeholder={value.way === 'code' ? 'Welcome' : 'Free delivery'} onChange={(event) => set('title', event.target.value)} /></Field>
        </FieldRow>
      </div>
    </Card>
  );
}

const kinds = (Object.keys(kindWords) as Kind[]).map((value) => ({ value, label: kindWords[value] }));

/** What it gives, and on what. */
export function WhatCard({ draft, currency }: CardProps & { currency: string }) {
  const { value, set } = draft;
  const { kind, terms } = value;
  const change = (next: Partial<Terms>, names = value.names) => draft.replace({ ...value, names, terms: { ...terms, ...next } });
  return (
    <Card title="What it gives">
      <div className="flex flex-col gap-4">
        <FieldRow>
          <Field label="Kind" name="kind"><Select value={kind} options={kinds} onChange={(event) => set('kind', event.target.value as Kind)} /></Field>
          {kind === 'percentage' && <Percent label="Percent" value={terms.percent} onChange={(percent) => change({ percent })} />}
          {kind === 'fixed' && <Field label={`Amount in ${currency}`} name="amounts" required><MoneyInput currency={currency} amount={terms.amounts[currency] ?? null} onAmount={(amount) => change({ amounts: withAmount(terms.amounts, currency, amount) })} /></Field>}
          {kind === 'buy_x_get_y' && <Percent label="Percent off what they get" value={terms.percent} onChange={(percent) => change({ percent })} />}
        </FieldRow>
        {kind === 'buy_x_get_y' && <BuyAndGet terms={terms} names={value.names} change={change} />}
        {(kind === 'percentage' || kind === 'fixed') && <ThingsField legend="On what" nothing="On the whole order." value={terms.things} names={value.names} onChange={(things, names) => change({ things }, names)} />}
        {kind === 'free_shipping' && <p className="text-[13px] text-ink-3">Every way of delivery costs nothing. Ask for a minimum below, and the cart shows how much is missing.</p>}
      </div>
    </Card>
  );
}

function BuyAndGet({ terms, names, change }: { terms: Terms; names: Record<string, string>; change(next: Partial<Terms>, names?: Record<string, string>): void }) {
  return (
    <>
      <FieldRow columns={3}>
        <Count label="They buy" name="buyQuantity" value={terms.buyQuantity} onChange={(buyQuantity) => change({ buyQuantity: buyQuantity ?? 1 })} />
        <Count label="They get" name="getQuantity" value={terms.getQuantity} onChange={(getQuantity) => change({ getQuantity: getQuantity ?? 1 })} />
        <Count label="At most, per order" name="mostTimes" optional value={terms.mostTimes} onChange={(mostTimes) => change({ mostTimes })} />
      </FieldRow>
      <ThingsField legend="What they buy" nothing="Anything." value={terms.buy} names={names} onChange={(buy, next) => change({ buy }, next)} />
      <ThingsField legend="What they get" nothing="Anything; of what fits, the cheapest." value={terms.things} names={names} onChange={(things, next) => change({ things }, next)} />
    </>
  );
}

function Percent({ label, value, onChange }: { label: string; value: number | null; onChange(percent: number | null): void }) {
  return <Field label={label} name="percent" required><NumberInput type="number" min={0.01} max={100} step={0.01} inputMode="decimal" value={value === null ? '' : value / 100} onChange={(event) => onChange(event.target.value === '' ? null : Math.round(Number(event.target.value) * 100))} /></Field>;
}

export function Count({ label, name, value, onChange, optional, description }: { label: string; name: string; value: number | null; onChange(count: number | null): void; optional?: true; description?: string }) {
  return <Field label={label} name={name} {...(optional && { optional })} {...(description && { description })}><NumberInput type="number" min={1} step={1} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : Math.round(Number(event.target.value)))} /></Field>;
}

export function withAmount(amounts: Record<string, number>, currency: string, amount: number | undefined): Record<string, number> {
  const { [currency]: _before, ...others } = amounts;
  return amount === undefined ? others : { ...others, [currency]: amount };
}
