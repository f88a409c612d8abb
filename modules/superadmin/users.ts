import * as z from 'zod';
import { authHandler, isSuperadmin, publicUrl } from '#modules/accounts/index.ts';
import type { Queries } from '#platform/db/query.ts';
import { announce } from '#platform/events/announce.ts';
import { superOperation, superView, type Superadmin } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { anywhere, Listing, PAGE, paged } from './paging.ts';

export interface UserRow {
  id: string;
  name: string;
  email: string;
  superadmin: boolean;
  disabled: boolean;
  createdAt: Date;
  lastSeen: Date | null;
  sessions: number;
  workspaces: { id: string; name: string; role: string }[];
}

export const superUsers = superView({
  name: 'super.users',
  says: 'All people',
  input: Listing,
  async read(q, { search, page }) {
    const rows = await q.sql<UserRow>`
      with found as (
        select id, name, email, email_verified, superadmin, disabled_at is not null as disabled, created_at from users
        where name ilike ${anywhere(search)} or email ilike ${anywhere(search)} or id::text = ${search}
        order by created_at desc, id limit ${PAGE + 1} offset ${(page - 1) * PAGE})
      select f.id, f.name, f.email, f.email_verified as "emailVerified", f.superadmin, f.disabled, f.created_at as "createdAt",
        (select max(updated_at) from sessions s where s.user_id = f.id) as "lastSeen",
        (select count(*)::int from sessions s where s.user_id = f.id and s.expires_at > now()) as sessions,
        coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'role', m.role) order by w.name) from members m join workspaces w on w.id = m.workspace_id where m.user_id = f.id), '[]') as workspaces
      from found f order by f.created_at desc, f.id`;
    return paged(rows);
  },
});

const Which = z.object({ id: z.uuid() });
interface User {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  superadmin: boolean;
  disabled: boolean;
}

async function locked(q: Queries, id: string): Promise<User> {
  const [row] = await q.sql<User>`select id, name, email, email_verified as "emailVerified", superadmin, disabled_at is not null as disabled from users where id = ${id} for update`;
  if (!row) throw notFound('The person');
  return row;
}

function refuseOneself(who: Superadmin, id: string): void {
  if (who.userId === id) throw new Refusal('conflict', 'Ask another superadmin to do this to you.');
}

const sessionsChanged = async () => announce('sessions.changed');

/** Out everywhere at once, and not in again until enabled. */
export const disableUser = superOperation({
  name: 'super.disable-user',
  says: 'Disable a person',
  input: Which.extend({ reason: z.string().trim().min(3).max(500) }),
  output: Which,
  async run(q, { id }, who) {
    refuseOneself(who, id);
    const user = await locked(q, id);
    if (user.disabled) throw new Refusal('conflict', `${user.name} is disabled already.`);
    await q.sql`update users set disabled_at = now() where id = ${id}`;
    await q.sql`delete from sessions where user_id = ${id}`;
    return { answer: { id }, note: { userId: id, about: user.email, before: { disabled: false }, after: { disabled: true } } };
  },
  afterCommit: sessionsChanged,
});

export const enableUser = superOperation({
  name: 'super.enable-user',
  says: 'Enable a person again',
  input: Which,
  output: Which,
  async run(q, { id }) {
    const user = await locked(q, id);
    await q.sql`update users set disabled_at = null where id = ${id}`;
    return { answer: { id }, note: { userId: id, about: user.email, before: { disabled: user.disabled }, after: { disabled: false } } };
  },
  afterCommit: sessionsChanged,
});

export const endSessions = superOperation({
  name: 'super.end-sessions',
  says: 'Sign a person out everywhere',
  input: Which,
  output: Which.extend({ ended: z.int() }),
  async run(q, { id }) {
    const user = await locked(q, id);
    const ended = await q.sql`delete from sessions where user_id = ${id} returning id`;
    return { answer: { id, ended: ended.length }, note: { userId: id, about: user.email, after: { ended: ended.length } } };
  },
  afterCommit: sessionsChanged,
});

export const sendReset = superOperation({
  name: 'super.send-reset',
  says: 'Send a person a link for a new password',
  input: Which,
  output: Which.extend({ email: z.string() }),
  async run(q, { id }) {
    const user = await locked(q, id);
    return { answer: { id, email: user.email }, note: { userId: id, about: user.email } };
  },
  async afterCommit(_who, { email }) {
    const headers = { 'content-type': 'application/json', origin: publicUrl() };
    const sent = await authHandler(new Request(`${publicUrl()}/api/auth/request-password-reset`, { method: 'POST', headers, body: JSON.stringify({ email }) }), 'superadmin');
    if (!sent.ok) throw new Refusal('conflict', 'The mail could not be sent now. Try again in a few minutes.');
  },
});

export const grantSuperadmin = superOperation({
  name: 'super.grant',
  says: 'Make somebody a superadmin',
  input: Which,
  output: Which,
  async run(q, { id }) {
    const user = await locked(q, id);
    await q.sql`update users set superadmin = true where id = ${id}`;
    return { answer: { id }, note: { userId: id, about: user.email, before: { superadmin: user.superadmin }, after: { superadmin: true } } };
  },
  afterCommit: sessionsChanged,
});

export const revokeSuperadmin = superOperation({
  name: 'super.revoke',
  says: 'Take the superadmin right away',
  input: Which,
  output: Which,
  async run(q, { id }, who) {
    refuseOneself(who, id);
    const user = await locked(q, id);
    await q.sql`update users set superadmin = false where id = ${id}`;
    if (isSuperadmin({ ...user, image: null, superadmin: false } as never)) throw new Refusal('conflict', `${user.email} stands in QUICKDASH_SUPERADMINS; take it out there.`);
    return { answer: { id }, note: { userId: id, about: user.email, before: { superadmin: true }, after: { superadmin: false } } };
  },
  afterCommit: sessionsChanged,
});
