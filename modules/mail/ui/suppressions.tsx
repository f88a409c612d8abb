import { MailX } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Row {
  id: string;
  address: string;
  reason: string;
}

export const meta = () => [{ title: 'Addresses that get no mail · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'mail.suppressions'), may: mayRun(args, 'mail.suppress', 'mail.release') };
}

export { PageError as ErrorBoundary };

const words: Record<string, string> = { bounced: 'Came back', complained: 'Complained', 'by hand': 'By hand' };

const columns = (release: boolean): readonly Shown<Row>[] => [
  { key: 'address', className: 'max-w-[320px] truncate font-medium', cell: (row) => <span className="flex min-w-0 items-center gap-3"><span className="truncate">{row.address}</span>{release && <Release row={row} />}</span> },
  { key: 'reason', card: 'aside', labels: words, cell: (row) => <StatusBadge status={row.reason === 'by hand' ? 'paused' : 'failed'} label={words[row.reason] ?? row.reason} /> },
  { key: 'detail', card: 'line', className: 'max-w-[360px] truncate text-ink-2' },
  { key: 'createdAt', card: 'line' },
];

export default function Suppressions() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  const add = may['mail.suppress'] && <Button onClick={() => setAdding(true)}>Add an address</Button>;
  return (
    <Page title="Addresses that get no mail" about="Addresses whose mails came back or whose owners complained are put here by themselves. Sending to them would harm the standing of your own address." crumbs={[{ label: 'Mails', to: '/mails' }]} actions={add}>
      <Table label="Addresses that get no mail" listing={listing} columns={columns(may['mail.release'] === true)} empty={<NothingYet icon={MailX} title="Every address gets mail">With Resend or SendGrid connected under Integrations, bounces and complaints appear here as they happen.</NothingYet>} />
      <Dialog title="Send no more mail to an address" open={adding} onOpenChange={setAdding}>
        <OperationForm operation="mail.suppress" submit="Add" done="Nothing more is sent there" onDone={() => setAdding(false)}>
          <Field label="Address" name="address"><Input name="address" type="email" autoComplete="off" /></Field>
          <Field label="Note" name="note" optional><Input name="note" autoComplete="off" /></Field>
        </OperationForm>
      </Dialog>
    </Page>
  );
}

function Release({ row }: { row: Row }) {
  const release = useOperation('mail.release', { done: `${row.address} gets mail again` });
  return <Button size="small" kind="quiet" aria-label={`Send to ${row.address} again`} pending={release.pending} onClick={() => void release.run({ id: row.id })}>Send again</Button>;
}
