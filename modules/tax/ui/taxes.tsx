import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Switch } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Rate {
  country: string;
  region: string;
  name: string;
  code: string;
  percent: string;
  onShipping: boolean;
  own: boolean;
  collected: boolean;
}

interface Place {
  country: string;
  region: string;
}

export const meta = () => [{ title: 'Taxes · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const rates = await ask<{ pricesIncludeTax: boolean; registrations: Place[]; data: Rate[] }>(args, 'tax.rates');
  return { ...rates, may: mayRun(args, 'tax.set-rate', 'tax.remove-rate', 'tax.register', 'tax.unregister', 'tax.set-settings') };
}

export { PageError as ErrorBoundary };

export default function Taxes() {
  const { pricesIncludeTax, registrations, data, may } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<'place' | 'rate' | null>(null);
  const include = useOperation('tax.set-settings', { done: 'Saved' });
  const close = () => setOpen(null);
  return (
    <>
      <Card title="Prices">
        <Switch label="Prices include tax" description="Usual in most countries; in the United States and Canada tax is added at checkout." checked={pricesIncludeTax} disabled={!may['tax.set-settings'] || include.pending} onChange={(event) => void include.run({ pricesIncludeTax: event.target.checked })} />
      </Card>
      <Card title="Where you collect tax" about="Orders to other places are not taxed." padding="none" actions={<>{may['tax.set-rate'] && <Button size="small" onClick={() => setOpen('rate')}>Set a rate</Button>}{may['tax.register'] && <Button size="small" onClick={() => setOpen('place')}>Add place</Button>}</>}>
        {registrations.length === 0 && <p className="border-t border-line px-5 py-4 text-ink-3">Nowhere yet.</p>}
        <ul className="divide-y divide-line border-t border-line">
          {registrations.map((place) => <Registration key={`${place.country}-${place.region}`} place={place} rates={data.filter((rate) => rate.country === place.country && (place.region === '' || rate.region === place.region))} may={may} />)}
        </ul>
      </Card>
      <Dialog title="Collect tax in another place" about="The usual rates of that place are known; you can set your own afterwards." open={open === 'place'} onOpenChange={(next) => !next && close()}>
        <OperationForm operation="tax.register" submit="Add place" done="Place added" onDone={close} cancel={<Button onClick={close}>Cancel</Button>}>
          <PlaceFields />
        </OperationForm>
      </Dialog>
      <Dialog title="Set a rate" about="Replaces the known rate of the same name in that place." open={open === 'rate'} onOpenChange={(next) => !next && close()}>
        <OperationForm operation="tax.set-rate" submit="Set rate" done="Rate set" onDone={close} cancel={<Button onClick={close}>Cancel</Button>}>
          <PlaceFields />
          <FieldRow>
            <Field label="Name" name="name" required><Input name="name" placeholder="GST" maxLength={50} /></Field>
            <Field label="Per cent" name="percent" required><Input name="percent" inputMode="decimal" placeholder="10" className="figures text-right" /></Field>
          </FieldRow>
          <Field label="Only for goods with the tax code" name="code" optional><Input name="code" placeholder="reduced" maxLength={50} /></Field>
          <Switch name="onShipping" label="Shipping is taxed too" defaultChecked />
        </OperationForm>
      </Dialog>
    </>
  );
}

function PlaceFields() {
  return (
    <FieldRow>
      <Field label="Country" name="country" description="Two letters, like AU." required><Input name="country" maxLength={2} className="uppercase" autoFocus /></Field>
      <Field label="State or region" name="region" optional description="Letters, like CA."><Input name="region" maxLength={10} className="uppercase" /></Field>
    </FieldRow>
  );
}

function Registration({ place, rates, may }: { place: Place; rates: readonly Rate[]; may: Record<string, boolean> }) {
  const { locale } = useLocale();
  const stop = useOperation('tax.unregister', { done: 'Tax is no longer collected there' });
  const remove = useOperation('tax.remove-rate', { done: 'Rate removed' });
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(place.country) ?? place.country;
  const title = place.region ? `${country}, ${place.region}` : country;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
      <p className="min-w-40 flex-1 font-medium">{title}</p>
      <ul className="flex flex-wrap gap-1.5">
        {rates.slice(0, 6).map((rate) => (
          <li key={`${rate.region}-${rate.name}-${rate.code}`} className="flex items-center">
            <Badge tone={rate.own ? 'accent' : 'plain'}>{[rate.region, rate.name, `${rate.percent} %`, rate.code].filter(Boolean).join(' ')}</Badge>
            {rate.own && may['tax.remove-rate'] && <Button size="small" kind="quiet" aria-label={`Remove the rate ${rate.name} of ${title}`} onClick={() => void remove.run({ country: rate.country, region: rate.region, name: rate.name, code: rate.code })}>Remove</Button>}
          </li>
        ))}
        {rates.length > 6 && <li className="text-[13px] text-ink-3">and {rates.length - 6} more</li>}
      </ul>
      {may['tax.unregister'] && <Button size="small" kind="quiet" aria-label={`Stop collecting tax in ${title}`} onClick={() => void stop.run(place)}>Stop</Button>}
    </li>
  );
}
