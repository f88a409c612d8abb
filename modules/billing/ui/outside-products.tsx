import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { amountText, Money } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Product {
  name: string;
  interval: string;
  price: number;
  currency: string;
}

interface Chosen extends Product {
  productId: string;
  tier: string;
  forSale: boolean;
}

/** What an outside seller has, and which tiers its products stand for. */
export interface OutsideShelf {
  says: string;
  chosen: Chosen[];
  products: (Product & { id: string })[];
  sentence: string;
}

interface Props {
  outside: OutsideShelf;
  tiers: readonly { name: string; label: string }[];
}

export function OutsideProducts({ outside: { says, chosen, products, sentence }, tiers }: Props) {
  const options = products.map(({ id, name, interval, price, currency }) => ({ value: id, label: `${name}, ${amountText({ amount: price, currency })} ${currency} a ${interval}` }));
  return (
    <Card title={`Products at ${says}`} about={`${says} sells tiers by subscriptions of its own. Make a product there for each tier, paid by the month or by the year at a fixed price, and say here what it stands for. Who has bought one keeps its tier.`}>
      <div className="flex flex-col gap-5">
        {sentence && <p role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-warn">{says} cannot be asked just now: {sentence}</p>}
        {chosen.length > 0 && <ul className="divide-y divide-line rounded-lg border border-line">{chosen.map((product) => <ChosenRow key={product.productId} product={product} label={tiers.find(({ name }) => name === product.tier)?.label ?? product.tier} />)}</ul>}
        {options.length === 0 && !sentence && <p className="text-ink-2">{says} has no product yet that is paid by the month or by the year.</p>}
        {options.length > 0 && (
          <OperationForm operation="super.set-tier-product" submit="Sell it" kind="secondary" done="It is for sale">
            <FieldRow>
              <Field label="Product" name="product"><Select name="product" options={options} /></Field>
              <Field label="Tier" name="tier"><Select name="tier" options={tiers.map(({ name, label }) => ({ value: name, label }))} /></Field>
            </FieldRow>
          </OperationForm>
        )}
      </div>
    </Card>
  );
}

function ChosenRow({ product: { productId, name, interval, price, currency, forSale }, label }: { product: Chosen; label: string }) {
  const remove = useOperation('super.set-tier-product', { done: 'No longer for sale' });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <span className="min-w-0 flex-1 basis-40 font-medium">{label} <span className="text-[13px] font-normal text-ink-3">{name}</span></span>
      <span><Money value={{ amount: price, currency }} /> a {interval}</span>
      {forSale ? <Button size="small" kind="quiet" aria-label={`Remove ${name}`} pending={remove.pending} onClick={() => void remove.run({ product: productId, tier: '' })}>Remove</Button> : <Badge>No longer sold</Badge>}
    </li>
  );
}
