import * as z from 'zod';
import { schedule } from '#platform/events/reaction.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { DAY, later, now } from '#platform/time.ts';
import { limitNear, tierChanged } from './events.ts';
import { LIMIT_NAMES, LIMITS, nextTier, type Limit } from './limits.ts';
import { measured } from './meters.ts';
import { tierWithin } from './tier-book.ts';
import { flushUsage } from './usage.ts';
import { periodOf, warningSentence } from './warnings.ts';

const Amount = z.number().nullable().meta({ description: 'null is unlimited' });
const Meter = z.object({
  limit: z.string(),
  says: z.string(),
  about: z.string(),
  kind: z.enum(['rate', 'sum', 'level']),
  used: z.number().nullable().meta({ description: 'null for a rate' }),
  most: Amount,
});
const Warning = z.object({ limit: z.string(), share: z.number(), sentence: z.string(), at: z.string() });
const TierView = z.object({ name: z.string(), label: z.string(), limits: z.record(z.string(), Amount) });

/** What the workspace uses of its tier now and this month. */
export const usageNow = view({
  name: 'usage.now',
  route: 'GET /usage',
  says: 'What the workspace uses of its tier',
  needs: 'usage:read',
  input: z.object({}),
  output: z.object({
    tier: TierView,
    period: z.string().meta({ description: 'the month, YYYY-MM (UTC)' }),
    meters: z.array(Meter),
    requests: z.object({ month: z.number(), refused: z.number() }),
    warnings: z.array(Warning),
    tiers: z.array(TierView),
    next: z.record(z.string(), z.string()).meta({ description: 'by limit: the tier that allows more' }),
  }),
  async read(r) {
    await flushUsage();
    const [{ tier, tiers }, requests, warnings] = await Promise.all([tierWithin(r), requestsThisMonth(r), warningsThisMonth(r)]);
    const meters = await Promise.all(LIMIT_NAMES.map((limit) => meterOf(r, limit, tier.limits[limit])));
    const ladder = tiers.filter(({ name }) => name !== 'unlimited');
    const next = Object.fromEntries(LIMIT_NAMES.flatMap((limit) => [nextTier(ladder, tier.name, limit)].flatMap((above) => (above ? [[limit, above.label]] : []))));
    return { tier, period: periodOf(now()), meters, requests, warnings, tiers: [...ladder], next };
  },
});

async function meterOf(r: Reader, limit: Limit, most: number | null): Promise<z.infer<typeof Meter>> {
  const { says, about, kind } = LIMITS[limit];
  return { limit, says, about, kind, used: kind === 'rate' ? null : await measured(r, limit), most };
}

async function requestsThisMonth(r: Reader): Promise<{ month: number; refused: number }> {
  const rows = await r.sql<{ meter: string; n: number }>`
    select meter, sum(amount)::bigint as n from usage_days where meter in ('requests', 'requests-refused') and day >= ${`${periodOf(now())}-01`}::date group by meter`;
  const of = (meter: string) => Number(rows.find((row) => row.meter === meter)?.n ?? 0);
  return { month: of('requests'), refused: of('requests-refused') };
}

/** This month's warnings that still hold: the highest of each limit. */
async function warningsThisMonth(r: Reader): Promise<z.infer<typeof Warning>[]> {
  const rows = await r.sql<{ meter: Limit; share: number; used: number; most: number; at: Date }>`
    select distinct on (meter) meter, share, used, most, at from limit_warnings where period = ${periodOf(now())} order by meter, share desc`;
  return rows.map(({ meter, share, used, most, at }) => ({ limit: meter, share, sentence: warningSentence({ what: meter, used, limit: most }), at: at.toISOString() }));
}

const Banner = z.object({ warnings: z.array(Warning.extend({ key: z.string() })) });

/** What the frame of the dashboard warns of: limits that are near or reached now, not those left behind since. */
export const limitBanner = view({
  name: 'usage.warnings',
  route: 'GET /usage/warnings',
  says: 'Limits that are near',
  needs: 'usage:read',
  input: z.object({}),
  output: Banner,
  changesWith: [limitNear, tierChanged],
  async read(r) {
    const warnings = await warningsThisMonth(r);
    if (warnings.length === 0) return { warnings: [] };
    const { tier } = await tierWithin(r);
    const standing = await Promise.all(warnings.map(async (warning) => ((await stillHolds(r, warning, tier.limits[warning.limit as Limit])) ? [{ ...warning, key: `${periodOf(now())} ${warning.limit} ${warning.share}` }] : [])));
    return { warnings: standing.flat() };
  },
});

async function stillHolds(r: Reader, warning: z.infer<typeof Warning>, most: number | null): Promise<boolean> {
  if (most === null) return false;
  const limit = warning.limit as Limit;
  if (limit === 'requests') return Date.parse(warning.at) > now().getTime() - DAY;
  return (await measured(r, limit)) >= (most * warning.share) / 100;
}

const Day = z.object({ day: z.string(), amount: z.number() });

export const usageHistory = view({
  name: 'usage.history',
  route: 'GET /usage/history',
  says: 'Usage day by day',
  needs: 'usage:read',
  input: z.object({ meter: z.enum(['requests', 'requests-refused', 'executions', 'storage', 'members', 'storefronts']).default('requests'), days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({ meter: z.string(), days: z.array(Day) }),
  async read(r, { meter, days }) {
    const from = later(now(), -(days - 1) * DAY).toISOString().slice(0, 10);
    const rows = await r.sql<{ day: string; amount: number }>`
      select to_char(d, 'YYYY-MM-DD') as day, coalesce(u.amount, 0)::bigint as amount
      from generate_series(${from}::date, ${now().toISOString().slice(0, 10)}::date, interval '1 day') d
      left join usage_days u on u.day = d::date and u.meter = ${meter} order by d`;
    return { meter, days: rows.map((row) => ({ day: row.day, amount: Number(row.amount) })) };
  },
});

const LEVELS = LIMIT_NAMES.filter((limit) => LIMITS[limit].kind === 'level');

/** Once an hour the levels are noted for the day, so that there is a history to look at. */
export const noteLevels = schedule({
  name: 'tiers.note-levels',
  everySeconds: 3_600,
  async run(ctx) {
    await ctx.transaction(async (tx) => {
      for (const limit of LEVELS)
        await tx.sql`insert into usage_days (day, meter, amount) values (${tx.now.toISOString().slice(0, 10)}::date, ${limit}, ${await measured(tx, limit)})
          on conflict (workspace_id, day, meter) do update set amount = excluded.amount`;
    });
  },
});
