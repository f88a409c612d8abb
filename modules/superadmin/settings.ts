import * as z from 'zod';
import { allFlags, allTiers, flagsChanged, LIMIT_NAMES, LIMITS, tiersChanged, type FlagSetting, type Limits } from '#modules/tiers/index.ts';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';

export const superTiers = superView({
  name: 'super.tiers',
  says: 'Tiers and their limits',
  input: z.object({}),
  async read(q) {
    const counts = await q.sql<{ tier: string; n: number }>`select tier, count(*)::int as n from workspaces group by tier`;
    const tiers = (await allTiers()).map((tier) => ({ ...tier, workspaces: counts.find((c) => c.tier === tier.name)?.n ?? 0 }));
    return { tiers, limits: LIMIT_NAMES.map((name) => ({ name, says: LIMITS[name].says, about: LIMITS[name].about })) };
  },
});

const Amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/** Sets all limits of a tier; null is unlimited. Counts at once for every workspace that has it. */
export const setTierLimits = superOperation({
  name: 'super.set-tier-limits',
  says: 'Change the limits of a tier',
  input: z.object({ tier: z.string().max(40), limits: z.object(Object.fromEntries(LIMIT_NAMES.map((name) => [name, Amount])) as Record<keyof Limits, typeof Amount>) }),
  output: z.object({ tier: z.string() }),
  async run(q, { tier: name, limits }) {
    const tier = (await allTiers()).find((each) => each.name === name);
    if (!tier) throw notFound('The tier');
    if (name === 'unlimited') throw new Refusal('conflict', 'The unlimited tier has no limits.');
    await q.sql`insert into tier_settings (tier, limits) values (${name}, ${JSON.stringify(limits)}::jsonb) on conflict (tier) do update set limits = excluded.limits, updated_at = now()`;
    return { answer: { tier: name }, note: { about: tier.label, before: tier.limits, after: limits } };
  },
  afterCommit: async () => tiersChanged(),
});

export const superFlags = superView({
  name: 'super.flags',
  says: 'Feature flags',
  input: z.object({}),
  async read(q) {
    const settings = await q.sql<FlagSetting & { name: string | null }>`
      select f.flag, f.scope, f.target, f.state, w.name from feature_flags f left join workspaces w on f.scope = 'workspace' and w.id::text = f.target order by f.flag, f.scope, w.name`;
    return { flags: allFlags().map((flag) => ({ ...flag, settings: settings.filter((s) => s.flag === flag.name) })), tiers: (await allTiers()).map(({ name, label }) => ({ name, label })) };
  },
});

/** Sets a flag for a tier or a workspace; "default" takes the setting away. */
export const setFlag = superOperation({
  name: 'super.set-flag',
  says: 'Switch a feature on or off',
  input: z.object({ flag: z.string().max(80), scope: z.enum(['tier', 'workspace']), target: z.string().min(1).max(80), state: z.enum(['on', 'off', 'default']) }),
  output: z.object({ flag: z.string() }),
  async run(q, { flag, scope, target, state }) {
    if (!allFlags().some(({ name }) => name === flag)) throw notFound('The flag');
    if (scope === 'workspace') await requireWorkspace(q, target);
    const [before] = await q.sql<{ state: boolean }>`select state from feature_flags where flag = ${flag} and scope = ${scope} and target = ${target}`;
    if (state === 'default') await q.sql`delete from feature_flags where flag = ${flag} and scope = ${scope} and target = ${target}`;
    else await q.sql`insert into feature_flags (flag, scope, target, state) values (${flag}, ${scope}, ${target}, ${state === 'on'})
      on conflict (flag, scope, target) do update set state = excluded.state, updated_at = now()`;
    const was = before ? (before.state ? 'on' : 'off') : 'default';
    return { answer: { flag }, note: { about: `${flag} for ${scope} ${target}`, before: { state: was }, after: { state }, ...(scope === 'workspace' && { workspaceId: target }) } };
  },
  afterCommit: async () => flagsChanged(),
});

async function requireWorkspace(q: { sql: (text: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]> }, id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success || (await q.sql`select 1 from workspaces where id = ${id}`).length === 0) throw notFound('The workspace');
}
