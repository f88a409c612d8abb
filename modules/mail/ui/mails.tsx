import { Mail } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface MailRow {
  id: string;
  subject: string;
  recipient: string;
  state: string;
  createdAt: string;
  reason: string | null;
  via: string | null;
  fate: string | null;
}

export const meta = () => [{ title: 'Mails · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<MailRow>(args, 'mail.list') };
}

export { PageError as ErrorBoundary };

/** How the state of a mail is written. */
export function MailState({ state }: { state: string }) {
  return state === 'kept' ? <StatusBadge status="kept" label="In the development mailbox" /> : <StatusBadge status={state === 'waiting' ? 'pending' : state === 'sent' ? 'delivered' : state} label={{ waiting: 'Waiting', sent: 'Sent', failed: 'Failed' }[state] ?? state} />;
}

/** What the mail company tells became of a mail. */
export const fateWords: Record<string, string> = { delivered: 'Delivered', delayed: 'Delayed', bounced: 'Came back', complained: 'Called spam' };

const columns: readonly Shown<MailRow>[] = [
  { key: 'subject', opens: true, className: 'max-w-[340px] truncate', cell: (row) => <Link data-opens to={`/mails/${row.id}`} prefetch="intent" className="font-medium">{row.subject}</Link> },
  { key: 'recipient', className: 'max-w-[240px] truncate', card: 'bare' },
  { key: 'state', card: 'tag', cell: (row) => <MailState state={row.state} /> },
  { key: 'fate', card: 'line', labels: fateWords, cell: (row) => (row.fate ? <StatusBadge status={row.fate === 'delivered' ? 'delivered' : row.fate === 'delayed' ? 'pending' : 'failed'} label={fateWords[row.fate] ?? row.fate} /> : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'createdAt', card: 'aside' },
  { key: 'reason', className: 'max-w-[280px] truncate text-ink-2', card: 'none' },
  { key: 'via', card: 'none', cell: (row) => ({ installation: 'Installation', smtp: 'Own server', resend: 'Resend', sendgrid: 'SendGrid' })[row.via ?? ''] ?? row.via },
];

export default function Mails() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Mails" about="What this workspace sent, to whom, and what became of it." actions={<TextLink to="/mails/suppressions" className="text-[13px]">Addresses that get no mail</TextLink>}>
      <Table label="Mails" listing={listing} columns={columns} empty={<NothingYet icon={Mail} title="No mails yet">Order confirmations and other mails appear here as they are sent.</NothingYet>} />
    </Page>
  );
}
