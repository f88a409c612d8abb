import { History } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { inWords } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { askList, operationWords } from '#ui/desk.server.ts';
import { Sheet } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { TextLink } from '#ui/link.tsx';
import { differences, type Change } from './audit-differences.ts';
import { recordKinds, recordPage } from './record-page.ts';

interface AuditRow {
  id: string;
  at: string;
  operation: string;
  actorKind: string;
  actorName: string;
  record: string | null;
  recordId: string | null;
  changes: Change[] | null;
  requestId: string | null;
  address: string | null;
}

export const meta = () => [{ title: 'Audit log · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const words = operationWords();
  return { listing: await askList<AuditRow>(args, 'audit.list', { values: { operation: Object.keys(words).filter((name) => !name.startsWith('storefront.')), record: recordKinds } }), words };
}

export { PageError as ErrorBoundary };

function columnsWith(words: Record<string, string>, open: (row: AuditRow) => void): readonly Shown<AuditRow>[] {
  return [
    { key: 'at', card: 'tag' },
    { key: 'operation', opens: true, card: 'title', labels: words, cell: (row) => <button type="button" data-opens onClick={() => open(row)} className="rounded text-left font-medium hover:underline">{words[row.operation] ?? row.operation}</button> },
    { key: 'actorName', card: 'tag', className: 'max-w-[200px] truncate' },
    { key: 'actorKind', header: 'Kind', card: 'none', cell: (row) => inWords(row.actorKind) },
    { key: 'record', card: 'tag', className: 'max-w-[180px] truncate' },
    { key: 'address', card: 'none', cell: (row) => <span className="font-mono text-[13px]">{row.address ?? '–'}</span> },
  ];
}

export default function Audit() {
  const { listing, words } = useLoaderData<typeof loader>();
  const [row, setRow] = useState<AuditRow | null>(null);
  return (
    <Page title="Audit log" about="Everything that was changed, by whom and from where. Entries cannot be altered.">
      <Table label="Audit log" listing={listing} columns={columnsWith(words, setRow)} empty={<NothingYet icon={History} title="Nothing has been changed yet">Every change in this workspace will be listed here.</NothingYet>} />
      <Sheet title="What was changed" open={row !== null} onOpenChange={(open) => !open && setRow(null)}>{row && <Entry row={row} />}</Sheet>
    </Page>
  );
}

function Entry({ row }: { row: AuditRow }) {
  return (
    <div className="flex flex-col gap-5">
      <Facts facts={[['What', row.operation], ['When', <DateTime key="at" at={row.at} as="long" />], ['By', `${row.actorName} (${row.actorKind})`], ['From', row.address ?? 'unknown'], ['Request', <code key="request" className="font-mono text-[13px] break-all">{row.requestId ?? '–'}</code>]]} />
      {recordPage(row.record, row.recordId) && <TextLink to={recordPage(row.record, row.recordId)!}>Go to the {row.record}</TextLink>}
      {(row.changes ?? []).map((change) => <Difference key={`${change.record} ${change.id}`} change={change} />)}
      {!row.changes?.length && <p className="text-ink-3">The entry names no record.</p>}
      <Button onClick={() => void navigator.clipboard.writeText(JSON.stringify(row, null, 2))} className="self-start">Copy as JSON</Button>
    </div>
  );
}

function Difference({ change }: { change: Change }) {
  const lines = differences(change);
  return (
    <section>
      <h3 className="mb-2 font-semibold">{inWords(change.record)}</h3>
      {lines.length === 0 && <p className="text-ink-3">No field differs.</p>}
      <dl className="flex flex-col gap-2">
        {lines.map((line) => (
          <div key={line.field}>
            <dt className="text-[13px] text-ink-3">{inWords(line.field)}</dt>
            {line.before !== undefined && <dd className="rounded bg-bad-soft px-2 py-1 font-mono text-[13px] break-words text-bad"><span className="sr-only">before: </span>{line.before}</dd>}
            {line.after !== undefined && <dd className="mt-0.5 rounded bg-good-soft px-2 py-1 font-mono text-[13px] break-words text-good"><span className="sr-only">after: </span>{line.after}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
