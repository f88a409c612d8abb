-- Search and counting for the storefront's listings.
--
-- Row-level security keeps text and trigram operators away from their indexes, because they are not leakproof. So the search
-- runs in functions of the migration's owner, which name the workspace themselves and refuse to run without one.

-- The owner's own door to the listings, without a condition that would hide the indexes again. The owner is not a login of the
-- program; only the functions below use it.
drop policy if exists listings_search on listings;
create policy listings_search on listings for select to current_user using (true);

create or replace function fold_text(given text) returns text language sql immutable parallel safe
  return lower(regexp_replace(normalize(coalesce(given, ''), nfkd), '[\u0300-\u036f]', '', 'g'));

-- Words only, cut where the program cuts what people type, so that AB-123 is found as "ab 123" and as "AB-123".
create or replace function words_of(given text) returns text language sql immutable parallel safe
  return regexp_replace(fold_text(given), '[^[:alnum:]]+', ' ', 'g');

create or replace function plain_text(html text) returns text language sql immutable parallel safe
  return left(regexp_replace(regexp_replace(html, '<[^>]*>', ' ', 'g'), '&[a-z0-9#]+;', ' ', 'g'), 20000);

-- Every word twice: its stem, so that plurals meet, and as it is, so that names, codes and half-typed words meet.
create or replace function both_ways(given text) returns tsvector language sql immutable parallel safe
  return to_tsvector('english', words_of(given)) || to_tsvector('simple', words_of(given));

create or replace function listing_headline(title text, brand text, codes text) returns tsvector language sql immutable parallel safe
  return setweight(both_ways(title), 'A') || setweight(both_ways(brand), 'B') || setweight(to_tsvector('simple', words_of(codes)), 'C');

create or replace function listing_document(title text, brand text, codes text, about text, html text) returns tsvector
  language sql immutable parallel safe
  return strip(both_ways(concat_ws(' ', title, brand, about)) || to_tsvector('simple', words_of(codes)) || to_tsvector('english', words_of(plain_text(html))));

-- The facets as one text with a mark (DEL, which JSON leaves alone) around each. The program counts them: gathering a text is many
-- times cheaper here than grouping its parts.
create or replace function facet_text(facets text[]) returns text language sql immutable parallel safe
  return case when cardinality(facets) > 0
    then chr(127) || array_to_string(array(select replace(f, chr(127), '') from unnest(facets) f where f is not null), chr(127)) || chr(127) else '' end;

create index if not exists listings_search on listings using gin (search);
create index if not exists listings_categories on listings using gin (category_ids);
create index if not exists listings_collections on listings using gin (collection_ids);

-- Words to a query: all of them, each by stem or as typed; the last one may be half typed. Words like "the" do not count.
create or replace function listing_query(words text[], loose boolean) returns tsquery language plpgsql immutable parallel safe as $$
declare
  result tsquery;
  stem tsquery;
  one tsquery;
  word text;
  ending text;
begin
  for i in 1 .. cardinality(words) loop
    word := case when loose then left(words[i], greatest(3, length(words[i]) - 3)) else words[i] end;
    ending := case when loose or (i = cardinality(words) and length(word) > 1) then ':*' else '' end;
    stem := to_tsquery('english', word || ending);
    one := to_tsquery('simple', word || ending);
    if numnode(stem) > 0 then
      if stem <> one then one := stem || one; end if;
      result := case when result is null then one else result && one end;
    end if;
  end loop;
  return coalesce(result, to_tsquery('simple', words[cardinality(words)] || ':*'));
end $$;

create or replace function required_workspace() returns uuid language plpgsql stable parallel safe as $$
begin
  if current_workspace() is null then
    raise exception 'a search needs a workspace' using errcode = 'insufficient_privilege';
  end if;
  return current_workspace();
end $$;

do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise notice 'pg_trgm is not available: searches do without typing-mistake tolerance (%)', sqlerrm;
end $$;

-- Two bodies for one door: with pg_trgm typing mistakes are compared with the words of the listings, without it words are cut short.
do $do$
declare
  -- Some hosts keep extensions in a schema of their own.
  home text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
  if home is not null then
    perform set_config('search_path', 'public, ' || home, true);
    execute 'create index if not exists listings_words on listings using gin (words gin_trgm_ops)';
    execute replace($fn$
      create or replace function similar_listings(in_currency text, words text[]) returns table (id uuid, fit real)
      language plpgsql stable security definer set search_path = public, :home, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
      declare ws uuid := required_workspace(); phrase text := array_to_string(words, ' ');
      begin
        return query select l.id, word_similarity(phrase, l.words) from listings l
          where l.workspace_id = ws and l.currency = in_currency and phrase <% l.words
          order by 2 desc limit 500;
      end $$ $fn$, ':home', home);
    execute replace($fn$
      create or replace function listing_suggestion(in_currency text, words text[]) returns text
      language sql stable security definer set search_path = public, :home, pg_temp as $$
        select string_agg(coalesce(best.word, typed.word), ' ' order by typed.place)
        from unnest(words) with ordinality as typed(word, place)
        left join lateral (
          select found as word
          from (select l.words from similar_listings(in_currency, words) s join listings l on l.workspace_id = required_workspace() and l.id = s.id order by s.fit desc limit 40) near,
            regexp_split_to_table(near.words, '[^[:alnum:]]+') as found
          where similarity(found, typed.word) > 0.25
          group by found order by similarity(found, typed.word) desc, count(*) desc limit 1
        ) best on true $$ $fn$, ':home', home);
  else
    execute $fn$
      create or replace function similar_listings(in_currency text, words text[]) returns table (id uuid, fit real)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare ws uuid := required_workspace(); loose tsquery := listing_query(words, true);
      begin
        return query select l.id, ts_rank(l.headline, loose) from listings l
          where l.workspace_id = ws and l.currency = in_currency and l.search @@ loose limit 500;
      end $$ $fn$;
    execute $fn$
      create or replace function listing_suggestion(in_currency text, words text[]) returns text language sql stable as $$ select null::text $$ $fn$;
  end if;
end $do$;

-- The listings a question is about, with what sorting, filters and counts need. Exact words first; only if there are none, similar ones.
create or replace function find_listings(in_currency text, words text[], in_category uuid, in_collection uuid)
  returns table (id uuid, product_id uuid, price_min bigint, available boolean, live_since timestamptz, sold int, facets text, numbers jsonb, fit real, similar_only boolean)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan rows 300 as $$
declare
  ws uuid := required_workspace();
  asked tsquery;
begin
  if words is not null then
    asked := listing_query(words, false);
    return query select l.id, l.product_id, l.price_min, l.available, l.live_since, l.sold, l.facets, l.numbers, (ts_rank(l.headline, asked) + least(l.sold, 10000) * 0.00001)::real, false
      from listings l
      where l.workspace_id = ws and l.currency = in_currency and l.search @@ asked
        and (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids));
    if not found then
      return query select l.id, l.product_id, l.price_min, l.available, l.live_since, l.sold, l.facets, l.numbers, s.fit, true
        from similar_listings(in_currency, words) s join listings l on l.workspace_id = ws and l.id = s.id
        where (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids));
    end if;
  elsif in_category is not null then
    return query select l.id, l.product_id, l.price_min, l.available, l.live_since, l.sold, l.facets, l.numbers, 0::real, false
      from listings l
      where l.workspace_id = ws and l.currency = in_currency and l.category_ids @> array[in_category]
        and (in_collection is null or in_collection = any(l.collection_ids));
  elsif in_collection is not null then
    return query select l.id, l.product_id, l.price_min, l.available, l.live_since, l.sold, l.facets, l.numbers, 0::real, false
      from listings l
      where l.workspace_id = ws and l.currency = in_currency and l.collection_ids @> array[in_collection];
  end if;
end $$;

revoke execute on function find_listings(text, text[], uuid, uuid), similar_listings(text, text[]), listing_suggestion(text, text[]) from public;
grant execute on function find_listings(text, text[], uuid, uuid), similar_listings(text, text[]), listing_suggestion(text, text[]) to :app, :platform;

-- Totals: a listing counts for all, for each of its categories and for each of its collections. Rows are taken in one order, so two
-- changes wait for each other instead of meeting head on. Fewer is an UPDATE only: a workspace that is being deleted gets no new rows.
create or replace function listing_scopes(category_ids uuid[], collection_ids uuid[]) returns setof uuid language sql immutable parallel safe as $$
  select '00000000-0000-0000-0000-000000000000'::uuid union all select unnest(category_ids) union all select unnest(collection_ids)
$$;

create or replace function count_more() returns trigger language plpgsql as $$
begin
  insert into listing_totals (workspace_id, currency, scope, total)
  select l.workspace_id, l.currency, s, count(*) from came l, listing_scopes(l.category_ids, l.collection_ids) s group by 1, 2, 3 order by 1, 2, 3
  on conflict (workspace_id, currency, scope) do update set total = listing_totals.total + excluded.total;
  return null;
end $$;

create or replace function count_fewer() returns trigger language plpgsql as $$
begin
  perform 1 from listing_totals t
    where (t.workspace_id, t.currency, t.scope) in (select l.workspace_id, l.currency, s from gone l, listing_scopes(l.category_ids, l.collection_ids) s)
    order by t.workspace_id, t.currency, t.scope for update;
  update listing_totals t set total = t.total - fewer.n
    from (select l.workspace_id, l.currency, s as scope, count(*)::int as n from gone l, listing_scopes(l.category_ids, l.collection_ids) s group by 1, 2, 3) fewer
    where t.workspace_id = fewer.workspace_id and t.currency = fewer.currency and t.scope = fewer.scope;
  return null;
end $$;

create or replace function count_moved() returns trigger language plpgsql as $$
begin
  insert into listing_totals (workspace_id, currency, scope, total)
  select workspace_id, currency, scope, sum(n) from (
    select l.workspace_id, l.currency, s as scope, 1 as n from came l, listing_scopes(l.category_ids, l.collection_ids) s
    union all
    select l.workspace_id, l.currency, s, -1 from gone l, listing_scopes(l.category_ids, l.collection_ids) s) moves
  group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict (workspace_id, currency, scope) do update set total = listing_totals.total + excluded.total;
  return null;
end $$;

create or replace trigger listings_come after insert on listings referencing new table as came for each statement execute function count_more();
create or replace trigger listings_go after delete on listings referencing old table as gone for each statement execute function count_fewer();
create or replace trigger listings_move after update on listings referencing old table as gone new table as came for each statement execute function count_moved();
