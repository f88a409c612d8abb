import { now } from '#platform/time.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** What selling needs to know of a variant. Money in minor units of `currency`. */
export interface SellableVariant {
  variantId: string;
  productId: string;
  slug: string;
  productTitle: string;
  /** Empty for the only variant of a product. */
  variantTitle: string;
  sku: string;
  imageUrl: string | null;
  imageAlt: string | null;
  unitPrice: number;
  compareAt: number | null;
  currency: string;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string;
  weightGrams: number;
  trackInventory: boolean;
  inventoryPolicy: 'deny' | 'continue';
}

/** Those of the variants that can be bought now in that currency: active, published and priced. One statement. */
export async function variantsForSale(r: Reader, ids: readonly string[], currency: string): Promise<Map<string, SellableVariant>> {
  if (ids.length === 0) return new Map();
  const rows = await r.sql<SellableVariant>`
    select v.id as "variantId", p.id as "productId", p.slug, p.title as "productTitle", v.title as "variantTitle", v.sku,
           m.url as "imageUrl", m.alt as "imageAlt", c.amount as "unitPrice", c.compare_at as "compareAt", c.currency,
           v.requires_shipping as "requiresShipping", v.taxable, v.tax_code as "taxCode", v.weight_grams as "weightGrams",
           v.track_inventory as "trackInventory", v.inventory_policy as "inventoryPolicy"
    from variants v
    join products p on p.id = v.product_id
    join prices c on c.variant_id = v.id and c.currency = ${currency}
    left join lateral (
      select url, alt from media where product_id = v.product_id and kind = 'picture' and (variant_id = v.id or variant_id is null)
      order by variant_id is null, position limit 1
    ) m on true
    where v.id = any(${ids}::uuid[]) and p.status = 'active' and (p.publish_at is null or p.publish_at <= ${now()}) and (p.unpublish_at is null or p.unpublish_at > ${now()})`;
  return new Map(rows.map((row) => [row.variantId, row]));
}
