import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { NumberInput } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface AlertRow {
  id: string;
  product: string;
  variant: string;
  kind: 'out' | 'low' | 'running_out';
  available: number;
  incoming: number;
  sold: number | null;
  cover: number | null;
  lowAt: number;
  coverAt: number;
  productId: string;
}

interface PastAlert {
  id: string;
  at: string;
  kind: 'low' | 'out' | 'back' | 'running_out';
  product: string;
  variant: string;
  available: number;
  productId: string;
}

export const meta = () => [{ title: 'Stock alerts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [listing, past] = await Promise.all([askList<AlertRow>(args, 'stock.alerts'), ask<{ data: PastAlert[] }>(args, 'stock.alert-history', { limit: 12 })]);
  return { listing, past: past.data, may: mayRun(args, 'stock.set-low-at') };
}

export { PageError as ErrorBoundary };

const words = { out: 'Sold out', low: 'Low', running_out: 'Running out', back: 'Back in stock' };
const looks = { out: 'out', low: 'low', running_out: 'pending', back: 'active' };

function columnsWith(change: ((row: AlertRow) => void) | undefined): readonly Shown<AlertRow>[] {
  return [
    { key: 'product', opens: true, className: 'sm:max-w-[340px]', cell: (row) => <Item row={row} /> },
    { key: 'sku', className: 'max-w-[150px] truncate', card: 'tag' },
    { key: 'kind', labels: words, card: 'tag', cell: (row) => <StatusBadge status={looks[row.kind]} label={words[row.kind]} /> },
    { key: 'available', card: 'aside' },
    { key: 'incoming', card: 'line' },
    { key: 'sold', card: 'line' },
    { key: 'cover', card: 'line', cell: (row) => (row.cover === null ? <span data-nothing className="text-ink-3">–</span> : <span className="figures">{row.available <= 0 ? 0 : row.cover}</span>) },
    ...(change ? [{ key: 'change', header: 'Rule', card: 'tag' as const, cell: (row: AlertRow) => <Button size="small" aria-label={`Change when to warn of ${row.product} ${row.variant}`} onClick={() => change(row)}>Change</Button> }] : []),
  ];
}

function Item({ row }: { row: { product: string; variant: string; productId: string } }) {
  return (
    <span className="block min-w-0">
      <Link data-opens to={`/products/${row.productId}`} prefetch="intent" className="line-clamp-2 font-medium">{row.product}</Link>
      {row.variant && <span className="block truncate text-[13px] font-normal text-ink-3">{row.variant}</span>}
    </span>
  );
}

export default function Alerts() {
  const { listing, past, may } = useLoaderData<typeof loader>();
  const [changing, setChanging] = useState<AlertRow | null>(null);
  useLive('inventory');
  return (
    <Page title="Stock alerts" about="What is sold out, low, or sells faster than it lasts, worked out from the sales of the last 28 days." crumbs={[{ label: 'Inventory', to: '/inventory' }]}>
      <Table label="Stock alerts" listing={listing} columns={columnsWith(may['stock.set-low-at'] ? setChanging : undefined)} empty={<NothingYet icon={BellRing} title="Nothing needs you">Everything you sell is there, and lasts for a while.</NothingYet>} />
      {past.length > 0 && <Lately past={past} />}
      <Dialog title="When to warn" about={changing && [changing.product, changing.variant].filter(Boolean).join(' · ')} open={changing !== null} onOpenChange={(open) => !open && setChanging(null)}>
        {changing && <RuleForm row={changing} onClose={() => setChanging(null)} />}
      </Dialog>
    </Page>
  );
}

function Lately({ past }: { past: PastAlert[] }) {
  return (
    <Card title="Lately" padding="none">
      <ol className="divide-y divide-line border-t border-line">
        {past.map((alert) => (
          <li key={alert.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 sm:px-5">
            <StatusBadge status={looks[alert.kind]} label={words[alert.kind]} />
            <span className="min-w-0 flex-1 basis-40"><Link to={`/products/${alert.productId}`} prefetch="intent" className="font-medium hover:underline">{alert.product}</Link>{alert.variant && <span className="text-ink-3"> · {alert.variant}</span>}</span>
            <span className="text-[13px] text-ink-3"><DateTime at={alert.at} /></span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function RuleForm({ row, onClose }: { row: AlertRow; onClose(): void }) {
  return (
    <OperationForm operation="stock.set-low-at" input={{ variantId: row.id }} submit="Save" done="Rule saved" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <FieldRow>
        <Field label="Low at (available)" name="lowAt"><NumberInput name="lowAt" defaultValue={row.lowAt} autoFocus /></Field>
        <Field label="Running out below (days)" name="coverAt"><NumberInput name="coverAt" defaultValue={row.coverAt} /></Field>
      </FieldRow>
    </OperationForm>
  );
}
