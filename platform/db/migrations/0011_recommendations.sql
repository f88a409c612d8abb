-- Products like others: from the same shelf, by what their titles and properties share, the same brand, and a price in reach.
-- As in 0010_search.sql in a function of the migration's owner, which names the workspace itself.

create policy product_categories_search on product_categories for select to current_user using (true);
create policy categories_search on categories for select to current_user using (true);

create or replace function similar_products(product_ids uuid[], take int) returns table (product_id uuid, others uuid[])
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare ws uuid := required_workspace();
begin
  return query
    select one.product_id, array(
      select near.product_id from (
        select distinct on (c.product_id) c.product_id,
          ts_rank('{0.1,0.5,0.4,1}', c.headline, words.wish) + case when c.facets like '%' || brand.code || '%' then 0.05 else 0 end
            - 0.04 * least(abs(ln(greatest(c.price_min, 1)::float8 / greatest(one.price_min, 1))), 3) as fit
        from (select * from listings l where l.workspace_id = ws and l.currency = one.currency and shelf.id is not null and l.category_ids @> array[shelf.id] and l.product_id <> one.product_id limit 400) c
        order by c.product_id
      ) near order by near.fit desc, near.product_id limit take)
    from (select distinct on (l.product_id) l.* from listings l where l.workspace_id = ws and l.product_id = any(product_ids) order by l.product_id, l.currency) one
    -- The narrowest of its categories; without one there is no shelf to look at.
    left join lateral (select c.id from product_categories pc join categories c on c.workspace_id = ws and c.id = pc.category_id
      where pc.workspace_id = ws and pc.product_id = one.product_id order by cardinality(c.path) desc, c.position limit 1) shelf on true
    cross join lateral (select string_agg(quote_literal(t.lexeme), '|')::tsquery as wish from (
      select u.lexeme from unnest(one.headline) u where u.weights && array['A','B'] order by u.lexeme limit 16) t) words
    cross join lateral (select coalesce((select facet_code(f.number) from listing_facet_values f where f.workspace_id = ws and f.key = 'brand' and position(facet_code(f.number) in one.facets) > 0 limit 1), '~') as code) brand;
end $$;

revoke execute on function similar_products(uuid[], int) from public;
grant execute on function similar_products(uuid[], int) to :app, :platform;
