import { taskCause } from '#modules/tasks/index.ts';
import { stockBack, stockLow, stockOut, stockRecovered } from './events.ts';

interface Low {
  productId: string;
  product: string;
  variant: string;
  available: number;
  lowAt: number;
}

/** What runs low is to be ordered again. Switched off until the merchant wants it: not every shop sells its things twice. */
export const lowStockTask = taskCause<{ variantId: string }>({
  name: 'inventory.low-task',
  kind: 'low-stock',
  says: 'Stock that runs low',
  comes: 'A variant is at its low-stock mark, or below. Done when there is more of it again.',
  usual: { active: false, priority: 'normal', dueHours: null },
  on: [stockLow, stockOut, stockBack, stockRecovered] as never,
  of: ({ variantId }) => [variantId],
  async look(tx, id) {
    const [low] = await tx.sql<Low>`
      select p.id as "productId", p.title as product, v.title as variant, sum(s.available)::int as available, max(s.low_at) as "lowAt"
      from variants v join products p on p.id = v.product_id join stock_levels s on s.variant_id = v.id join locations l on l.id = s.location_id and l.active
      where v.id = ${id} and v.track_inventory group by p.id, p.title, v.title having max(s.low_at) > 0 and sum(s.available) <= max(s.low_at)`;
    if (!low) return undefined;
    const { productId, product, variant, available, lowAt } = low;
    const name = [product, variant].filter(Boolean).join(', ');
    return { title: `Order more: ${name}`.slice(0, 200), note: `${available} left when it ran low, at ${lowAt} it counts as low.`, storefrontId: null, about: { type: 'products', id: productId, label: product.slice(0, 200), link: `/products/${productId}` } };
  },
});
