import * as z from 'zod';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Money } from '#platform/money.ts';
import { notFound } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';

interface FeeRow {
  scope: 'tier' | 'workspace';
  target: string;
  basisPoints: number;
}

/** What the installation keeps of a payment of this workspace: its own fee, else its tier's, else nothing. Minor units, rounded down. */
export async function feeFor({ workspaceId }: Pick<Context, 'workspaceId'>, { amount }: Money): Promise<number> {
  const rows = await platformRead('tiers', (q) => q.sql<FeeRow>`
    select f.scope, f.target, f.basis_points as "basisPoints" from platform_fees f join workspaces w on w.id = ${workspaceId}
    where (f.scope = 'workspace' and f.target = w.id::text) or (f.scope = 'tier' and f.target = w.tier)`);
  const points = (rows.find(({ scope }) => scope === 'workspace') ?? rows[0])?.basisPoints ?? 0;
  return Math.floor((amount * points) / 10_000);
}

export const superFees = superView({
  name: 'super.platform-fees',
  says: 'What the installation keeps of payments',
  input: z.object({}),
  async read(q) {
    return { fees: await q.sql<FeeRow & { name: string | null }>`
      select f.scope, f.target, f.basis_points as "basisPoints", w.name from platform_fees f left join workspaces w on f.scope = 'workspace' and w.id::text = f.target order by f.scope, f.target` };
  },
});

/** Sets the fee of a tier or a workspace, for payments from now on; null takes the setting away. */
export const setPlatformFee = superOperation({
  name: 'super.set-platform-fee',
  says: 'Set what the installation keeps of payments',
  input: z.object({ scope: z.enum(['tier', 'workspace']), target: z.string().min(1).max(80), percent: z.coerce.number().min(0).max(30).nullable() }),
  output: z.object({ target: z.string() }),
  async run(q, { scope, target, percent }) {
    const known = scope === 'workspace' ? await q.sql`select 1 from workspaces where id::text = ${target}` : [target];
    if (known.length === 0) throw notFound('The workspace');
    const points = percent === null ? null : Math.round(percent * 100);
    const [before] = await q.sql<FeeRow>`select basis_points as "basisPoints" from platform_fees where scope = ${scope} and target = ${target}`;
    if (points === null) await q.sql`delete from platform_fees where scope = ${scope} and target = ${target}`;
    else await q.sql`insert into platform_fees (scope, target, basis_points) values (${scope}, ${target}, ${points}) on conflict (scope, target) do update set basis_points = excluded.basis_points`;
    return { answer: { target }, note: { about: `Fee of ${scope} ${target}`, before: { basisPoints: before?.basisPoints ?? null }, after: { basisPoints: points }, ...(scope === 'workspace' && { workspaceId: target }) } };
  },
});
