import { Mail, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select, type Option } from '#ui/select.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: string;
}

interface Invitation {
  id: string;
  email: string;
  role: string;
  invitedBy: string;
  expiresAt: string;
  acceptedAt: string | null;
}

export const meta = () => [{ title: 'People · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [roles, invitations] = await Promise.all([
    ask<{ data: { key: string; name: string }[] }>(args, 'roles.list'),
    ask<{ data: Invitation[] }>(args, 'invitations.list', { limit: 100 }),
  ]);
  const listing = await askList<MemberRow>(args, 'members.list', { values: { role: roles.data.map((role) => role.key) } });
  return { listing, roles: roles.data, open: invitations.data.filter((each) => !each.acceptedAt), may: mayRun(args, 'members.invite', 'members.change-role', 'members.remove', 'invitations.revoke') };
}

export { PageError as ErrorBoundary };

type Doing = { what: 'invite' } | { what: 'role' | 'remove'; member: MemberRow } | null;

function columnsFor(roles: Record<string, string>, may: Record<string, boolean>, act: (doing: Doing) => void): readonly Shown<MemberRow>[] {
  const buttons: Shown<MemberRow> = {
    key: 'actions',
    header: 'Change',
    card: 'tag',
    cell: (member) => (
      <span className="flex gap-2">
        <Button size="small" aria-label={`Change the role of ${member.name}`} onClick={() => act({ what: 'role', member })}>Role</Button>
        <Button size="small" aria-label={`Remove ${member.name}`} onClick={() => act({ what: 'remove', member })}>Remove</Button>
      </span>
    ),
  };
  return [
    { key: 'name', card: 'title', className: 'max-w-[280px]', cell: (member) => <span className="flex min-w-0 items-center gap-3"><Avatar name={member.name} /><span className="min-w-0 truncate font-medium">{member.name}</span></span> },
    { key: 'email', card: 'bare', className: 'max-w-[280px] truncate' },
    { key: 'role', card: 'aside', labels: roles, cell: (member) => <Badge tone={member.role === 'owner' ? 'accent' : 'plain'}>{roles[member.role] ?? member.role}</Badge> },
    { key: 'joinedAt', card: 'none' },
    ...(may['members.change-role'] ? [buttons] : []),
  ];
}

export default function People() {
  const { listing, roles, open, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  const names = Object.fromEntries(roles.map((role) => [role.key, role.name]));
  const options = roles.map((role) => ({ value: role.key, label: role.name }));
  const close = () => setDoing(null);
  return (
    <Page title="People" about="Who works in this workspace, and what they may do." actions={<><LinkButton to="/people/roles">Roles</LinkButton>{may['members.invite'] && <Button kind="primary" onClick={() => setDoing({ what: 'invite' })}>Invite</Button>}</>}>
      {open.length > 0 && <Invitations invitations={open} roles={names} may={may} />}
      <Table label="Members" listing={listing} columns={columnsFor(names, may, setDoing)} empty={<NothingYet icon={UsersRound} title="Nobody here" />} />
      <InviteDialog open={doing?.what === 'invite'} options={options} onClose={close} />
      <RoleDialog member={doing?.what === 'role' ? doing.member : null} options={options} onClose={close} />
      <RemoveDialog member={doing?.what === 'remove' ? doing.member : null} onClose={close} />
    </Page>
  );
}

function InviteDialog({ open, options, onClose }: { open: boolean; options: readonly Option[]; onClose(): void }) {
  return (
    <Dialog title="Invite somebody" about="They get a mail with a link that works for seven days." open={open} onOpenChange={(next) => !next && onClose()}>
      <OperationForm operation="members.invite" submit="Send invitation" done="Invitation sent" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
        <Field label="Email" name="email" required><Input name="email" type="email" autoComplete="off" autoFocus /></Field>
        <Field label="Role" name="role"><Select name="role" defaultValue="viewer" options={options} /></Field>
      </OperationForm>
    </Dialog>
  );
}

function RoleDialog({ member, options, onClose }: { member: MemberRow | null; options: readonly Option[]; onClose(): void }) {
  return (
    <Dialog title="Change role" about={member?.name} open={member !== null} onOpenChange={(next) => !next && onClose()}>
      {member && (
        <OperationForm operation="members.change-role" input={{ id: member.id }} submit="Change role" done="Role changed" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
          <Field label="Role" name="role"><Select name="role" defaultValue={member.role} options={options} /></Field>
        </OperationForm>
      )}
    </Dialog>
  );
}

function RemoveDialog({ member, onClose }: { member: MemberRow | null; onClose(): void }) {
  const remove = useOperation('members.remove', { done: 'Member removed' });
  return (
    <ConfirmDialog title={`Remove ${member?.name ?? ''}?`} confirm="Remove" open={member !== null} onOpenChange={(next) => !next && onClose()} onConfirm={() => remove.run({ id: member!.id })}>
      They lose access at once, and their personal API tokens stop working.
    </ConfirmDialog>
  );
}

function Invitations({ invitations, roles, may }: { invitations: readonly Invitation[]; roles: Record<string, string>; may: Record<string, boolean> }) {
  const revoke = useOperation('invitations.revoke', { done: 'Invitation withdrawn' });
  return (
    <Card title="Open invitations" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {invitations.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:px-5">
            <Mail aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1 basis-48 truncate font-medium">{each.email}</span>
            <Badge>{roles[each.role] ?? each.role}</Badge>
            <span className="text-[13px] text-ink-3">until <DateTime at={each.expiresAt} /></span>
            {may['invitations.revoke'] && <Button size="small" kind="quiet" aria-label={`Withdraw the invitation of ${each.email}`} onClick={() => void revoke.run({ id: each.id })}>Withdraw</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
