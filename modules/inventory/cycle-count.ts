import * as z from 'zod';
import { actorName } from '#platform/tenancy/actor.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { CountView, lockCount, readCount, tellCount, type LockedCount } from './count-sheet.ts';
import { openLevels, refuseBrokenPromises } from './count-stock.ts';
import { moveStock } from './move-stock.ts';
import { nextPaperNumber } from './paper-number.ts';

const OfCount = z.object({ id: z.uuid() });
const MOST_LINES = 5_000;

/** A count sheet of a location: everything that is counted there, or the variants named. */
export const startCount = operation({
  name: 'stock.start-count',
  route: 'POST /stock/counts',
  says: 'Start a stock count',
  needs: 'stock:write',
  input: z.object({
    locationId: z.uuid(),
    blind: z.boolean().default(false).meta({ description: 'hide what should be there from those who count' }),
    note: z.string().trim().max(500).default(''),
    variantIds: z.array(z.uuid()).min(1).max(MOST_LINES).optional().meta({ description: 'all of the location unless given' }),
  }),
  output: CountView,
  async run(tx, { locationId, blind, note, variantIds }) {
    const number = await nextPaperNumber(tx, 'count');
    const [place] = await tx.sql`select 1 from locations where id = ${locationId}`;
    if (!place) throw notFound('The location');
    const [made] = await tx.sql<{ id: string }>`
      insert into stock_counts (number, location_id, blind, note, created_by, created_at)
      values (${number}, ${locationId}, ${blind}, ${note}, ${actorName(tx.actor)}, ${tx.now}) returning id`;
    await writeSheet(tx, made!.id, locationId, variantIds);
    tellCount(tx, { id: made!.id, number }, 'open');
    return readCount(tx, made!.id);
  },
});

async function writeSheet(tx: Tx, countId: string, locationId: string, variantIds: string[] | undefined): Promise<void> {
  const lines = await tx.sql`
    insert into stock_count_lines (count_id, variant_id)
    select ${countId}::uuid, v.id from variants v where v.track_inventory and case when ${variantIds ?? null}::uuid[] is null
      then exists (select 1 from stock_levels s where s.variant_id = v.id and s.location_id = ${locationId}) else v.id = any(${variantIds ?? []}::uuid[]) end
    order by v.id limit ${MOST_LINES + 1} returning id`;
  if (lines.length === 0) throw new Refusal('nothing_to_count', 'Nothing is kept at this location yet.');
  if (lines.length > MOST_LINES) throw new Refusal('too_many', `A count sheet holds at most ${MOST_LINES} lines. Name the variants to count.`);
}

/** Writes down what was counted, together with what the books say at this moment. Counting a line again replaces it. */
export const recordCount = operation({
  name: 'stock.record-count',
  route: 'PUT /stock/counts/:id/lines',
  says: 'Write down counted stock',
  needs: 'stock:write',
  input: OfCount.extend({ lines: z.array(z.object({ variantId: z.uuid(), counted: z.int().min(0).max(1_000_000_000).nullable() })).min(1).max(MOST_LINES) }),
  output: CountView,
  async run(tx, { id, lines }) {
    const count = await lockCount(tx, id, 'open', 'This count was handed in; nothing more can be written on its sheet.');
    const written = await tx.sql`
      update stock_count_lines l set counted = c.counted, counted_by = ${actorName(tx.actor)}, counted_at = ${tx.now},
        expected = case when c.counted is null then null else coalesce((select s.on_hand from stock_levels s where s.variant_id = l.variant_id and s.location_id = ${count.locationId}), 0) end
      from unnest(${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.counted)}::int[]) as c(variant_id, counted)
      where l.count_id = ${id} and l.variant_id = c.variant_id returning l.id`;
    if (written.length < new Set(lines.map((line) => line.variantId)).size) throw notFound('The line of this sheet');
    return readCount(tx, id);
  },
});

/** The counting is over; now somebody looks at the differences. */
export const submitCount = operation({
  name: 'stock.submit-count',
  route: 'POST /stock/counts/:id/submission',
  says: 'Hand in a stock count',
  needs: 'stock:write',
  input: OfCount,
  output: CountView,
  async run(tx, { id }) {
    const count = await lockCount(tx, id, 'open', 'This count was handed in already.');
    const counted = await tx.sql`select 1 from stock_count_lines where count_id = ${id} and counted is not null limit 1`;
    if (counted.length === 0) throw new Refusal('nothing_counted', 'Nothing is counted yet.');
    await tx.sql`update stock_counts set state = 'submitted', submitted_at = ${tx.now} where id = ${id}`;
    tellCount(tx, count, 'submitted');
    return readCount(tx, id);
  },
});

/** Back to counting: a difference looks wrong. */
export const reopenCount = operation({
  name: 'stock.reopen-count',
  route: 'POST /stock/counts/:id/reopening',
  says: 'Count again',
  needs: 'stock:write',
  input: OfCount.extend({ variantIds: z.array(z.uuid()).default([]).meta({ description: 'whose numbers are wiped out' }) }),
  output: CountView,
  async run(tx, { id, variantIds }) {
    const count = await lockCount(tx, id, 'submitted', 'Only a count that was handed in can be opened again.');
    await tx.sql`update stock_counts set state = 'open', submitted_at = null where id = ${id}`;
    await tx.sql`update stock_count_lines set counted = null, expected = null, counted_by = null, counted_at = null where count_id = ${id} and variant_id = any(${variantIds}::uuid[])`;
    tellCount(tx, count, 'open');
    return readCount(tx, id);
  },
});

/** Posts the differences. What was sold between counting and now stays sold: the difference is added, the count is not set. */
export const approveCount = operation({
  name: 'stock.approve-count',
  route: 'POST /stock/counts/:id/approval',
  says: 'Approve a stock count',
  needs: 'stock:write',
  input: OfCount,
  output: CountView,
  async run(tx, { id }) {
    const count = await lockCount(tx, id, 'submitted', 'Only a count that was handed in can be approved.');
    await postDifferences(tx, count);
    await tx.sql`update stock_counts set state = 'approved', approved_by = ${actorName(tx.actor)}, approved_at = ${tx.now} where id = ${id}`;
    tellCount(tx, count, 'approved');
    return readCount(tx, id);
  },
});

async function postDifferences(tx: Tx, count: LockedCount): Promise<void> {
  const lines = await tx.sql<{ variantId: string; by: number }>`
    select variant_id as "variantId", counted - expected as by from stock_count_lines where count_id = ${count.id} and counted <> expected order by variant_id`;
  if (lines.length === 0) return;
  const moves = lines.map(({ variantId, by }) => ({ variantId, locationId: count.locationId, onHand: by, reserved: 0 }));
  const stock = await openLevels(tx, moves);
  refuseBrokenPromises(stock, moves);
  await moveStock(tx, stock, moves, { reason: 'counted', reference: `count:${count.number}` });
}

export const cancelCount = operation({
  name: 'stock.cancel-count',
  route: 'POST /stock/counts/:id/cancellation',
  says: 'Cancel a stock count',
  needs: 'stock:write',
  input: OfCount,
  output: CountView,
  async run(tx, { id }) {
    const [found] = await tx.sql<{ state: CountView['state'] }>`select state from stock_counts where id = ${id}`;
    const count = await lockCount(tx, id, found?.state === 'submitted' ? 'submitted' : 'open', 'This count is over already.');
    await tx.sql`update stock_counts set state = 'cancelled' where id = ${id}`;
    tellCount(tx, count, 'cancelled');
    return readCount(tx, id);
  },
});
