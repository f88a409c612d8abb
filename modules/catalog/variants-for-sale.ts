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
  /** Of a bundle: whether any of its components is counted. */
  trackInventory: boolean;
  inventoryPolicy: 'deny' | 'continue';
  kind: 'goods' | 'gift_card';
  /** What one of it takes from the shelf, when it is a bundle. */
  components: Component[] | null;
}

/** A part of a bundle: so many pieces of another variant. */
export interface Component {
  variantId: string;
  quantity: number;
  tracked: boolean;
}

/** What so many of these take from the stock: a bundle takes its components, everything else itself. */
export function piecesOf(lines: readonly { variantId: string; components: readonly Pick<Component, 'variantId' | 'quantity'>[] | null; quantity: number }[]): { variantId: string; quantity: number }[] {
  return lines.flatMap(({ variantId, components, quantity }) => (components ? components.map((part) => ({ variantId: part.variantId, quantity: part.quantity * quantity })) : [{ variantId, quantity }]));
}

/** Those of the variants that can be bought now in that currency: active, published and priced. One statement. */
export async function variantsForSale(r: Reader, ids: readonly string[], currency: string): Promise<Map<string, SellableVariant>> {
  if (ids.length === 0) return new Map();
  const rows = await r.sql<SellableVariant>`
    select v.id as "variantId", p.id as "productId", p.slug, p.title as "productTitle", v.title as "variantTitle", v.sku,
           m.url as "imageUrl", m.alt as "imageAlt", c.amount as "unitPrice", c.compare_at as "compareAt", c.currency,
           v.requires_shipping as "requiresShipping", v.taxable, v.tax_code as "taxCode", v.weight_grams as "weightGrams",
           coalesce(b.tracked, v.track_inventory) as "trackInventory", v.inventory_policy as "inventoryPolicy", p.kind, b.components
    from variants v
    join products p on p.id = v.product_id
    join prices c on c.variant_id = v.id and c.currency = ${currency}
    left join lateral (
      select url, alt from media where product_id = v.product_id and kind = 'picture' and (variant_id = v.id or variant_id is null)
      order by variant_id is null, position limit 1
    ) m on true
    left join lateral (
      select bool_or(part.track_inventory) as tracked,
        json_agg(json_build_object('variantId', part.id, 'quantity', b.quantity, 'tracked', part.track_inventory) order by part.id) as components
      from bundle_components b join variants part on part.id = b.component_id where b.variant_id = v.id
    ) b on true
    where v.id = any(${ids}::uuid[]) and p.status = 'active' and (p.publish_at is null or p.publish_at <= ${now()}) and (p.unpublish_at is null or p.unpublish_at > ${now()})`;
  return new Map(rows.map((row) => [row.variantId, row]));
}
