import { Webhook } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink, useWorkspacePath } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { CHANGES, eventsInWords, type Endpoint, type EventWord } from './endpoint-shape.ts';
import { EndpointSheet, type Made } from './endpoint-sheet.tsx';
import { SecretDialog } from './secret-dialog.tsx';

type Row = Pick<Endpoint, 'id' | 'url' | 'description' | 'events' | 'state' | 'failures'>;

export const meta = () => [{ title: 'Webhooks · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [listing, events] = await Promise.all([askList<Row>(args, 'webhooks.endpoints'), ask<{ data: EventWord[] }>(args, 'webhooks.events')]);
  return { listing, events: events.data, may: mayRun(args, ...CHANGES) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<Row>[] = [
  { key: 'url', opens: true, className: 'max-w-[420px]', cell: (row) => <Link data-opens to={`/webhooks/${row.id}`} prefetch="intent" className="block min-w-0"><span className="block truncate font-medium">{row.url}</span>{row.description && <span className="block truncate text-[13px] font-normal text-ink-3">{row.description}</span>}</Link> },
  { key: 'state', card: 'aside', cell: (row) => <StateBadge state={row.state} failures={row.failures} /> },
  { key: 'events', card: 'line', cell: (row) => eventsInWords(row.events) },
  { key: 'lastDeliveredAt', card: 'line' },
  { key: 'failures', card: 'none' },
  { key: 'lastError', card: 'none', className: 'max-w-[260px] truncate text-ink-2' },
  { key: 'createdAt', card: 'none' },
];

/** The state of an endpoint; one that is on and does not answer is not simply active. */
export function StateBadge({ state, failures }: Pick<Endpoint, 'state' | 'failures'>) {
  if (state === 'disabled') return <StatusBadge status="failed" label="Disabled" />;
  if (state === 'paused') return <StatusBadge status="paused" label="Paused" />;
  return failures > 0 ? <StatusBadge status="low" label="Failing" /> : <StatusBadge status="active" label="Active" />;
}

export default function Endpoints() {
  const { listing, events, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made>();
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  const add = may['webhooks.create-endpoint'] && <Button kind="primary" onClick={() => setAdding(true)}>Add endpoint</Button>;
  const seen = () => {
    setMade(undefined);
    void navigate(inWorkspace(`/webhooks/${made!.id}`));
  };
  return (
    <Page title="Webhooks" about={<>Other programs hear what happens here, as soon as it happens. <TextLink to="/docs#events" within="installation" reloadDocument>Events and API</TextLink></>} actions={add}>
      <Table label="Webhook endpoints" listing={listing} columns={columns} live={['webhooks']} empty={<Nothing add={add} />} />
      <EndpointSheet events={events} open={adding} onClose={() => setAdding(false)} onMade={(answer) => { setAdding(false); setMade(answer); }} />
      <SecretDialog title="Your endpoint is ready" secret={made?.secret} url={made?.url ?? ''} onClose={seen} />
    </Page>
  );
}

function Nothing({ add }: { add: ReactNode }) {
  return (
    <NothingYet icon={Webhook} title="No endpoints yet" action={add}>
      A webhook tells your own program, accounting or warehouse when an order is placed or stock runs low. Each message is signed, and tried again for three days when nobody answers.
    </NothingYet>
  );
}
