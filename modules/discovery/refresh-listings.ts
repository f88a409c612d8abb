import type { Tx } from '#platform/tenancy/context.ts';

// A product's rows per currency, from the catalogue and the stock. $1 = product ids. Visible = active and published.
const SOURCE = `
with shown as (
  select p.* from products p where p.id = any($1::uuid[]) and p.status = 'active' and p.live_since is not null
), stock as (
  select v.id, v.product_id, not v.track_inventory or v.inventory_policy = 'continue'
    or exists (select 1 from stock_levels s join locations at on at.id = s.location_id and at.active
               where s.variant_id = v.id and s.available > 0) as available
  from variants v join shown on shown.id = v.product_id
), priced as (
  select v.product_id, c.currency, min(c.amount) as price_min, max(c.amount) as price_max, count(*)::int as variant_count,
    bool_or(stock.available) as available, array_agg(v.id order by v.position) as variant_ids,
    (array_agg(c.compare_at order by c.amount, v.position))[1] as compare_at,
    json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'options', v.options,
      'price', json_build_object('amount', c.amount, 'currency', c.currency),
      'compareAt', case when c.compare_at > c.amount then json_build_object('amount', c.compare_at, 'currency', c.currency) end,
      'imageUrl', (select m.url from media m where m.variant_id = v.id and m.kind = 'picture' order by m.position limit 1),
      'tracked', v.track_inventory, 'oversell', v.inventory_policy = 'continue') order by v.position) as variants
  from variants v join stock on stock.id = v.id join prices c on c.variant_id = v.id
  group by v.product_id, c.currency
), described as (
  select s.id as product_id, s as product,
    (select json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height,
       'focal', case when (m.focal_x, m.focal_y) <> (50, 50) then json_build_object('x', m.focal_x, 'y', m.focal_y) end)
       from media m where m.product_id = s.id and m.kind = 'picture' order by m.position limit 1) as image,
    (select json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height,
       'focal', case when (m.focal_x, m.focal_y) <> (50, 50) then json_build_object('x', m.focal_x, 'y', m.focal_y) end) order by m.position)
       from media m where m.product_id = s.id and m.position < 1000000 and m.kind = 'picture') as images,
    (select json_agg(json_build_object('kind', m.kind, 'url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height, 'posterUrl', m.poster_url) order by m.position)
       from media m where m.product_id = s.id and m.position < 1000000 and m.kind <> 'picture') as moving,
    (select json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position)
       from product_options o where o.product_id = s.id) as options,
    (select array_agg(distinct 'option.' || o.name || '=' || (v.options ->> o.name))
       from product_options o join variants v on v.product_id = o.product_id where o.product_id = s.id and v.options ? o.name) as option_facets,
    (select json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) order by cardinality(g.path), g.position)
       from product_categories pg join categories g on g.id = pg.category_id where pg.product_id = s.id) as categories,
    (select array_agg(distinct step) from product_categories pg join categories g on g.id = pg.category_id, unnest(g.path) step
       where pg.product_id = s.id) as category_ids,
    (select string_agg(g.name, ' ') from product_categories pg join categories own on own.id = pg.category_id
       join categories g on g.id = any(own.path) where pg.product_id = s.id) as category_names,
    (select array_agg(pl.collection_id) from product_collections pl where pl.product_id = s.id) as collection_ids,
    (select string_agg(v.sku || ' ' || v.barcode || ' ' || v.title, ' ') from variants v where v.product_id = s.id) as codes,
    f.*
  from shown s
  cross join lateral (
    select json_agg(json_build_object('key', d.key, 'says', d.says, 'value', s.custom_fields -> d.key, 'unit', nullif(d.unit, '')) order by d.position, d.key) as fields,
      array_agg(case d.type when 'number' then '#' else '' end || d.key || '=' || (s.custom_fields ->> d.key)) filter (where d.filterable and d.type <> 'url') as field_facets,
      jsonb_object_agg(d.key, s.custom_fields -> d.key) filter (where d.filterable and d.type = 'number') as numbers,
      string_agg(s.custom_fields ->> d.key, ' ') filter (where d.type in ('text', 'choice')) as field_words
    from custom_field_definitions d
    where s.custom_fields ? d.key and (cardinality(d.applies_to) = 0 or s.product_type = any(d.applies_to))
  ) f
)`;

const REFRESH = `${SOURCE}, fresh as (
  insert into listings (product_id, currency, price_min, available, live_since, category_ids, collection_ids, facets, numbers, headline, search, words, card)
  select d.product_id, c.currency, c.price_min, c.available, (d.product).live_since, coalesce(category_ids, '{}'), coalesce(collection_ids, '{}'),
    facet_text(case when (d.product).brand <> '' then array['brand=' || (d.product).brand] end || option_facets || field_facets), numbers,
    listing_headline((d.product).title, (d.product).brand, codes),
    listing_document((d.product).title, (d.product).brand, codes,
      concat_ws(' ', (d.product).product_type, array_to_string((d.product).tags, ' '), category_names, field_words), (d.product).description_html),
    words_of(concat_ws(' ', (d.product).title, (d.product).brand, (d.product).product_type)),
    json_build_object('id', d.product_id, 'slug', (d.product).slug, 'title', (d.product).title, 'image', image,
      'price', json_build_object('amount', c.price_min, 'currency', c.currency),
      'priceMax', json_build_object('amount', c.price_max, 'currency', c.currency),
      'compareAt', case when c.compare_at > c.price_min then json_build_object('amount', c.compare_at, 'currency', c.currency) end,
      'available', c.available, 'variantCount', c.variant_count)
  from described d join priced c on c.product_id = d.product_id
  order by d.product_id, c.currency
  on conflict (workspace_id, product_id, currency) do update set
    price_min = excluded.price_min, available = excluded.available, live_since = excluded.live_since, category_ids = excluded.category_ids,
    collection_ids = excluded.collection_ids, facets = excluded.facets, numbers = excluded.numbers, headline = excluded.headline,
    search = excluded.search, words = excluded.words, card = excluded.card
  returning product_id, currency
), details as (
  insert into listing_details (product_id, currency, slug, variant_ids, detail)
  select d.product_id, c.currency, (d.product).slug, c.variant_ids,
    json_build_object('id', d.product_id, 'slug', (d.product).slug, 'title', (d.product).title, 'descriptionHtml', (d.product).description_html,
      'brand', (d.product).brand, 'images', coalesce(images, '[]'), 'moving', coalesce(moving, '[]'), 'options', coalesce(options, '[]'), 'variants', c.variants,
      'categories', coalesce(categories, '[]'), 'customFields', coalesce(fields, '[]'),
      'seo', json_build_object('title', coalesce(nullif((d.product).seo_title, ''), (d.product).title), 'description', (d.product).seo_description))
  from described d join priced c on c.product_id = d.product_id
  order by d.product_id, c.currency
  on conflict (workspace_id, product_id, currency) do update set slug = excluded.slug, variant_ids = excluded.variant_ids, detail = excluded.detail
), former as (
  delete from listing_details l where l.product_id = any($1::uuid[])
    and not exists (select 1 from priced p where p.product_id = l.product_id and p.currency = l.currency)
)
delete from listings l where l.product_id = any($1::uuid[])
  and not exists (select 1 from priced p where p.product_id = l.product_id and p.currency = l.currency)`;

/** Brings the listings of these products up to date in the caller's transaction; the caller has locked the products' rows. One statement. */
export async function refreshListings(tx: Tx, productIds: readonly string[]): Promise<void> {
  if (productIds.length > 0) await tx.query(REFRESH, [productIds]);
}
