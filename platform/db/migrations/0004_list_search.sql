-- What the lists of the dashboard read instead of working it out for every row: stored sums of products, the title of a product with
-- each variant, and for searching an index of the parts of every text (`searchText` in platform/db/tables.ts).

-- Products: names of their variants and the price they begin at -----------------------------------------------------------------

create or replace function sum_products(ws uuid[], ids uuid[]) returns void language plpgsql as $$
begin
  -- The products first, in one order: two changes of one product then count one after the other, and the later sees both.
  perform 1 from products where (workspace_id, id) in (select * from unnest(ws, ids)) order by workspace_id, id for no key update;
  update products p set skus = s.skus, price_from = s.amount, price_currency = s.currency
  from (
    select k.w, k.i, coalesce(named.skus, '') as skus, lowest.amount, lowest.currency from (select distinct * from unnest(ws, ids) as u (w, i)) k
    left join lateral (select string_agg(v.sku, ' ' order by v.position) as skus from variants v where v.workspace_id = k.w and v.product_id = k.i and v.sku <> '') named on true
    left join lateral (select c.amount, c.currency from variants v join prices c on c.workspace_id = v.workspace_id and c.variant_id = v.id
      where v.workspace_id = k.w and v.product_id = k.i order by c.currency, c.amount limit 1) lowest on true) s
  where p.workspace_id = s.w and p.id = s.i and (p.skus, p.price_from, p.price_currency) is distinct from (s.skus, s.amount, s.currency);
end $$;

create or replace function variants_changed() returns trigger language plpgsql as $$
begin
  perform sum_products(array_agg(workspace_id), array_agg(product_id)) from (select distinct workspace_id, product_id from changed) c having count(*) > 0;
  return null;
end $$;

create or replace function prices_changed() returns trigger language plpgsql as $$
begin
  perform sum_products(array_agg(c.workspace_id), array_agg(c.product_id))
  from (select distinct v.workspace_id, v.product_id from changed p join variants v on v.workspace_id = p.workspace_id and v.id = p.variant_id) c having count(*) > 0;
  return null;
end $$;

create or replace trigger variants_come after insert on variants referencing new table as changed for each statement execute function variants_changed();
create or replace trigger variants_change after update on variants referencing new table as changed for each statement execute function variants_changed();
create or replace trigger variants_go after delete on variants referencing old table as changed for each statement execute function variants_changed();
create or replace trigger prices_come after insert on prices referencing new table as changed for each statement execute function prices_changed();
create or replace trigger prices_change after update on prices referencing new table as changed for each statement execute function prices_changed();
create or replace trigger prices_go after delete on prices referencing old table as changed for each statement execute function prices_changed();

-- Variants: the title of their product -------------------------------------------------------------------------------------------

create or replace function title_of_product() returns trigger language plpgsql as $$
begin
  new.product_title := coalesce((select p.title from products p where p.workspace_id = new.workspace_id and p.id = new.product_id for share), '');
  return new;
end $$;

create or replace function retitle_variants() returns trigger language plpgsql as $$
begin
  update variants set product_title = new.title where workspace_id = new.workspace_id and product_id = new.id;
  return null;
end $$;

create or replace trigger variants_titled before insert on variants for each row execute function title_of_product();
create or replace trigger products_retitled after update of title on products for each row when (old.title <> new.title) execute function retitle_variants();

-- Stock: whether it is counted ----------------------------------------------------------------------------------------------------

create or replace function tracked_as_variant() returns trigger language plpgsql as $$
begin
  new.tracked := coalesce((select v.track_inventory from variants v where v.workspace_id = new.workspace_id and v.id = new.variant_id), true);
  return new;
end $$;

-- As the owner, because it reaches the locations that somebody with limits does not see.
create or replace function retrack_stock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update stock_levels set tracked = new.track_inventory where workspace_id = new.workspace_id and variant_id = new.id;
  return null;
end $$;

drop policy if exists stock_levels_retrack on stock_levels;
create policy stock_levels_retrack on stock_levels to current_user using (true);
create or replace trigger stock_levels_tracked before insert on stock_levels for each row execute function tracked_as_variant();
create or replace trigger variants_retracked after update on variants for each row when (old.track_inventory <> new.track_inventory) execute function retrack_stock();

-- What is there already. Forced policies hide the rows even from the tables' owner.
do $$
declare list text;
begin
  foreach list in array array['products', 'variants', 'prices', 'stock_levels'] loop execute format('alter table %I no force row level security', list); end loop;
  update variants v set product_title = p.title from products p where p.workspace_id = v.workspace_id and p.id = v.product_id and v.product_title <> p.title;
  perform sum_products(array_agg(workspace_id), array_agg(id)) from products having count(*) > 0;
  update stock_levels s set tracked = false from variants v where v.workspace_id = s.workspace_id and v.id = s.variant_id and not v.track_inventory;
  foreach list in array array['products', 'variants', 'prices', 'stock_levels'] loop execute format('alter table %I force row level security', list); end loop;
end $$;

-- Searching -----------------------------------------------------------------------------------------------------------------------

-- Row-level security keeps LIKE away from its index, because it is not leakproof. So rare words are looked up by a function of the
-- migration's owner that names the workspace itself. It gives null when more rows than asked for hold the word, or the list has no
-- index: the list then reads rows in its own order until a page is full.
do $do$
declare
  -- Some hosts keep extensions in a schema of their own.
  home text;
  list text;
begin
  begin
    create extension if not exists btree_gin;
  exception when others then
    raise notice 'btree_gin is not available: a search in one workspace passes by the words of the others (%)', sqlerrm;
  end;
  home := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
  if home is not null then
    perform set_config('search_path', 'public, ' || home, true);
    foreach list in array array['products', 'variants', 'orders', 'customers'] loop
      if exists (select 1 from pg_extension where extname = 'btree_gin') then
        execute format('create index if not exists %I on %I using gin (workspace_id, search_text gin_trgm_ops)', list || '_words', list);
      else
        execute format('create index if not exists %I on %I using gin (search_text gin_trgm_ops)', list || '_words', list);
      end if;
      execute format('drop policy if exists %I on %I', list || '_words', list);
      execute format('create policy %I on %I for select to current_user using (true)', list || '_words', list);
    end loop;
  end if;
  execute replace($fn$
    create or replace function rows_with(list text, pattern text, most int) returns uuid[]
    language plpgsql stable security definer set search_path = public, :home pg_temp as $$
    declare ws uuid := required_workspace(); found uuid[];
    begin
      if to_regclass('public.' || quote_ident(list || '_words')) is null then return null; end if;
      execute format('select array_agg(id) from (select id from %I where workspace_id = %L and search_text like %L limit %s) f', list, ws, pattern, most + 1) into found;
      return case when cardinality(found) > most then null else coalesce(found, '{}') end;
    end $$ $fn$, ':home', coalesce(home || ', ', ''));
end $do$;

revoke execute on function rows_with(text, text, int) from public;
grant execute on function rows_with(text, text, int) to :app, :platform;
