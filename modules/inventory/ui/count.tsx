import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { NumberInput, SearchInput } from '#ui/input.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { CountState } from './counts.tsx';

interface Line {
  variantId: string;
  product: string;
  variant: string;
  sku: string;
  counted: number | null;
  expected: number | null;
  variance: number | null;
  countedBy: string | null;
}

interface Count {
  id: string;
  number: number;
  state: 'open' | 'submitted' | 'approved' | 'cancelled';
  blind: boolean;
  location: { name: string };
  note: string;
  createdBy: string;
  createdAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  lines: Line[];
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `Count ${loaderData ? `C-${loaderData.count.number}` : ''} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  return { count: await ask<Count>(args, 'stock.count', { id: args.params.id }), may: mayRun(args, 'stock.record-count')['stock.record-count'] === true };
}

export { PageError as ErrorBoundary };

export default function CountPage() {
  const { count, may } = useLoaderData<typeof loader>();
  useLive('inventory');
  const done = count.lines.filter((line) => line.counted !== null).length;
  const different = count.lines.filter((line) => line.variance !== null && line.variance !== 0).length;
  const hidden = count.blind && count.state === 'open';
  return (
    <Page title={<span className="figures">C-{count.number}</span>} width="reading" beside={<CountState state={count.state} />} about={`${count.location.name}: ${done} of ${count.lines.length} counted`} crumbs={[{ label: 'Inventory', to: '/inventory' }, { label: 'Stock counts', to: '/inventory/counts' }]} actions={may && <Actions count={count} different={different} />}>
      <Columns
        main={<Sheet key={count.state} count={count} writes={may && count.state === 'open'} />}
        side={<Card title="About"><Facts facts={[['Location', count.location.name], ['Kind', count.blind ? 'Blind' : 'Open'], ['Begun', <span key="b"><DateTime at={count.createdAt} /> by {count.createdBy}</span>], ['Differences', hidden ? 'Shown when handed in' : String(different)], ...(count.approvedBy ? [['Approved', <span key="a"><DateTime at={count.approvedAt} /> by {count.approvedBy}</span>] as const] : []), ...(count.note ? [['Note', count.note] as const] : [])]} /></Card>}
      />
    </Page>
  );
}

function Actions({ count, different }: { count: Count; different: number }) {
  const [asking, setAsking] = useState<'approve' | 'cancel' | null>(null);
  const submit = useOperation('stock.submit-count', { done: 'Count handed in' });
  const reopen = useOperation('stock.reopen-count', { done: 'Open for counting again' });
  const approve = useOperation('stock.approve-count', { done: 'Differences posted' });
  const cancel = useOperation('stock.cancel-count', { done: 'Count cancelled' });
  const { id, state } = count;
  if (state !== 'open' && state !== 'submitted') return null;
  return (
    <>
      <Button onClick={() => setAsking('cancel')}>Cancel count</Button>
      {state === 'open' && <Button kind="primary" pending={submit.pending} onClick={() => void submit.run({ id })}>Hand in</Button>}
      {state === 'submitted' && <><Button pending={reopen.pending} onClick={() => void reopen.run({ id })}>Count again</Button><Button kind="primary" onClick={() => setAsking('approve')}>Approve</Button></>}
      <ConfirmDialog kind="primary" title="Approve this count?" confirm="Approve" open={asking === 'approve'} onOpenChange={() => setAsking(null)} onConfirm={() => approve.run({ id })}>
        {different === 0 ? 'Everything was as the books said; nothing changes.' : `${different} ${different === 1 ? 'difference is' : 'differences are'} added to what is on hand now. What was sold since the count stays sold.`}
      </ConfirmDialog>
      <ConfirmDialog title="Cancel this count?" confirm="Cancel count" open={asking === 'cancel'} onOpenChange={() => setAsking(null)} onConfirm={() => cancel.run({ id })}>Nothing of it is posted.</ConfirmDialog>
    </>
  );
}

function Sheet({ count, writes }: { count: Count; writes: boolean }) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [words, setWords] = useState('');
  const record = useOperation('stock.record-count', { done: 'Written down' });
  const shown = count.lines.filter((line) => `${line.product} ${line.variant} ${line.sku}`.toLowerCase().includes(words.trim().toLowerCase()));
  async function save() {
    const lines = Object.entries(typed).map(([variantId, text]) => ({ variantId, counted: text.trim() === '' ? null : Math.max(0, Math.round(Number(text) || 0)) }));
    if (await record.run({ id: count.id, lines })) setTyped({});
  }
  return (
    <Card title="Sheet" padding="none" actions={count.lines.length > 8 && <SearchInput aria-label="Find a line" placeholder="Name or SKU" value={words} onChange={(event) => setWords(event.target.value)} />}>
      <ul className="divide-y divide-line border-t border-line">
        {shown.map((line) => (
          <li key={line.variantId} className="flex items-center gap-3 px-4 py-2 sm:px-5">
            <span className="min-w-0 flex-1"><span className="block font-medium">{line.product}</span><span className="block text-[13px] text-ink-3">{[line.variant, line.sku, line.expected !== null && `${line.expected} in the books`].filter(Boolean).join(' · ')}</span></span>
            <Variance line={line} />
            {writes ? <NumberInput aria-label={`Counted of ${line.product} ${line.variant}`} placeholder="–" value={typed[line.variantId] ?? line.counted?.toString() ?? ''} onChange={(event) => setTyped({ ...typed, [line.variantId]: event.target.value })} className="w-20" /> : <span className="figures min-w-12 text-right font-medium">{line.counted ?? '–'}</span>}
          </li>
        ))}
      </ul>
      <SaveBar what="Counted, not written down" dirty={Object.keys(typed).length > 0} pending={record.pending} onSave={() => void save()} onDiscard={() => setTyped({})} />
    </Card>
  );
}

function Variance({ line }: { line: Line }) {
  if (!line.variance) return null;
  return <span className={cx('figures text-[13px] font-medium', line.variance > 0 ? 'text-good' : 'text-bad')}>{line.variance > 0 ? `+${line.variance}` : `−${-line.variance}`}</span>;
}
