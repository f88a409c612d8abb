import { CalendarSync } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { Stat, Stats } from '#ui/stat.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import type { Status } from '../status.ts';
import { statusTones, statusWords } from './subscription-shape.ts';

interface Row {
  id: string;
  customerName: string;
  email: string;
  status: Status;
}

interface Figures {
  active: number;
  behind: number;
  paused: number;
  monthly: MoneyValue;
  started: number;
  ended: number;
  churn: number;
}

interface Settings {
  retryDays: number[];
  announceDays: number;
  afterwards: string;
}

const views: readonly BuiltInView[] = [
  { key: 'running', name: 'Running', question: { filter: { status: 'active,trialing' } } },
  { key: 'behind', name: 'Behind', question: { filter: { status: 'past_due,unpaid' } } },
];

export const meta = () => [{ title: 'Subscriptions · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [figures, settings, listing] = await Promise.all([ask<Figures>(args, 'subscriptions.figures'), ask<Settings>(args, 'subscriptions.settings'), askList<Row>(args, 'subscriptions.list', { views })]);
  return { figures, settings, listing, may: mayRun(args, 'subscriptions.set-settings')['subscriptions.set-settings'] === true };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<Row>[] = [
  { key: 'customerName', opens: true, cell: (row) => <Link data-opens to={`/subscriptions/${row.id}`} prefetch="intent" className="font-medium">{row.customerName || row.email}</Link> },
  { key: 'status', card: 'aside', labels: statusWords, cell: (row) => <Badge tone={statusTones[row.status]}>{statusWords[row.status]}</Badge> },
  { key: 'title', card: 'bare' },
  { key: 'quantity', card: 'none' },
  { key: 'planName', card: 'tag' },
  { key: 'price', card: 'line' },
  { key: 'nextRenewalAt', card: 'line' },
  { key: 'cycle', card: 'none' },
  { key: 'email', card: 'none' },
  { key: 'createdAt', card: 'none' },
];

export default function Subscriptions() {
  const { figures, settings, listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState(false);
  useLive('subscriptions');
  const empty = <NothingYet icon={CalendarSync} title="No subscriptions yet" action={<LinkButton kind="primary" to="/subscriptions/plans">Plans</LinkButton>}>Make a plan for a product; whoever chooses it at the checkout appears here.</NothingYet>;
  return (
    <Page title="Subscriptions" about="What your customers get again and again." actions={<>{may && <Button onClick={() => setEditing(true)}>Renewals</Button>}<LinkButton to="/subscriptions/plans">Plans</LinkButton></>}>
      {figures.active + figures.behind + figures.paused + figures.ended > 0 && (
        <Stats><Stat label="Running" value={figures.active} /><Stat label="In a month" value={<Money value={figures.monthly} />} /><Stat label="Behind" value={figures.behind} /><Stat label="Ended of those 30 days ago" value={`${Math.round(figures.churn * 1_000) / 10} %`} /></Stats>
      )}
      <Table label="Subscriptions" listing={listing} columns={columns} empty={empty} />
      <Dialog title="Renewals" about="What customers are told before a renewal, and what happens when one fails. Each failed try is written to them, with a link to pay or to use another card." open={editing} onOpenChange={setEditing}>
        {editing && <SettingsForm settings={settings} onClose={() => setEditing(false)} />}
      </Dialog>
    </Page>
  );
}

function SettingsForm({ settings, onClose }: { settings: Settings; onClose(): void }) {
  const shape = ({ retryDays, ...rest }: Record<string, unknown>) => ({ ...rest, retryDays: String(retryDays ?? '').split(/[\s,]+/).filter(Boolean).map(Number) });
  return (
    <OperationForm operation="subscriptions.set-settings" submit="Save" done="Saved" shape={shape} onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="Announce so many days before" name="announceDays" description="By mail, with what will be charged: renewals that come every month or more rarely. 0 announces only the end of a trial."><NumberInput name="announceDays" type="number" min={0} max={30} defaultValue={settings.announceDays} /></Field>
      <Field label="Try again after days" name="retryDays" description="Counted from the first failure, with commas between."><Input name="retryDays" defaultValue={settings.retryDays.join(', ')} inputMode="numeric" /></Field>
      <Field label="After the last try" name="afterwards"><Select name="afterwards" defaultValue={settings.afterwards} options={[{ value: 'cancelled', label: 'The subscription ends' }, { value: 'unpaid', label: 'It stands still until somebody pays' }]} /></Field>
    </OperationForm>
  );
}
