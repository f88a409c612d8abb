import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, inWords } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Chart } from '#ui/chart.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { bytes, count } from './parts.tsx';

interface Member {
  userId: string;
  name: string;
  email: string;
  role: string;
  superadmin: boolean;
}

interface Data {
  workspace: { id: string; name: string; slug: string; tier: string; suspendedAt: string | null; suspendedReason: string | null; createdAt: string };
  members: Member[];
  days: { day: string; amount: number }[];
  sizes: { products: number; customers: number; storefronts: number; bytes: number; files: number };
  tiers: { name: string; label: string }[];
}

export const meta = () => [{ title: 'Workspace · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<Data>(args, 'super.workspace', { id: args.params['id'] });
}

export { PageError as ErrorBoundary };

type Doing = { what: 'state' } | { what: 'look'; member: Member } | null;

export default function Workspace() {
  const { workspace, members, days, sizes, tiers } = useLoaderData<typeof loader>() as unknown as Data;
  const [doing, setDoing] = useState<Doing>(null);
  const suspended = workspace.suspendedAt !== null;
  const close = () => setDoing(null);
  return (
    <Page title={workspace.name} width="reading" beside={suspended ? <Badge tone="bad">Suspended</Badge> : <Badge tone="good">Open</Badge>} crumbs={[{ label: 'Workspaces', to: '/super/workspaces' }]} actions={<Button kind={suspended ? 'primary' : 'danger'} onClick={() => setDoing({ what: 'state' })}>{suspended ? 'Open again' : 'Suspend'}</Button>}>
      <Columns
        main={
          <>
            <Card title="Requests a day, 30 days"><Chart title="Requests a day" kind="bar" points={days.map(({ day, amount }) => ({ label: `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`, value: amount }))} write={count} /></Card>
            <Members members={members} suspended={suspended} onLook={(member) => setDoing({ what: 'look', member })} />
          </>
        }
        side={
          <>
            <Card title="Workspace"><Facts facts={[['Short name', workspace.slug], ['Since', <DateTime key="since" at={workspace.createdAt} as="date" />], ['Products', count(sizes.products)], ['Customers', count(sizes.customers)], ['Storefronts', count(sizes.storefronts)], ['Files', `${count(sizes.files)}, ${bytes(sizes.bytes)}`], ['Id', <code key="id" className="font-mono text-[12px] break-all">{workspace.id}</code>]]} /></Card>
            {suspended && <Card title="Suspended because"><p>{workspace.suspendedReason}</p></Card>}
            <Card title="Tier" about="Counts at once, everywhere.">
              <OperationForm key={workspace.tier} operation="super.change-tier" input={{ id: workspace.id }} submit="Change tier" done="Tier changed">
                <Field label="Tier" name="tier" labelHidden><Select name="tier" defaultValue={workspace.tier} options={tiers.map(({ name, label }) => ({ value: name, label }))} /></Field>
              </OperationForm>
            </Card>
          </>
        }
      />
      <StateDialog workspace={workspace} open={doing?.what === 'state'} onClose={close} />
      <LookDialog workspace={workspace} member={doing?.what === 'look' ? doing.member : null} onClose={close} />
    </Page>
  );
}

function Members({ members, suspended, onLook }: { members: readonly Member[]; suspended: boolean; onLook(member: Member): void }) {
  return (
    <Card title="Members" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:px-5">
            <span className="min-w-0 flex-1 basis-52"><span className="block truncate font-medium">{member.name}</span><span className="block truncate text-[13px] text-ink-3">{member.email}</span></span>
            <Badge tone={member.role === 'owner' ? 'accent' : 'plain'}>{inWords(member.role)}</Badge>
            {!member.superadmin && !suspended && <Button size="small" aria-label={`Look as ${member.name}`} onClick={() => onLook(member)}>Look as</Button>}
          </li>
        ))}
        {members.length === 0 && <li className="px-5 py-6 text-center text-ink-2">Nobody is a member.</li>}
      </ul>
    </Card>
  );
}

function StateDialog({ workspace, open, onClose }: { workspace: Data['workspace']; open: boolean; onClose(): void }) {
  const suspended = workspace.suspendedAt !== null;
  const about = suspended ? 'Shops answer again and members come in as before.' : 'Its shops answer that they are closed, and members see your reason instead of the workspace. Nothing is deleted.';
  return (
    <Dialog title={suspended ? `Open ${workspace.name} again` : `Suspend ${workspace.name}`} about={about} open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation={suspended ? 'super.restore-workspace' : 'super.suspend-workspace'} input={{ id: workspace.id }} submit={suspended ? 'Open again' : 'Suspend'} kind={suspended ? 'primary' : 'danger'} done={suspended ? 'Open again' : 'Suspended'} onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
        <Field label="Reason" name="reason" required description={suspended ? 'Kept in the log.' : 'Its members read it.'}><Textarea name="reason" maxLength={500} /></Field>
      </OperationForm>
    </Dialog>
  );
}

function LookDialog({ workspace, member, onClose }: { workspace: Data['workspace']; member: Member | null; onClose(): void }) {
  return (
    <Dialog title={`Look through the eyes of ${member?.name ?? ''}`} about="For half an hour you see and do what they can. All of it is noted under both names, and the owner reads in the audit log that you were there and why." open={member !== null} onOpenChange={(next) => !next && onClose()}>
      {member && (
        <OperationForm<{ slug: string }> operation="super.impersonate" input={{ workspaceId: workspace.id, userId: member.userId }} submit="Look as them" onDone={({ slug }) => location.assign(`/admin/w/${slug}`)} cancel={<Button onClick={onClose}>Cancel</Button>}>
          <Field label="Reason" name="reason" required><Input name="reason" maxLength={500} autoComplete="off" placeholder="They asked for help with…" /></Field>
        </OperationForm>
      )}
    </Dialog>
  );
}
