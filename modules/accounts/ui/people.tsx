import { Ellipsis, UserRoundCheck, UserRoundCog, UserRoundMinus, UserRoundX, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, IconButton, LinkButton } from '#ui/button.tsx';
import { ask, askIfAllowed, askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { InviteDialog, Invitations, type Invitation } from './invitations.tsx';
import { limitsInWords, type Limits } from './limits-fields.tsx';
import { MemberSheet, RemoveDialog, SuspendDialog } from './member-dialogs.tsx';
import { placesOf } from './places.server.ts';
import type { Role } from './role-preview.tsx';

export interface MemberRow extends Limits {
  id: string;
  name: string;
  email: string;
  role: string;
  lastSeenAt: string | null;
  suspendedAt: string | null;
}

export interface Activity {
  memberId: string;
  sessions: number;
  secondFactor: boolean;
}

export const meta = () => [{ title: 'People · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [roles, invitations, activity, places] = await Promise.all([
    ask<{ data: Role[]; capabilities: { name: string; says: string }[] }>(args, 'roles.list'),
    ask<{ data: Invitation[] }>(args, 'invitations.list', { limit: 100 }),
    askIfAllowed<{ data: Activity[] }>(args, 'members.activity'),
    placesOf(args),
  ]);
  const listing = await askList<MemberRow>(args, 'members.list', { values: { role: roles.data.map((role) => role.key) } });
  const may = mayRun(args, 'members.invite', 'members.change-role', 'members.remove', 'members.suspend', 'invitations.revoke', 'invitations.resend');
  return { listing, roles: roles.data, capabilities: roles.capabilities, places, activity: activity?.data ?? [], open: invitations.data.filter((each) => !each.acceptedAt), may };
}

export { PageError as ErrorBoundary };

type Doing = { what: 'invite' } | { what: 'change' | 'suspend' | 'remove'; member: MemberRow } | null;

interface Facts {
  roles: Record<string, string>;
  activity: Map<string, Activity>;
  may: Record<string, boolean>;
  act(doing: Doing): void;
}

function columnsFor({ roles, activity, may, act }: Facts): readonly Shown<MemberRow>[] {
  return [
    { key: 'name', card: 'title', className: 'max-w-[280px]', cell: (member) => <Who member={member} /> },
    { key: 'role', card: 'aside', labels: roles, cell: (member) => <span className="flex flex-wrap items-center gap-1.5"><Badge tone={member.role === 'owner' ? 'accent' : 'plain'}>{roles[member.role] ?? member.role}</Badge>{limitsInWords(member) && <Badge tone="info">{limitsInWords(member)}</Badge>}{member.suspendedAt && <Badge tone="bad">Suspended</Badge>}</span> },
    { key: 'secondFactor', header: 'Second factor', card: 'line', cell: (member) => (activity.get(member.id)?.secondFactor ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>) },
    { key: 'sessions', header: 'Signed in', card: 'none', cell: (member) => <span className="figures">{browsers(activity.get(member.id)?.sessions ?? 0)}</span> },
    { key: 'lastSeenAt', card: 'line' },
    { key: 'joinedAt', card: 'none' },
    ...(may['members.change-role'] ? [{ key: 'actions', header: 'Change', card: 'tag' as const, cell: (member: MemberRow) => <Actions member={member} act={act} /> }] : []),
  ];
}

function browsers(count: number): string {
  return count === 1 ? '1 browser' : `${count} browsers`;
}

function Who({ member }: { member: MemberRow }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={member.name} />
      <span className="min-w-0"><span className="block truncate font-medium">{member.name}</span><span className="block truncate text-[13px] text-ink-3">{member.email}</span></span>
    </span>
  );
}

function Actions({ member, act }: { member: MemberRow; act(doing: Doing): void }) {
  return (
    <Menu trigger={<IconButton label={`Change ${member.name}`} size="small"><Ellipsis aria-hidden className="size-4" /></IconButton>}>
      <MenuItem icon={<UserRoundCog aria-hidden />} onSelect={() => act({ what: 'change', member })}>Role and limits</MenuItem>
      <MenuItem icon={member.suspendedAt ? <UserRoundCheck aria-hidden /> : <UserRoundMinus aria-hidden />} onSelect={() => act({ what: 'suspend', member })}>{member.suspendedAt ? 'Let in again' : 'Suspend'}</MenuItem>
      <MenuLine />
      <MenuItem tone="bad" icon={<UserRoundX aria-hidden />} onSelect={() => act({ what: 'remove', member })}>Remove</MenuItem>
    </Menu>
  );
}

export default function People() {
  const { listing, roles, capabilities, places, activity, open, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  const names = Object.fromEntries(roles.map((role) => [role.key, role.name]));
  const close = () => setDoing(null);
  const of = (what: string) => (doing?.what === what && 'member' in doing ? doing.member : null);
  const choice = { roles, capabilities, places };
  return (
    <Page title="People" about="Who works in this workspace, and what they may do." actions={<><LinkButton to="/people/roles">Roles</LinkButton>{may['members.invite'] && <Button kind="primary" onClick={() => setDoing({ what: 'invite' })}>Invite</Button>}</>}>
      {open.length > 0 && <Invitations invitations={open} roles={names} may={may} />}
      <Table label="Members" listing={listing} columns={columnsFor({ roles: names, activity: new Map(activity.map((each) => [each.memberId, each])), may, act: setDoing })} empty={<NothingYet icon={UsersRound} title="Nobody here" />} />
      <InviteDialog open={doing?.what === 'invite'} {...choice} onClose={close} />
      <MemberSheet member={of('change')} {...choice} onClose={close} />
      <SuspendDialog member={of('suspend')} onClose={close} />
      <RemoveDialog member={of('remove')} onClose={close} />
    </Page>
  );
}

