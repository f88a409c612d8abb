import { tellVariantUses, type VariantUse } from '#modules/catalog/index.ts';

// The ledger keeps a variant for ever, so anything that ever moved holds on to it.
tellVariantUses(async (r, variantIds) => {
  const rows = await r.sql<{ variantId: string; onHand: number; reserved: number; sold: number; moved: number }>`
    select v.id as "variantId",
      (select coalesce(sum(s.on_hand), 0)::int from stock_levels s where s.variant_id = v.id) as "onHand",
      (select coalesce(sum(s.reserved), 0)::int from stock_levels s where s.variant_id = v.id) as reserved,
      coalesce(sum(-m.on_hand_change) filter (where m.reason = 'shipped'), 0)::int as sold, count(m.id)::int as moved
    from unnest(${variantIds}::uuid[]) as v(id) left join stock_movements m on m.variant_id = v.id group by v.id order by v.id`;
  return rows.flatMap(({ variantId, onHand, reserved, sold, moved }): VariantUse[] => [
    { variantId, count: onHand, says: 'in stock', keeps: true },
    { variantId, count: reserved, says: 'promised to orders', keeps: true },
    { variantId, count: sold, says: 'sold', keeps: true },
    { variantId, count: moved, says: moved === 1 ? 'line in the stock ledger' : 'lines in the stock ledger', keeps: true },
  ]);
});
