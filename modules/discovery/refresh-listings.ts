import type { Tx } from '#platform/tenancy/context.ts';
import { ratingsOf } from './ratings.ts';

/** The form listings are written in. Raise it, here, in the index of `tables.ts` and in learn-words.ts, when rows of the former form do not do any more. */
const FORM = 1;

// A product's rows per currency, from the catalogue and the stock. $1 = product ids. Visible = active and published.
const SOURCE = `
with shown as (
  select p.* from products p where p.id = any($1::uuid[]) and p.status = 'active' and p.live_since is not null
), bundle as (
  -- A bundle is there while its scarcest counted component makes at least one.
  select v.id, bool_and(not part.track_inventory or part.inventory_policy = 'continue' or b.quantity <= (
      select coalesce(sum(s.available), 0) from stock_levels s join locations at on at.id = s.location_id and at.active where s.variant_id = part.id)) as available,
    bool_or(part.track_inventory and part.inventory_policy = 'deny') as tracked,
    json_agg(json_build_object('variantId', part.id, 'quantity', b.quantity, 'slug', holds.slug, 'title', holds.title, 'variantTitle', part.title) order by b.position, part.id) as contents
  from shown join variants v on v.product_id = shown.id join bundle_components b on b.variant_id = v.id
  join variants part on part.id = b.component_id join products holds on holds.id = part.product_id group by v.id
), stock as (
  select v.id, v.product_id, coalesce(bundle.available, not v.track_inventory or v.inventory_policy = 'continue'
    or exists (select 1 from stock_levels s join locations at on at.id = s.location_id and at.active
               where s.variant_id = v.id and s.available > 0)) as available
  from variants v join shown on shown.id = v.product_id left join bundle on bundle.id = v.id
), priced as (
  select v.product_id, c.currency, min(c.amount) as price_min, max(c.amount) as price_max, count(*)::int as variant_count,
    bool_or(stock.available) as available, array_agg(v.id order by v.position) as variant_ids,
    (array_agg(c.compare_at order by c.amount, v.position))[1] as compare_at,
    json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'options', v.options,
      'price', json_build_object('amount', c.amount, 'currency', c.currency),
      'compareAt', case when c.compare_at > c.amount then json_build_object('amount', c.compare_at, 'currency', c.currency) end,
      'imageUrl', (select m.url from media m where m.variant_id = v.id and m.kind = 'picture' order by m.position limit 1),
      'tracked', coalesce(bundle.tracked, v.track_inventory), 'oversell', v.inventory_policy = 'continue' and bundle.id is null, 'contents', bundle.contents) order by v.position) as variants
  from variants v join stock on stock.id = v.id join prices c on c.variant_id = v.id left join bundle on bundle.id = v.id
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
    (select array_agg(distinct 'option.' || o.name || chr(31) || (v.options ->> o.name))
       from product_options o join variants v on v.product_id = o.product_id where o.product_id = s.id and v.options ? o.name) as option_facets,
    (select json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) order by cardinality(g.path), g.position)
       from product_categories pg join categories g on g.id = pg.category_id where pg.product_id = s.id) as categories,
    (select array_agg(distinct step) from product_categories pg join categories g on g.id = pg.category_id, unnest(g.path) step
       where pg.product_id = s.id) as category_ids,
    (select string_agg(g.name, ' ') from product_categories pg join categories own on own.id = pg.category_id
       join categories g on g.id = any(own.path) where pg.product_id = s.id) as category_names,
    (select array_agg(pl.collection_id) from product_collections pl where pl.product_id = s.id) as collection_ids,
    (select string_agg(distinct value, ' ') from variants v, jsonb_each_text(v.options) where v.product_id = s.id) as option_words,
    (select string_agg(v.sku || ' ' || v.barcode || ' ' || v.title, ' ') from variants v where v.product_id = s.id) as codes,
    f.*
  from shown s
  cross join lateral (
    select json_agg(json_build_object('key', d.key, 'says', d.says, 'value', s.custom_fields -> d.key, 'unit', nullif(d.unit, '')) order by d.position, d.key) as fields,
      array_agg(case d.type when 'number' then '#' else '' end || d.key || chr(31) || (s.custom_fields ->> d.key)) filter (where d.filterable and d.type <> 'url') as field_facets,
      jsonb_object_agg(d.key, s.custom_fields -> d.key) filter (where d.filterable and d.type = 'number') as numbers,
      string_agg(s.custom_fields ->> d.key, ' ') filter (where d.type in ('text', 'choice')) as field_words
    from custom_field_definitions d
    where s.custom_fields ? d.key and (cardinality(d.applies_to) = 0 or s.product_type = any(d.applies_to))
  ) f
)`;

// Longer texts are no choice for a filter.
const LONGEST_VALUE = 200;

const REFRESH = `${SOURCE}, house as (
  select search_language(current_workspace()) as spoken
), chosen as (
  select d.product_id, split_part(f, chr(31), 1) as key, substr(f, strpos(f, chr(31)) + 1) as value
  from described d, unnest(case when (d.product).brand <> '' then array['brand' || chr(31) || (d.product).brand] end || option_facets || field_facets
    || array(select 'category' || chr(31) || c from unnest(category_ids) c)) f
  where f is not null and length(f) < ${LONGEST_VALUE}
), named as (
  insert into listing_facet_values (key, value)
  select distinct c.key, c.value from chosen c where not exists (select 1 from listing_facet_values v where v.key = c.key and v.value = c.value) order by 1, 2
  on conflict (workspace_id, key, value) do update set key = excluded.key returning number, key, value
), coded as (
  select c.product_id, string_agg(facet_code(coalesce(v.number, n.number)), '' order by c.key, c.value) as codes
  from chosen c left join listing_facet_values v on v.key = c.key and v.value = c.value left join named n on n.key = c.key and n.value = c.value
  group by c.product_id
), worded as (
  select d.product_id, concat_ws(' ', (d.product).product_type, (d.product).brand, category_names) as kind,
    concat_ws(' ', array_to_string((d.product).tags, ' '), field_words, option_words) as about
  from described d
), learnt as (
  insert into listing_words (word, stem)
  select w, word_stem(house.spoken, w) from house, (
    select distinct w from described d join worded using (product_id), regexp_split_to_table(words_of(concat_ws(' ', (d.product).title, kind, about)), ' ') w
    where length(w) between 2 and 40) words
  where not exists (select 1 from listing_words known where known.word = w) order by w
  on conflict (workspace_id, word) do nothing
), rated as (
  select * from unnest($2::uuid[], $3::int[], $4::int[]) as r(product_id, average, ratings)
), fresh as (
  insert into listings (product_id, currency, price_min, available, live_since, category_ids, collection_ids, rating_average, rating_count, facets, numbers, headline, form, card)
  select d.product_id, c.currency, c.price_min, c.available, (d.product).live_since, coalesce(category_ids, '{}'), coalesce(collection_ids, '{}'),
    r.average, coalesce(r.ratings, 0), coalesce(f.codes, '') || case when c.available then 'Yyes0' else 'Yno00' end || rating_code(r.average), numbers,
    listing_headline(house.spoken, (d.product).title, kind, about, d.codes),
    ${FORM},
    json_build_object('id', d.product_id, 'slug', (d.product).slug, 'title', (d.product).title, 'image', image,
      'price', json_build_object('amount', c.price_min, 'currency', c.currency),
      'priceMax', json_build_object('amount', c.price_max, 'currency', c.currency),
      'compareAt', case when c.compare_at > c.price_min then json_build_object('amount', c.compare_at, 'currency', c.currency) end,
      'available', c.available, 'variantCount', c.variant_count)
  from house cross join described d join priced c on c.product_id = d.product_id join worded w on w.product_id = d.product_id
    left join coded f on f.product_id = d.product_id left join rated r on r.product_id = d.product_id
  order by d.product_id, c.currency
  on conflict (workspace_id, product_id, currency) do update set
    rating_average = case when $2::uuid[] is null then listings.rating_average else excluded.rating_average end,
    rating_count = case when $2::uuid[] is null then listings.rating_count else excluded.rating_count end, form = excluded.form,
    price_min = excluded.price_min, available = excluded.available, live_since = excluded.live_since, category_ids = excluded.category_ids,
    collection_ids = excluded.collection_ids, 
    facets = excluded.facets || case when $2::uuid[] is null then rating_code(listings.rating_average) else '' end, numbers = excluded.numbers, headline = excluded.headline, card = excluded.card
  returning product_id, currency
), texts as (
  insert into listing_texts (product_id, search, words)
  select d.product_id, listing_document(house.spoken, (d.product).title, (d.product).brand, d.codes, concat_ws(' ', kind, about), (d.product).description_html),
    words_of(concat_ws(' ', (d.product).title, kind, about))
  from house cross join described d join worded using (product_id) where exists (select 1 from priced c where c.product_id = d.product_id)
  order by d.product_id
  on conflict (workspace_id, product_id) do update set search = excluded.search, words = excluded.words
), silent as (
  delete from listing_texts t where t.product_id = any($1::uuid[]) and not exists (select 1 from priced p where p.product_id = t.product_id)
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
  if (productIds.length === 0) return;
  const rated = await ratingsOf(tx, productIds);
  await tx.query(REFRESH, [productIds, rated?.map((r) => r.productId) ?? null, rated?.map((r) => r.average) ?? null, rated?.map((r) => r.count) ?? null]);
}
