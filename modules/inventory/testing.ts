import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { newId } from '#platform/ids.ts';
import { DAY, later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { countStock } from './count-stock.ts';
import { holdStock } from './hold-stock.ts';

export interface Shop extends TestWorkspace {
  /** Variant ids by name. */
  variant: Record<string, string>;
}

interface Goods {
  onHand?: number;
  policy?: 'deny' | 'continue';
  tracked?: boolean;
}

/** Test support: a shop that sells these things and has so many of each at its default location. */
export async function openShop(house: TestHouse, goods: Record<string, number | Goods>): Promise<Shop> {
  const workspace = await house.newWorkspace();
  const variant: Record<string, string> = {};
  await workspace.ctx.transaction(async (tx) => {
    for (const [name, given] of Object.entries(goods)) variant[name] = await putOnSale(tx, name, typeof given === 'number' ? { onHand: given } : given);
    const counts = Object.entries(goods).map(([name, g]) => ({ variantId: variant[name]!, onHand: typeof g === 'number' ? g : (g.onHand ?? 0) }));
    await countStock(tx, counts.filter((c) => c.onHand > 0), { reason: 'opening' });
  });
  return { ...workspace, variant };
}

async function putOnSale(tx: Tx, name: string, goods: Goods): Promise<string> {
  const [product] = await tx.sql<{ id: string }>`insert into products (slug, title, status) values (${name}, ${name}, 'active') returning id`;
  const [made] = await tx.sql<{ id: string }>`
    insert into variants (product_id, sku, position, inventory_policy, track_inventory)
    values (${product!.id}, ${name.toUpperCase()}, 1, ${goods.policy ?? 'deny'}, ${goods.tracked ?? true}) returning id`;
  return made!.id;
}

/** Totals of a variant. */
export async function stockOf(ctx: Context, variantId: string): Promise<{ onHand: number; reserved: number }> {
  const [row] = await ctx.read((r) => r.sql<{ onHand: number; reserved: number }>`
    select coalesce(sum(on_hand), 0)::int as "onHand", coalesce(sum(reserved), 0)::int as reserved from stock_levels where variant_id = ${variantId}`);
  return row!;
}

/** Every counter that is not the sum of its movements, or whose reserved is not the sum of open reservations. Always empty. */
export async function drift(ctx: Context): Promise<unknown[]> {
  return ctx.read((r) => r.sql`
    select s.variant_id, s.on_hand, s.reserved, s.incoming, m.on_hand as ledger_on_hand, m.reserved as ledger_reserved, m.incoming as ledger_incoming, h.open, t.on_the_way
    from stock_levels s
    cross join lateral (select coalesce(sum(on_hand_change), 0) as on_hand, coalesce(sum(reserved_change), 0) as reserved, coalesce(sum(incoming_change), 0) as incoming
      from stock_movements m where m.variant_id = s.variant_id and m.location_id = s.location_id) m
    cross join lateral (select coalesce(sum(open), 0) as open from reservations r where r.variant_id = s.variant_id and r.location_id = s.location_id) h
    cross join lateral (select coalesce(sum(l.quantity - l.received - l.missing), 0) as on_the_way from stock_transfer_lines l join stock_transfers t on t.id = l.transfer_id
      where t.state = 'sent' and t.to_location_id = s.location_id and l.variant_id = s.variant_id) t
    where s.on_hand <> m.on_hand or s.reserved <> m.reserved or s.reserved <> h.open or s.incoming <> m.incoming or s.incoming <> t.on_the_way`);
}

/** A hold of one thing for a day, as its own transaction; answers 'held' or the refusal's code. */
export async function tryToHold(ctx: Context, variantId: string, quantity = 1, what = `order:${newId()}`): Promise<string> {
  try {
    await ctx.transaction((tx) => holdStock(tx, { for: what, lines: [{ variantId, quantity }], until: later(tx.now, DAY) }));
    return 'held';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

export { openTestDatabase };
