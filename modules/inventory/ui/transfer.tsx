import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Sheet } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { NumberInput } from '#ui/input.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { TransferState } from './transfers.tsx';

interface Line {
  variantId: string;
  product: string;
  variant: string;
  sku: string;
  quantity: number;
  received: number;
  missing: number;
  available: number;
}

interface Transfer {
  id: string;
  number: number;
  state: 'draft' | 'sent' | 'received' | 'cancelled';
  from: { name: string };
  to: { name: string };
  note: string;
  createdBy: string;
  createdAt: string;
  sentAt: string | null;
  receivedAt: string | null;
  lines: Line[];
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `Transfer ${loaderData ? `T-${loaderData.transfer.number}` : ''} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  return { transfer: await ask<Transfer>(args, 'stock.transfer', { id: args.params.id }), may: mayRun(args, 'stock.send-transfer')['stock.send-transfer'] === true };
}

export { PageError as ErrorBoundary };

const left = (line: Line) => line.quantity - line.received - line.missing;

export default function TransferPage() {
  const { transfer, may } = useLoaderData<typeof loader>();
  const { from, to, state, note } = transfer;
  useLive('inventory');
  return (
    <Page title={<span className="figures">T-{transfer.number}</span>} width="reading" beside={<TransferState state={state} />} about={`${from.name} → ${to.name}`} crumbs={[{ label: 'Inventory', to: '/inventory' }, { label: 'Transfers', to: '/inventory/transfers' }]} actions={may && <Actions transfer={transfer} />}>
      <Columns
        main={<Lines transfer={transfer} />}
        side={<Card title="About"><Facts facts={[['From', from.name], ['To', to.name], ['Planned', <span key="p"><DateTime at={transfer.createdAt} /> by {transfer.createdBy}</span>], ['Sent', <DateTime key="s" at={transfer.sentAt} />], ['Received', <DateTime key="r" at={transfer.receivedAt} />], ...(note ? [['Note', note] as const] : [])]} /></Card>}
      />
    </Page>
  );
}

function Actions({ transfer }: { transfer: Transfer }) {
  const [open, setOpen] = useState<'cancel' | 'receive' | null>(null);
  const send = useOperation('stock.send-transfer', { done: 'Transfer sent' });
  const cancel = useOperation('stock.cancel-transfer', { done: 'Transfer cancelled' });
  const { id, state } = transfer;
  const untouched = transfer.lines.every((line) => line.received + line.missing === 0);
  if (state !== 'draft' && state !== 'sent') return null;
  return (
    <>
      {untouched && <Button onClick={() => setOpen('cancel')}>Cancel transfer</Button>}
      {state === 'draft' ? <Button kind="primary" pending={send.pending} onClick={() => void send.run({ id })}>Send</Button> : <Button kind="primary" onClick={() => setOpen('receive')}>Receive</Button>}
      <ConfirmDialog title="Cancel this transfer?" confirm="Cancel transfer" open={open === 'cancel'} onOpenChange={() => setOpen(null)} onConfirm={() => cancel.run({ id })}>
        {state === 'sent' ? `Everything on its way counts as on hand at ${transfer.from.name} again.` : 'Nothing was sent yet, so nothing moves.'}
      </ConfirmDialog>
      <Sheet title="Receive" about={`What arrived at ${transfer.to.name}?`} open={open === 'receive'} onOpenChange={() => setOpen(null)}>{open === 'receive' && <Receive transfer={transfer} onClose={() => setOpen(null)} />}</Sheet>
    </>
  );
}

function Receive({ transfer, onClose }: { transfer: Transfer; onClose(): void }) {
  const open = transfer.lines.filter((line) => left(line) > 0);
  const [came, setCame] = useState<Record<string, string>>(Object.fromEntries(open.map((line) => [line.variantId, String(left(line))])));
  const short = open.some((line) => Number(came[line.variantId]) < left(line));
  const shape = (input: Record<string, unknown>) => ({ id: transfer.id, rest: input.rest ?? 'expected', lines: open.map(({ variantId }) => ({ variantId, quantity: Number(came[variantId]) || 0 })) });
  return (
    <OperationForm operation="stock.receive-transfer" shape={shape} submit="Receive" done="Received" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <ul className="divide-y divide-line">
        {open.map((line) => (
          <li key={line.variantId} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1"><span className="block font-medium">{line.product}</span><span className="block text-[13px] text-ink-3">{[line.variant, `${left(line)} on the way`].filter(Boolean).join(' · ')}</span></span>
            <NumberInput aria-label={`Received of ${line.product} ${line.variant}`} value={came[line.variantId]} onChange={(event) => setCame({ ...came, [line.variantId]: event.target.value })} className="w-20" />
          </li>
        ))}
      </ul>
      {short && <label className="flex flex-col gap-1.5"><span className="font-medium">The rest</span><Select name="rest" options={[{ value: 'expected', label: 'is still on its way' }, { value: 'missing', label: 'is missing' }]} /></label>}
    </OperationForm>
  );
}

function Lines({ transfer }: { transfer: Transfer }) {
  return (
    <Card title="Items" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {transfer.lines.map((line) => (
          <li key={line.variantId} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5">
            <span className="min-w-0 flex-1 basis-40"><span className="block font-medium">{line.product}</span><span className="block text-[13px] text-ink-3">{[line.variant, line.sku].filter(Boolean).join(' · ')}</span></span>
            <span className="figures text-right text-[13px] text-ink-2">{standing(transfer, line)}</span>
            <span className="figures min-w-10 text-right font-medium">{line.quantity}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function standing({ state, from }: Transfer, line: Line): string {
  if (state === 'draft') return `${line.available} available at ${from.name}`;
  if (state === 'cancelled') return '';
  return [line.received > 0 && `${line.received} received`, line.missing > 0 && `${line.missing} missing`, left(line) > 0 && `${left(line)} on the way`].filter(Boolean).join(', ');
}
