import * as z from 'zod';
import { flushUsage } from '#modules/tiers/index.ts';
import { config } from '#platform/config.ts';
import { files } from '#platform/files/configured-files.ts';
import { mailTransport } from '#platform/mail/transport.ts';
import { superView } from '#platform/operations/super-operation.ts';
import { Listing, PAGE, paged, anywhere } from './paging.ts';

/** Figures of the whole installation, all from rows that are counted already: days of sales and of use. */
export const superFigures = superView({
  name: 'super.figures',
  says: 'Figures of the installation',
  input: z.object({ days: z.coerce.number().int().min(7).max(365).default(30) }),
  async read(q, { days }) {
    await flushUsage();
    const [[totals], sales, perDay, tiers] = await Promise.all([
      q.sql<{ workspaces: number; fresh: number; freshBefore: number; suspended: number; users: number; active: number; activeBefore: number; requests: number; requestsBefore: number; bytes: number }>`
        select (select count(*)::int from workspaces) as workspaces,
          (select count(*)::int from workspaces where created_at > now() - make_interval(days => ${days})) as fresh,
          (select count(*)::int from workspaces where created_at between now() - make_interval(days => ${days} * 2) and now() - make_interval(days => ${days})) as "freshBefore",
          (select count(*)::int from workspaces where suspended_at is not null) as suspended,
          (select count(*)::int from users) as users,
          count(distinct workspace_id) filter (where day > current_date - ${days}::int)::int as active,
          count(distinct workspace_id) filter (where day <= current_date - ${days}::int)::int as "activeBefore",
          coalesce(sum(amount) filter (where day > current_date - ${days}::int), 0)::bigint as requests,
          coalesce(sum(amount) filter (where day <= current_date - ${days}::int), 0)::bigint as "requestsBefore",
          (select coalesce(sum(bytes), 0)::bigint from file_usage) as bytes
        from usage_days where meter = 'requests' and day > current_date - ${days}::int * 2`,
      q.sql<{ currency: string; orders: number; sales: number; ordersBefore: number; salesBefore: number }>`
        select currency, coalesce(sum(orders) filter (where day > current_date - ${days}::int), 0)::int as orders, coalesce(sum(sales) filter (where day > current_date - ${days}::int), 0)::bigint as sales,
          coalesce(sum(orders) filter (where day <= current_date - ${days}::int), 0)::int as "ordersBefore", coalesce(sum(sales) filter (where day <= current_date - ${days}::int), 0)::bigint as "salesBefore"
        from sales_days where day > current_date - ${days}::int * 2 group by currency order by orders desc, currency`,
      q.sql<{ day: string; requests: number; orders: number }>`
        select to_char(d, 'YYYY-MM-DD') as day, coalesce((select sum(amount) from usage_days u where u.day = d::date and u.meter = 'requests'), 0)::bigint as requests,
          coalesce((select sum(orders) from sales_days s where s.day = d::date), 0)::int as orders
        from generate_series(current_date - (${days}::int - 1), current_date, interval '1 day') d order by d`,
      q.sql<{ tier: string; n: number }>`select tier, count(*)::int as n from workspaces group by tier order by n desc`,
    ]);
    return { days, totals: totals!, sales, perDay, tiers };
  },
});

/** How the parts the installation stands on are doing. */
export const superHealth = superView({
  name: 'super.health',
  says: 'Health of the installation',
  input: z.object({}),
  async read(q) {
    const began = performance.now();
    const [row] = await q.sql<{ version: string; bytes: number; waiting: number; running: number; parked: number; lag: number | null; unrelayed: number; keys: number; masters: number; connections: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database())::bigint as bytes,
        (select count(*)::int from pgboss.job where name = 'reactions' and state in ('created', 'retry')) as waiting,
        (select count(*)::int from pgboss.job where name = 'reactions' and state = 'active') as running,
        (select count(*)::int from pgboss.job where name = 'parked' and state = 'created') as parked,
        (select extract(epoch from now() - min(told_at))::float from outbox where relayed is null) as lag,
        (select count(*)::int from outbox where relayed is null) as unrelayed,
        (select coalesce(max(version), 0)::int from vault_keys) as keys, (select count(distinct master_key_id)::int from vault_keys) as masters,
        (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`;
    const answered = performance.now() - began;
    const stored = await filesAnswer();
    const mail = mailTransport() ? 'a mail server (SMTP_URL)' : 'the development mailbox';
    return { ...row!, answeredMillis: Math.round(answered), files: { where: config().S3_BUCKET ? `the bucket ${config().S3_BUCKET}` : 'the data folder', ...stored }, mail, node: process.version };
  },
});

async function filesAnswer(): Promise<{ ok: boolean; millis: number }> {
  const began = performance.now();
  const ok = await files().store.stat('00000000-0000-7000-8000-000000000000/health/none.txt').then(() => true, () => false);
  return { ok, millis: Math.round(performance.now() - began) };
}

export const superLog = superView({
  name: 'super.log',
  says: 'What superadmins did',
  input: Listing.extend({ workspaceId: z.string().max(40).default('') }),
  async read(q, { search, page, workspaceId }) {
    const rows = await q.sql<{ id: string; at: Date; operation: string; byName: string; about: string; reason: string | null; before: unknown; after: unknown; address: string | null }>`
      select id, at, operation, by_name as "byName", about, reason, before, after, address from superadmin_entries
      where (about ilike ${anywhere(search)} or by_name ilike ${anywhere(search)} or operation ilike ${anywhere(search)}) and (${workspaceId} = '' or workspace_id::text = ${workspaceId})
      order by at desc, id limit ${PAGE + 1} offset ${(page - 1) * PAGE}`;
    return paged(rows);
  },
});
