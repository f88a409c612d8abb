import * as z from 'zod';
import { accountOperation } from '#platform/operations/account-operation.ts';
import { notFound } from '#platform/refusal.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { deviceOf } from './device.ts';
import { socialNames } from './internal/social.ts';
import { forgetSessions, type Session } from './session.ts';

/** What a person sees of their own safety: sessions, passkeys, second factor. */
export interface OwnAccount {
  user: Session['user'];
  /** Outside providers this installation offers, and which of them the person uses. */
  providers: { offered: string[]; used: string[] };
  hasPassword: boolean;
  sessions: OwnSession[];
  passkeys: { id: string; name: string; createdAt: string }[];
}

export interface OwnSession {
  id: string;
  current: boolean;
  browser: string;
  system: string;
  phone: boolean;
  address: string | null;
  signedInAt: string;
  lastSeenAt: string;
}

/** The signed-in person's account, as their own page shows it. */
export async function ownAccount(session: Session): Promise<OwnAccount> {
  const userId = session.user.id;
  const [sessions, passkeys, used] = await Promise.all([readSessions(session), readPasskeys(userId), readProviders(userId)]);
  return {
    user: session.user,
    providers: { offered: socialNames(), used: used.filter((name) => name !== 'credential') },
    hasPassword: used.includes('credential'),
    sessions,
    passkeys,
  };
}

interface SessionRow {
  id: string;
  address: string | null;
  agent: string | null;
  created: Date;
  seen: Date;
}

async function readSessions({ id: current, user }: Session): Promise<OwnSession[]> {
  const rows = await platformRead('sign-in', (q) => q.sql<SessionRow>`
    select id, ip_address as address, user_agent as agent, created_at as created, coalesce(last_seen_at, updated_at) as seen
    from sessions where user_id = ${user.id} and expires_at > now() order by id = ${current} desc, seen desc limit 100`);
  return rows.map(({ id, address, agent, created, seen }) => ({ id, current: id === current, ...deviceOf(agent), address, signedInAt: created.toISOString(), lastSeenAt: seen.toISOString() }));
}

async function readPasskeys(userId: string): Promise<OwnAccount['passkeys']> {
  const rows = await platformRead('sign-in', (q) => q.sql<{ id: string; name: string | null; at: Date }>`
    select id, name, created_at as at from passkeys where user_id = ${userId} order by created_at, id`);
  return rows.map(({ id, name, at }) => ({ id, name: name || 'Passkey', createdAt: at.toISOString() }));
}

async function readProviders(userId: string): Promise<string[]> {
  const rows = await platformRead('sign-in', (q) => q.sql<{ provider: string }>`select provider_id as provider from credentials where user_id = ${userId}`);
  return rows.map((row) => row.provider);
}

const Which = z.object({ id: z.uuid() });

/** Signs one of the person's own browsers out. */
export const endSession = accountOperation({
  name: 'account.end-session',
  route: 'DELETE /sessions/:id',
  says: 'Sign out one of my browsers',
  input: Which,
  output: Which,
  async run(q, { id }, person) {
    const gone = await q.sql`delete from sessions where id = ${id} and user_id = ${person.userId} returning id`;
    if (gone.length === 0) throw notFound('The session');
    return { id };
  },
  afterCommit: async (_person, answer) => (forgetSessions(), answer),
});
