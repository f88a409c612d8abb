import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { Take } from './allocate.ts';
import { requireWithinReach } from './within-reach.ts';

interface Counts {
  seen: number;
  lapsed: number;
  taken: Take[] | null;
}

/**
 * A hold becomes a promise without end, under the name `to` (may be the same). One statement. Refuses with `hold_expired` when
 * the hold's time was over, also when the expiry happens at this very moment. Answers what is committed now, which is
 * nothing when nothing was tracked; committing again answers the same.
 */
export async function commitHold(tx: Tx, { from, to }: { from: string; to: string }): Promise<Take[]> {
  await requireWithinReach(tx, from);
  // `mine` waits for an expiry that is under way and then finds the rows gone, while `seen` still counts them as held.
  const [counts] = await tx.sql<Counts>`
    with mine as materialized (
      select id from reservations where held_for = ${from} and state = 'held' order by variant_id, location_id for update
    ), taken as (
      update reservations r set state = 'committed', held_for = ${to}, expires_at = null from mine where r.id = mine.id
      returning r.variant_id, r.location_id, r.open
    ), before as (
      select count(*) filter (where state = 'held' and held_for = ${from}) as seen,
             count(*) filter (where ended = 'expired' and held_for = ${from}) as lapsed
      from reservations where held_for in (${from}, ${to})
    ), earlier as (
      select variant_id, location_id, open from reservations where held_for = ${to} and state = 'committed'
    ), now_held as (select * from taken union all select * from earlier)
    select b.seen, b.lapsed, (select json_agg(json_build_object('variantId', variant_id, 'locationId', location_id, 'quantity', open)) from now_held) as taken
    from before b`;
  const taken = counts?.taken ?? [];
  const lapsed = counts !== undefined && (counts.seen > 0 ? taken.length < counts.seen : taken.length === 0 && counts.lapsed > 0);
  if (lapsed) throw new Refusal('hold_expired', 'The time in which this stock was held is over.', { for: from });
  return taken;
}
