import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { levelOf, openLevels, refuseBrokenPromises } from './count-stock.ts';
import { stockChanged, stockRecovered } from './events.ts';
import { availableOf } from './levels.ts';
import { defaultLocation } from './locations.ts';
import { moveStock } from './move-stock.ts';

const AT_MOST = 1_000_000;

export const LevelView = z.object({ variantId: z.uuid(), locationId: z.uuid(), onHand: z.int(), reserved: z.int(), available: z.int() });

const Change = z
  .object({
    variantId: z.uuid(),
    locationId: z.uuid().optional().meta({ description: 'the default location unless given' }),
    by: z.int().min(-AT_MOST).max(AT_MOST).optional().meta({ description: 'so many more (or fewer, negative)' }),
    to: z.int().min(0).max(AT_MOST).optional().meta({ description: 'exactly so many' }),
    reason: z.enum(['adjusted', 'counted', 'received', 'damaged', 'lost', 'found', 'returned']).default('adjusted'),
    note: z.string().max(500).default(''),
  })
  .refine((c) => (c.by === undefined) !== (c.to === undefined), { message: 'give either "by" or "to"', path: ['by'] });

/** One counter is changed by hand, by a number or to a number. */
export const adjustStock = operation({
  name: 'stock.adjust',
  route: 'POST /stock/adjustments',
  says: 'Adjust stock',
  needs: 'stock:write',
  input: Change,
  output: LevelView,
  async run(tx, { variantId, by, to, reason, note, ...asked }) {
    const key = { variantId, locationId: asked.locationId ?? (await defaultLocation(tx)) };
    const stock = await openLevels(tx, [key]);
    const level = levelOf(stock, key);
    const before = { ...level };
    const move = { ...key, onHand: by ?? to! - level.onHand, reserved: 0 };
    refuseBrokenPromises(stock, [move]);
    await moveStock(tx, stock, move.onHand === 0 ? [] : [move], { reason, reference: '', note });
    tx.changed({ record: 'stock', id: variantId, before: { onHand: before.onHand }, after: { onHand: level.onHand } });
    return { ...key, onHand: level.onHand, reserved: level.reserved, available: level.onHand - level.reserved };
  },
});

/** From how many available on the merchant wants to be warned. */
export const setLowAt = operation({
  name: 'stock.set-low-at',
  route: 'PUT /stock/:variantId/low-at',
  says: 'Set when a variant counts as low',
  needs: 'stock:write',
  input: z.object({
    variantId: z.uuid(),
    lowAt: z.int().min(0).max(AT_MOST),
    coverAt: z.int().min(0).max(365).optional().meta({ description: 'warn when it lasts fewer days than this; unchanged unless given' }),
  }),
  output: z.object({ variantId: z.uuid(), lowAt: z.int() }),
  async run(tx, { variantId, lowAt, coverAt }) {
    const stock = await openLevels(tx, [{ variantId, locationId: await defaultLocation(tx) }]);
    const own = stock.get(variantId)!;
    if (!own.tracked) throw new Refusal('not_tracked', 'The stock of this variant is not counted.');
    await tx.sql`update stock_levels set low_at = ${lowAt}, cover_at = coalesce(${coverAt ?? null}, cover_at) where variant_id = ${variantId}`;
    const sum = (of: 'onHand' | 'reserved') => own.levels.filter((l) => l.active).reduce((total, l) => total + l[of], 0);
    const about = { variantId, productId: own.productId, sku: own.sku, available: availableOf(own) };
    tx.tell(stockChanged, { ...about, onHand: sum('onHand'), reserved: sum('reserved') });
    const before = Math.max(0, ...own.levels.filter((l) => l.active).map((l) => l.lowAt));
    if (about.available <= before && about.available > lowAt) tx.tell(stockRecovered, { ...about, lowAt });
    if (coverAt !== undefined) await tx.sql`update stock_outlooks set running_out = coalesce(cover < ${coverAt}, false) where variant_id = ${variantId}`;
    return { variantId, lowAt };
  },
});
