import * as z from 'zod';
import { allTiers, tierChanged, tiersChanged } from '#modules/tiers/index.ts';
import type { Queries } from '#platform/db/query.ts';
import { announce } from '#platform/events/announce.ts';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { leaveTrace } from './inside.ts';
import { anywhere, Listing, PAGE, paged } from './paging.ts';

export interface WorkspaceRow {
  id: string;
  name: string;
  slug: string;
  tier: string;
  suspended: boolean;
  createdAt: Date;
  members: number;
  bytes: number;
  storefronts: number;
  requests: number;
  lastActive: string | null;
}

export const superWorkspaces = superView({
  name: 'super.workspaces',
  says: 'All workspaces',
  input: Listing.extend({ tier: z.string().max(40).default(''), state: z.enum(['', 'open', 'suspended']).default('') }),
  async read(q, { search, page, tier, state }) {
    const rows = await q.sql<WorkspaceRow>`
      with found as (
        select id, name, slug, tier, suspended_at is not null as suspended, created_at from workspaces
        where (name ilike ${anywhere(search)} or slug ilike ${anywhere(search)} or id::text = ${search})
          and (${tier} = '' or tier = ${tier}) and (${state} = '' or (suspended_at is not null) = (${state} = 'suspended'))
        order by created_at desc, id limit ${PAGE + 1} offset ${(page - 1) * PAGE})
      select f.id, f.name, f.slug, f.tier, f.suspended, f.created_at as "createdAt",
        (select count(*)::int from members m where m.workspace_id = f.id) as members,
        (select count(*)::int from storefronts s where s.workspace_id = f.id) as storefronts,
        coalesce((select bytes from file_usage u where u.workspace_id = f.id), 0) as bytes,
        coalesce((select sum(amount)::bigint from usage_days u where u.workspace_id = f.id and meter = 'requests' and day > current_date - 30), 0) as requests,
        (select max(day)::text from usage_days u where u.workspace_id = f.id and meter = 'requests') as "lastActive"
      from found f order by f.created_at desc, f.id`;
    return paged(rows);
  },
});

const Which = z.object({ id: z.uuid() });

export const superWorkspace = superView({
  name: 'super.workspace',
  says: 'One workspace',
  input: Which,
  async read(q, { id }) {
    const [workspace] = await q.sql<{ id: string; name: string; slug: string; tier: string; suspendedAt: Date | null; suspendedReason: string | null; createdAt: Date }>`
      select id, name, slug, tier, suspended_at as "suspendedAt", suspended_reason as "suspendedReason", created_at as "createdAt" from workspaces where id = ${id}`;
    if (!workspace) throw notFound('The workspace');
    const [members, days, sizes] = await Promise.all([membersOf(q, id), daysOf(q, id), sizesOf(q, id)]);
    return { workspace, members, days, sizes, tiers: (await allTiers()).map(({ name, label }) => ({ name, label })) };
  },
});

function membersOf(q: Queries, id: string) {
  return q.sql<{ userId: string; name: string; email: string; role: string; superadmin: boolean }>`
    select m.user_id as "userId", m.name, m.email, m.role, u.superadmin from members m join users u on u.id = m.user_id where m.workspace_id = ${id} order by m.joined_at limit 200`;
}

function daysOf(q: Queries, id: string) {
  return q.sql<{ day: string; amount: number }>`
    select to_char(d, 'YYYY-MM-DD') as day, coalesce(u.amount, 0)::bigint as amount from generate_series(current_date - 29, current_date, interval '1 day') d
    left join usage_days u on u.workspace_id = ${id} and u.day = d::date and u.meter = 'requests' order by d`;
}

async function sizesOf(q: Queries, id: string) {
  const [row] = await q.sql<{ products: number; customers: number; storefronts: number; bytes: number; files: number }>`
    select (select count(*)::int from products where workspace_id = ${id}) as products, (select count(*)::int from customers where workspace_id = ${id}) as customers,
      (select count(*)::int from storefronts where workspace_id = ${id}) as storefronts,
      coalesce((select bytes from file_usage where workspace_id = ${id}), 0) as bytes, coalesce((select files from file_usage where workspace_id = ${id}), 0) as files`;
  return row!;
}

interface Locked {
  name: string;
  tier: string;
  suspended: boolean;
}

async function locked(q: Queries, id: string): Promise<Locked> {
  const [row] = await q.sql<Locked>`select name, tier, suspended_at is not null as suspended from workspaces where id = ${id} for update`;
  if (!row) throw notFound('The workspace');
  return row;
}

const Reason = z.string().trim().min(3).max(500);

export const changeTier = superOperation({
  name: 'super.change-tier',
  says: 'Give a workspace another tier',
  input: Which.extend({ tier: z.string().max(40) }),
  output: Which.extend({ tier: z.string(), before: z.string() }),
  async run(q, { id, tier }) {
    const before = await locked(q, id);
    if (!(await allTiers()).some(({ name }) => name === tier)) throw new Refusal('invalid', `There is no tier "${tier}".`, { fields: { tier: 'is not a tier' } });
    await q.sql`update workspaces set tier = ${tier} where id = ${id}`;
    return { answer: { id, tier, before: before.tier }, note: { workspaceId: id, about: before.name, before: { tier: before.tier }, after: { tier } } };
  },
  async afterCommit(who, { id, tier, before }) {
    tiersChanged();
    announce('workspaces.changed');
    const data = { workspaceId: id, tier, before };
    await leaveTrace(who, { name: 'workspaces.change-tier', workspaceId: id, says: 'Change the tier', input: { tier }, record: { record: 'workspace', id, before: { tier: before }, after: { tier } }, event: { event: tierChanged, data } });
  },
});

export const suspendWorkspace = superOperation({
  name: 'super.suspend-workspace',
  says: 'Suspend a workspace',
  input: Which.extend({ reason: Reason }),
  output: Which,
  async run(q, { id, reason }) {
    const before = await locked(q, id);
    if (before.suspended) throw new Refusal('conflict', `"${before.name}" is suspended already.`);
    await q.sql`update workspaces set suspended_at = now(), suspended_reason = ${reason} where id = ${id}`;
    return { answer: { id }, note: { workspaceId: id, about: before.name, before: { suspended: false }, after: { suspended: true } } };
  },
  async afterCommit(who, { id }, { reason }) {
    announce('workspaces.changed');
    await leaveTrace(who, { name: 'workspaces.suspend', workspaceId: id, says: 'Suspend the workspace', input: { reason }, record: { record: 'workspace', id, after: { suspended: true, reason } } });
  },
});

export const restoreWorkspace = superOperation({
  name: 'super.restore-workspace',
  says: 'Open a suspended workspace again',
  input: Which.extend({ reason: Reason }),
  output: Which,
  async run(q, { id }) {
    const before = await locked(q, id);
    if (!before.suspended) throw new Refusal('conflict', `"${before.name}" is not suspended.`);
    await q.sql`update workspaces set suspended_at = null, suspended_reason = null where id = ${id}`;
    return { answer: { id }, note: { workspaceId: id, about: before.name, before: { suspended: true }, after: { suspended: false } } };
  },
  async afterCommit(who, { id }, { reason }) {
    announce('workspaces.changed');
    await leaveTrace(who, { name: 'workspaces.restore', workspaceId: id, says: 'Open the workspace again', input: { reason }, record: { record: 'workspace', id, before: { suspended: true }, after: { suspended: false } } });
  },
});
