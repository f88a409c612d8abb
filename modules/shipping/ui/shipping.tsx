import { Truck } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { useLocale } from '#ui/locale.tsx';
import { moneyText } from '#ui/money.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { MethodForm } from './method-form.tsx';
import type { Method, Zone } from './shipping-shape.ts';
import { ZoneForm } from './zone-form.tsx';

export const meta = () => [{ title: 'Shipping · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data } = await ask<{ data: Zone[] }>(args, 'shipping.zones');
  return { zones: data, may: mayRun(args, 'shipping.create-zone')['shipping.create-zone'] === true };
}

export { PageError as ErrorBoundary };

type Doing = { what: 'zone'; zone?: Zone } | { what: 'method'; zone: Zone; method?: Method } | { what: 'delete-zone'; zone: Zone } | { what: 'delete-method'; method: Method } | null;

export default function Shipping() {
  const { zones, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const add = may && <Button kind="primary" onClick={() => setDoing({ what: 'zone' })}>Add zone</Button>;
  return (
    <>
      {zones.length > 0 && <div className="flex flex-wrap items-center justify-between gap-3"><p className="text-ink-2">Shoppers are offered the methods of the nearest zone their address is in.</p>{add}</div>}
      {zones.length === 0 && <Card><NothingYet icon={Truck} title="Nothing can be shipped yet" action={add}>Add a zone with the places you deliver to, and what delivery costs there.</NothingYet></Card>}
      {zones.map((zone) => <ZoneCard key={zone.id} zone={zone} may={may} act={setDoing} />)}
      <Dialogs doing={doing} close={close} />
    </>
  );
}

function Dialogs({ doing, close }: { doing: Doing; close(): void }) {
  const removeZone = useOperation('shipping.delete-zone', { done: 'Zone deleted' });
  const removeMethod = useOperation('shipping.delete-method', { done: 'Method deleted' });
  const onOpenChange = (open: boolean) => !open && close();
  return (
    <>
      <Dialog title={doing?.what === 'zone' && doing.zone ? 'Change zone' : 'Add zone'} open={doing?.what === 'zone'} onOpenChange={onOpenChange}>
        {doing?.what === 'zone' && <ZoneForm zone={doing.zone} onClose={close} />}
      </Dialog>
      <Dialog title={doing?.what === 'method' && doing.method ? 'Change method' : 'Add method'} size="large" open={doing?.what === 'method'} onOpenChange={onOpenChange}>
        {doing?.what === 'method' && <MethodForm zone={doing.zone} method={doing.method} onClose={close} />}
      </Dialog>
      <ConfirmDialog title={`Delete “${doing?.what === 'delete-zone' ? doing.zone.name : ''}”?`} confirm="Delete zone" open={doing?.what === 'delete-zone'} onOpenChange={onOpenChange} onConfirm={() => removeZone.run({ id: doing?.what === 'delete-zone' && doing.zone.id })}>Its methods are deleted with it. Shoppers there can then only be served by another zone.</ConfirmDialog>
      <ConfirmDialog title={`Delete “${doing?.what === 'delete-method' ? doing.method.name : ''}”?`} confirm="Delete method" open={doing?.what === 'delete-method'} onOpenChange={onOpenChange} onConfirm={() => removeMethod.run({ id: doing?.what === 'delete-method' && doing.method.id })}>Orders that used it keep its name and price.</ConfirmDialog>
    </>
  );
}

function ZoneCard({ zone, may, act }: { zone: Zone; may: boolean; act(doing: Doing): void }) {
  return (
    <Card title={zone.name} about={<Places codes={zone.places} />} padding="none" actions={may && <><Button size="small" kind="quiet" aria-label={`Delete ${zone.name}`} onClick={() => act({ what: 'delete-zone', zone })}>Delete</Button><Button size="small" aria-label={`Change ${zone.name}`} onClick={() => act({ what: 'zone', zone })}>Change</Button><Button size="small" aria-label={`Add method to ${zone.name}`} onClick={() => act({ what: 'method', zone })}>Add method</Button></>}>
      <ul className="divide-y divide-line border-t border-line">
        {zone.methods.length === 0 && <li className="px-5 py-4 text-ink-3">No method yet, so nothing can be sent there.</li>}
        {zone.methods.map((method) => (
          <li key={method.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 sm:px-5">
            <div className="min-w-40 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">{method.name}{!method.active && <Badge>Off</Badge>}</p>
              <p className="text-[13px] text-ink-3">{[daysOf(method), method.says].filter(Boolean).join(' · ') || 'No delivery time given'}</p>
            </div>
            <p className="figures text-right"><PriceOf method={method} /></p>
            {may && <span className="flex gap-1"><Button size="small" kind="quiet" aria-label={`Delete ${method.name}`} onClick={() => act({ what: 'delete-method', method })}>Delete</Button><Button size="small" aria-label={`Change ${method.name}`} onClick={() => act({ what: 'method', zone, method })}>Change</Button></span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Places({ codes }: { codes: readonly string[] }) {
  const { locale } = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const shown = codes.slice(0, 8).map((code) => (code === '*' ? 'Everywhere else' : code.includes('-') ? code : (names.of(code) ?? code)));
  return <>{shown.join(', ')}{codes.length > 8 && ` and ${codes.length - 8} more`}</>;
}

function daysOf({ minDays, maxDays }: Method): string {
  if (minDays === null && maxDays === null) return '';
  if (minDays === null || maxDays === null || minDays === maxDays) return `${minDays ?? maxDays} days`;
  return `${minDays}–${maxDays} days`;
}

function PriceOf({ method }: { method: Method }) {
  const { locale } = useLocale();
  const money = (amount: number) => moneyText({ amount, currency: method.currency }, locale);
  const prices = method.steps.map((step) => step.price);
  const price = method.kind === 'flat' ? money(method.price) : `${money(Math.min(...prices))} – ${money(Math.max(...prices))}`;
  return <>{price}{method.kind !== 'flat' && <span className="block text-[13px] text-ink-3">{method.kind === 'by_weight' ? 'by weight' : 'by order value'}</span>}{method.freeOver !== null && <span className="block text-[13px] text-ink-3">free over {money(method.freeOver)}</span>}</>;
}
