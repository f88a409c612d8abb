import { Card } from '#ui/card.tsx';
import { Checkbox, Switch } from '#ui/choice.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { instantAt, wallTime } from '#ui/zoned-time.ts';
import { Count, withAmount, type CardProps } from './discount-gives.tsx';
import { classOf, type Class, type Terms } from './discount-shape.ts';

/** What has to be in the cart, and who may use it. */
export function ConditionsCard({ draft, groups, currency }: CardProps & { groups: readonly { id: string; name: string }[]; currency: string }) {
  const { value, set } = draft;
  const { terms, kind } = value;
  const change = (next: Partial<Terms>) => set('terms', { ...terms, ...next });
  const toggle = ({ id, name }: { id: string; name: string }) => draft.replace({ ...value, names: { ...value.names, [id]: name }, terms: { ...terms, groupIds: terms.groupIds.includes(id) ? terms.groupIds.filter((each) => each !== id) : [...terms.groupIds, id] } });
  return (
    <Card title="What it asks for" about="Left empty, nothing is asked for.">
      <div className="flex flex-col gap-4">
        <FieldRow>
          <Field label="From an order value of" name="minimumSubtotal" optional><MoneyInput currency={currency} amount={terms.minimumSubtotal[currency] ?? null} onAmount={(amount) => change({ minimumSubtotal: withAmount(terms.minimumSubtotal, currency, amount || undefined) })} /></Field>
          {kind !== 'buy_x_get_y' && <Count label="From a number of things" name="minimumQuantity" optional value={terms.minimumQuantity || null} onChange={(count) => change({ minimumQuantity: count ?? 0 })} />}
        </FieldRow>
        <Checkbox label="Only for a customer’s first order" checked={terms.firstOrder} onChange={(event) => change({ firstOrder: event.target.checked })} />
        {groups.length > 0 && (
          <fieldset>
            <legend className="mb-1.5 text-[13px] font-medium">Only for these groups, signed in</legend>
            <div className="flex flex-col gap-2">{groups.map((group) => <Checkbox key={group.id} label={group.name} checked={terms.groupIds.includes(group.id)} onChange={() => toggle(group)} />)}</div>
          </fieldset>
        )}
      </div>
    </Card>
  );
}

/** How often it may be used. */
export function LimitsCard({ draft: { value, set } }: CardProps) {
  return (
    <Card title="How often">
      <FieldRow>
        <Count label="Times in all" name="maxUses" optional value={value.maxUses} onChange={(count) => set('maxUses', count)} />
        <Count label="Times per customer" name="maxPerCustomer" optional value={value.maxPerCustomer} onChange={(count) => set('maxPerCustomer', count)} />
      </FieldRow>
    </Card>
  );
}

const others: Record<Class, string> = { product: 'discounts on products', order: 'discounts on the whole order', shipping: 'free delivery' };

/** Which other discounts may apply beside it. */
export function TogetherCard({ draft: { value, set } }: CardProps) {
  const own = classOf(value);
  const { combines } = value.terms;
  const toggle = (of: Class) => set('terms', { ...value.terms, combines: combines.includes(of) ? combines.filter((each) => each !== of) : [...combines, of] });
  return (
    <Card title="Together with others" about={`This is one of the ${others[own]}. Where two cannot meet, the customer gets the better one.`}>
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">May be combined with</legend>
        {(Object.keys(others) as Class[]).filter((of) => of !== own).map((of) => <Checkbox key={of} label={`May be combined with ${others[of]}`} description="When the other one allows it too." checked={combines.includes(of)} onChange={() => toggle(of)} />)}
      </fieldset>
    </Card>
  );
}

/** From when to when it runs, in the shop's own time. */
export function TimeCard({ draft: { value, set } }: CardProps) {
  const { timeZone } = useLocale();
  const field = (label: string, name: 'startsAt' | 'endsAt') => (
    <Field label={label} name={name} optional><Input type="datetime-local" value={wallTime(value[name], timeZone)} onChange={(event) => set(name, instantAt(event.target.value, timeZone))} /></Field>
  );
  return (
    <Card title="When">
      <div className="flex flex-col gap-4">
        <Switch label="On" checked={value.active} onChange={(event) => set('active', event.target.checked)} />
        {field('Begins', 'startsAt')}
        {field('Ends', 'endsAt')}
        <p className="text-[13px] text-ink-3">Times of {timeZone.replaceAll('_', ' ')}. The shop counts down to the end, where there is one.</p>
      </div>
    </Card>
  );
}
