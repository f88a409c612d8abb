import { notice, type NoticeText } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { stockBack, stockLow, stockOut } from './events.ts';

const GROUP = { group: 'Inventory', needs: 'stock:read' } as const;

const low = notice({
  ...GROUP,
  kind: 'stock.low',
  on: stockLow,
  says: 'Things running low',
  many: '# things are running low',
  text: (r, { variantId, available }) => about(r, variantId, (name) => `${name} is running low: ${available} left`),
});

const out = notice({
  ...GROUP,
  kind: 'stock.out',
  on: stockOut,
  says: 'Things sold out',
  many: '# things are sold out',
  text: (r, { variantId }) => about(r, variantId, (name) => `${name} is sold out`),
});

const back = notice({
  ...GROUP,
  kind: 'stock.back',
  on: stockBack,
  says: 'Things back in stock',
  many: '# things are back in stock',
  urgency: 'quiet',
  text: (r, { variantId, available }) => about(r, variantId, (name) => `${name} is back in stock: ${available}`),
});

// The figures are sums over all locations: whoever is limited to some hears of things that lie in one place only, theirs.
async function about(r: Reader, variantId: string, title: (name: string) => string): Promise<NoticeText | undefined> {
  const [row] = await r.sql<{ product: string; variant: string; sku: string; locationId: string | null }>`
    select p.title as product, v.title as variant, coalesce(v.sku, '') as sku,
      (select case when count(*) = 1 then min(s.location_id::text) end from stock_levels s where s.variant_id = v.id) as "locationId"
    from variants v join products p on p.id = v.product_id where v.id = ${variantId}`;
  if (!row) return undefined;
  const name = row.variant ? `${row.product}, ${row.variant}` : row.product;
  return { title: title(name), body: row.sku, link: `/inventory?q=${encodeURIComponent(row.sku || row.product)}`, locationId: row.locationId };
}

export const stockNotices = [low, out, back];
