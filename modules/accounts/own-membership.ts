import * as z from 'zod';
import type { Queries } from '#platform/db/query.ts';
import { accountOperation, type Person } from '#platform/operations/account-operation.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { activate } from './create-workspace.ts';
import { hashOf } from './internal/secrets.ts';
import { invitationGone, takeInvitation } from './invitations.ts';
import { lockedMember, rolesChanged, setRole, takeOut } from './members.ts';

// What a person does with their own membership needs no permission but being that person. These inner operations give the
// act its transaction in the workspace and its audit entry; they are in no list, so no other door leads to them.
export const OWN = 'membership:own';

export function asPerson(person: Person, workspaceId: string): Context {
  const { userId, name, email, requestId, address } = person;
  return openContext({ workspaceId, actor: { kind: 'member', userId, name, email }, capabilities: [OWN], requestId, ...(address && { address }) });
}

async function requireMember(q: Queries, workspaceId: string, userId: string): Promise<void> {
  const found = await q.sql`select 1 from members where workspace_id = ${workspaceId} and user_id = ${userId}`;
  if (found.length === 0) throw notFound('The workspace');
}

const Workspace = z.object({ id: z.uuid() });

export const setActiveWorkspace = accountOperation({
  name: 'account.set-active-workspace',
  route: 'PUT /active-workspace',
  says: 'Go to another workspace',
  input: Workspace,
  output: Workspace,
  async run(q, { id }, person) {
    await requireMember(q, id, person.userId);
    await activate(q, person.userId, id);
    return { id };
  },
  afterCommit: async (_person, answer) => (rolesChanged(), answer),
});

const leave = operation({
  name: 'workspaces.leave',
  route: 'DELETE /membership',
  says: 'Leave a workspace',
  needs: OWN,
  input: z.object({ userId: z.uuid() }),
  output: z.object({}),
  async run(tx, { userId }) {
    await takeOut(tx, await lockedMember(tx, { userId }));
    return {};
  },
});

export const leaveWorkspace = accountOperation({
  name: 'workspaces.leave',
  route: 'DELETE /workspaces/:id/membership',
  says: 'Leave a workspace',
  input: Workspace,
  output: Workspace,
  async run(q, { id }, person) {
    await requireMember(q, id, person.userId);
    return { id };
  },
  async afterCommit(person, answer) {
    await leave.call(asPerson(person, answer.id), { userId: person.userId });
    rolesChanged();
    return answer;
  },
});

const transfer = operation({
  name: 'workspaces.transfer',
  route: 'POST /transfer',
  says: 'Hand a workspace over',
  needs: OWN,
  input: z.object({ userId: z.uuid(), memberId: z.uuid() }),
  output: z.object({}),
  async run(tx, { userId, memberId }) {
    const from = await lockedMember(tx, { userId });
    if (from.role !== 'owner') throw new Refusal('forbidden', 'Only an owner can hand the workspace over.');
    const to = await lockedMember(tx, { id: memberId });
    if (to.id === from.id) throw new Refusal('invalid', 'Choose somebody else to hand the workspace to.');
    await setRole(tx, to, 'owner');
    await setRole(tx, from, 'admin');
    return {};
  },
});

/** The other member becomes owner; the one who hands over stays as administrator. */
export const transferWorkspace = accountOperation({
  name: 'workspaces.transfer',
  route: 'POST /workspaces/:id/transfer',
  says: 'Hand a workspace over',
  input: Workspace.extend({ memberId: z.uuid() }),
  output: Workspace,
  async run(q, { id }, person) {
    await requireMember(q, id, person.userId);
    return { id };
  },
  async afterCommit(person, answer, { memberId }) {
    await transfer.call(asPerson(person, answer.id), { userId: person.userId, memberId });
    rolesChanged();
    return answer;
  },
});

const accept = operation({
  name: 'invitations.accept',
  route: 'POST /acceptance',
  says: 'Accept an invitation',
  needs: OWN,
  input: z.object({ token: z.string(), userId: z.uuid(), name: z.string(), email: z.string() }),
  output: z.object({ role: z.string() }),
  run: async (tx, { token, ...person }) => ({ role: await takeInvitation(tx, token, person) }),
});

interface Invited {
  /** The workspace's, like name and slug. */
  id: string;
  name: string;
  slug: string;
  email: string;
}

async function invitationOf(q: Queries, token: string): Promise<Invited> {
  const [row] = await q.sql<Invited>`
    select w.id, w.name, w.slug, i.email from invitations i join workspaces w on w.id = i.workspace_id
    where i.token_hash = ${hashOf(token)} and i.accepted_at is null and i.expires_at > now()`;
  if (!row) throw invitationGone();
  return row;
}

const Joined = z.object({ id: z.uuid(), name: z.string(), slug: z.string(), role: z.string() });

/** The link proves the mailbox, so it also confirms the person's address. Its workspace becomes the active one. */
export const acceptInvitation = accountOperation({
  name: 'invitations.accept',
  route: 'POST /invitations/acceptance',
  says: 'Accept an invitation',
  input: z.object({ token: z.string().min(20).max(100) }),
  output: Joined,
  async run(q, { token }, person) {
    const invited = await invitationOf(q, token);
    if (invited.email !== person.email) throw new Refusal('forbidden', 'This invitation is for another email address. Sign in with that one.');
    await q.sql`update users set email_verified = true where id = ${person.userId}`;
    return { id: invited.id, name: invited.name, slug: invited.slug, role: '' };
  },
  async afterCommit(person, answer, { token }) {
    const { userId, name, email } = person;
    const { role } = await accept.call(asPerson(person, answer.id), { token, userId, name, email });
    await setActiveWorkspace.call(person, { id: answer.id });
    return { ...answer, role };
  },
});
