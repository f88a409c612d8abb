-- Search by weight: rare words count more than common ones, words of a title more than words of a description.
--
-- As in 0001_discovery.sql the search runs in functions of the migration's owner, which name the workspace themselves.

drop function if exists find_listings(text, text[], uuid, uuid);
drop function if exists similar_listings(text, text[]);
drop function if exists listing_suggestion(text, text[]);
drop function if exists listing_query(text[], boolean);
drop function if exists listing_headline(text, text, text);
drop function if exists facet_text(text[]);

create policy listing_words_search on listing_words for select to current_user using (true);
create policy listing_texts_search on listing_texts for select to current_user using (true);
create policy listing_totals_search on listing_totals for select to current_user using (true);

-- Rows in the former form are made again by the program (discovery.remake-listings); until then they have no facets.
update listings set facets = '' where form = 0;

create or replace function word_stem(word text) returns text language sql immutable parallel safe
  return coalesce((ts_lexize('english_stem', word))[1], word);

-- What decides how well a hit fits, by its stems: A the title, B kind, brand and category, C properties and tags, D codes.
create or replace function listing_headline(title text, kind text, about text, codes text) returns tsvector language sql immutable parallel safe
  return setweight(to_tsvector('english', words_of(title)), 'A') || setweight(to_tsvector('english', words_of(kind)), 'B') || setweight(to_tsvector('english', words_of(about)), 'C') || to_tsvector('english', words_of(codes));

-- A facet's number as five letters: a capital first, so that texts of them fall apart at the capitals.
create or replace function facet_code(number int) returns text language sql immutable strict parallel safe
  return chr(65 + number / 1679616) || substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + (number / 46656) % 36, 1)
    || substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + (number / 1296) % 36, 1)
    || substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + (number / 36) % 36, 1)
    || substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + number % 36, 1);

create or replace function rating_code(average int) returns text language sql immutable parallel safe
  return case when average is null then '' else 'Z' || (average / 100) || '000' end;

create index if not exists listing_texts_search on listing_texts using gin (search);
create index if not exists listings_headline on listings using gin (headline);
create index if not exists searches_begin on searches (workspace_id, storefront_id, words collate "C");
create index if not exists listing_words_begin on listing_words (workspace_id, word collate "C");

do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise notice 'pg_trgm is not available: typing mistakes are looked for among words with the same beginning (%)', sqlerrm;
end $$;

-- Words near a mistyped one. With pg_trgm by shared parts, without it by the same first letter and nearly the same length.
do $do$
declare
  home text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
  if home is not null then
    perform set_config('search_path', 'public, ' || home, true);
    execute 'create index if not exists listing_words_alike on listing_words using gin (word gin_trgm_ops)';
    execute replace($fn$
      create or replace function near_words(ws uuid, typed text) returns table (word text, listings int)
      language sql stable set search_path = public, :home, pg_temp set pg_trgm.similarity_threshold = 0.25 as $$
        select w.word, w.listings from listing_words w where w.workspace_id = ws and w.word % typed order by similarity(w.word, typed) desc, w.listings desc limit 30 $$ $fn$, ':home', home);
  else
    execute $fn$
      create or replace function near_words(ws uuid, typed text) returns table (word text, listings int) language sql stable as $$
        select w.word, w.listings from listing_words w
        where w.workspace_id = ws and w.word collate "C" >= left(typed, 1) and w.word collate "C" < left(typed, 1) || chr(65535)
          and length(w.word) between length(typed) - 2 and length(typed) + 2 limit 3000 $$ $fn$;
  end if;
end $do$;

-- What is known of typed words: themselves (also by their stem), words that begin with them, words that look like them, and parts.
create or replace function words_like(typed text[], parts text[]) returns table (typed_word text, how text, word text, listings int)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare ws uuid := required_workspace();
begin
  return query
    select t, 'known', t, (select coalesce(sum(w.listings), 0)::int from listing_words w where w.workspace_id = ws and (w.word = t or w.stem = word_stem(t))) from unnest(typed) t
    union all
    select t, 'begins', b.word, b.listings from unnest(typed) t, lateral (
      select w.word, w.listings from listing_words w where w.workspace_id = ws and length(t) >= 3 and w.word collate "C" > t and w.word collate "C" < t || chr(65535)
      order by w.listings desc, length(w.word) limit 6) b
    union all
    select t, 'near', n.word, n.listings from unnest(typed) t, lateral near_words(ws, t) n where length(t) >= 4
    union all
    select p, 'part', p, w.listings from unnest(parts) p join listing_words w on w.workspace_id = ws and w.word = p;
end $$;

-- What a typed question means. Each group is one wish: `mug`, or with words of the same meaning `mug|cup|(coffee&pot)`.
create type search_plan as (
  -- All wishes; those that may do when not all are met; any of them; the wishes one after the other.
  whole tsquery, partly tsquery, loose tsquery, phrase tsquery,
  r1 tsquery, r2 tsquery, r3 tsquery, r4 tsquery, r5 tsquery, r6 tsquery, r7 tsquery, r8 tsquery,
  w1 real, w2 real, w3 real, w4 real, w5 real, w6 real, w7 real, w8 real
);

create or replace function weights_of(ws uuid, groups text[], in_currency text) returns table (place bigint, rank tsquery, exact tsquery, listings int, weight real)
  language sql stable as $$
  with house as (select greatest(coalesce((select t.total from listing_totals t where t.workspace_id = ws and t.currency = in_currency
    and t.scope = '00000000-0000-0000-0000-000000000000'), 0), 10)::real as n)
  select g.place, to_tsquery('english', g.wish), to_tsquery('simple', g.wish), f.n, ln(1 + (house.n - least(f.n, house.n) + 0.5) / (f.n + 0.5))::real
  from house, unnest(groups) with ordinality g(wish, place), lateral (
    select coalesce(sum(w.listings), 0)::int as n from (select distinct word_stem(part) as stem from regexp_split_to_table(g.wish, '[|&()]+') part where part <> '') p
      join listing_words w on w.workspace_id = ws and w.stem = p.stem) f
  order by g.place $$;

create or replace function plan_search(ws uuid, groups text[], in_currency text) returns search_plan language plpgsql stable as $$
declare
  plan search_plan;
  rank tsquery[] := '{}';
  weight real[] := '{}';
  common int[] := '{}';
  wish record;
  sum_of real;
begin
  if cardinality(groups) = 1 then
    plan.r1 := to_tsquery('english', groups[1]);
    plan.whole := plan.r1 || to_tsquery('simple', groups[1]);
    plan.w1 := numnode(plan.r1) / 2 + 1;
    if numnode(plan.r1) = 0 then plan.r1 := plan.whole; end if;
    return plan;
  end if;
  for wish in select * from weights_of(ws, groups, in_currency) loop
    -- Words like "the" do not count.
    continue when numnode(wish.rank) = 0;
    plan.whole := case when plan.whole is null then wish.rank || wish.exact else plan.whole && (wish.rank || wish.exact) end;
    plan.loose := case when plan.loose is null then wish.rank else plan.loose || wish.rank end;
    plan.phrase := case when plan.phrase is null then wish.rank else plan.phrase <-> wish.rank end;
    rank := rank || wish.rank;
    weight := weight || (wish.weight * (numnode(wish.rank) / 2 + 1))::real;
    common := common || wish.listings;
  end loop;
  if plan.whole is null then
    plan.whole := to_tsquery('simple', array_to_string(groups, '&'));
    plan.r1 := plan.whole; plan.w1 := 1;
    return plan;
  end if;
  select sum(w) into sum_of from unnest(weight) w;
  plan.r1 := rank[1]; plan.r2 := rank[2]; plan.r3 := rank[3]; plan.r4 := rank[4]; plan.r5 := rank[5]; plan.r6 := rank[6]; plan.r7 := rank[7]; plan.r8 := rank[8];
  plan.w1 := weight[1] / sum_of; plan.w2 := weight[2] / sum_of; plan.w3 := weight[3] / sum_of; plan.w4 := weight[4] / sum_of;
  plan.w5 := weight[5] / sum_of; plan.w6 := weight[6] / sum_of; plan.w7 := weight[7] / sum_of; plan.w8 := weight[8] / sum_of;
  if cardinality(rank) = 1 then plan.phrase := null; plan.loose := null; else plan.partly := partly_met(rank, common); end if;
  return plan;
end $$;

-- Listings that meet a question only in part: a rare wish may be met alone, a common one only together with a rarer one, so that
-- some thousands are looked at and no more.
create or replace function partly_met(rank tsquery[], common int[]) returns tsquery language plpgsql immutable as $$
declare
  partly tsquery;
  rarer tsquery;
  room int := 1500;
  wish record;
begin
  for wish in select r, n from unnest(rank, common) as u(r, n) where n > 0 order by n loop
    if wish.n <= room then
      partly := case when partly is null then wish.r else partly || wish.r end;
      room := room - wish.n;
    elsif rarer is not null then
      partly := case when partly is null then rarer && wish.r else partly || (rarer && wish.r) end;
    end if;
    rarer := case when rarer is null then wish.r else rarer || wish.r end;
  end loop;
  return partly;
end $$;

-- The same rows answer two questions: a whole page with its counts at once, and the hits themselves for lists with filters.
do $do$
declare
  one text := $fit$(coalesce(p.w1 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r1), 0)) / (0.8 + 0.01 * length(l.headline)) + 0 + least(l.sold, 10000) * 0.00001 + 0.2$fit$;
  many text := $fit$(
    coalesce(p.w1 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r1), 0) + coalesce(p.w2 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r2), 0)
    + coalesce(p.w3 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r3), 0) + coalesce(p.w4 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r4), 0)
    + coalesce(p.w5 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r5), 0) + coalesce(p.w6 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r6), 0)
    + coalesce(p.w7 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r7), 0) + coalesce(p.w8 * ts_rank('{0.5,0.45,0.7,1}', l.headline, p.r8), 0)
    ) / (0.8 + 0.01 * length(l.headline)) + case when l.headline @@ p.phrase then 0.12 else 0 end + least(l.sold, 10000) * 0.00001$fit$;
  told text := (select string_agg(format('case when x.search @@ p.r%1$s then p.w%1$s else 0 end', i), ' + ') from generate_series(1, 8) i);
  hit text := 'l.id, l.product_id, l.price_min, l.available, l.live_since, l.sold, l.trend, l.rating_average, l.rating_count, l.facets, l.numbers';
  answer text := $answer$
    page as (select b.id, b.product_id, b.fit from base b order by b.fit desc, b.product_id desc limit take)
    select (select coalesce(json_agg(json_build_array(l.card, page.fit::text, page.product_id) order by page.fit desc, page.product_id desc), '[]')
        from page join listings l on l.workspace_id = ws and l.id = page.id),
      count(*)::int, (count(*) filter (where not b.partly))::int, string_agg(b.facets, ''), min(b.price_min), max(b.price_min)
    from base b$answer$;
  source text := $fn$
    create or replace function find_listings(in_currency text, groups text[], in_category uuid, in_collection uuid, closest boolean)
      returns table (id uuid, product_id uuid, price_min bigint, available boolean, live_since timestamptz, sold int, trend real, rating_average smallint, rating_count int,
        facets text, numbers jsonb, fit real, partly boolean)
      language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan rows 300 as $$
    declare
      ws uuid := required_workspace();
      p search_plan;
      n int;
      known uuid[];
      near uuid[];
    begin
      if groups is not null then
        p := plan_search(ws, groups, in_currency);
        select count(*) into n from (select 1 from listings l where l.workspace_id = ws and l.currency = in_currency and l.headline @@ p.whole
          and (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids)) limit 100) few;
        if n = 100 then
          return query select :hit, (:many + 0.2)::real, false
            from listings l
            where l.workspace_id = ws and l.currency = in_currency and l.headline @@ p.whole
              and (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids));
          return;
        end if;
        return query select :hit, (:many + 0.2)::real, false
          from listings l
          where l.workspace_id = ws and l.currency = in_currency and l.product_id in (select t.product_id from listing_texts t where t.workspace_id = ws and t.search @@ p.whole)
            and (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids));
        get diagnostics n = row_count;
        if p.loose is not null and (n = 0 or (closest and n < 60)) then
          known := case when n > 0 then array(select l.id from listings l where l.workspace_id = ws and l.currency = in_currency and l.product_id in (select t.product_id from listing_texts t where t.workspace_id = ws and t.search @@ p.whole)) else '{}' end;
          -- What fits by title and properties; only when that is little, descriptions too.
          near := array(select c.id from (select l.id, :many as fit from listings l where l.workspace_id = ws and l.currency = in_currency and l.headline @@ p.partly limit 2000) c
            where not c.id = any(known) order by c.fit desc, c.id desc limit 200);
          if n + cardinality(near) < 60 then
            near := near || array(select l.id from listings l where l.workspace_id = ws and l.currency = in_currency and l.product_id in (select t.product_id from listing_texts t where t.workspace_id = ws and t.search @@ p.loose) and not l.id = any(known) and not l.id = any(near) limit 200);
          end if;
          return query select :hit, (:many + 0.2 * (:told))::real, true
            from listings l join listing_texts x on x.workspace_id = ws and x.product_id = l.product_id where l.workspace_id = ws and l.id = any(near)
              and (in_category is null or in_category = any(l.category_ids)) and (in_collection is null or in_collection = any(l.collection_ids))
            order by 12 desc, 2 desc limit 120;
        end if;
      elsif in_category is not null then
        return query select :hit, 0::real, false
          from listings l
          where l.workspace_id = ws and l.currency = in_currency and l.category_ids @> array[in_category]
            and (in_collection is null or in_collection = any(l.collection_ids));
      elsif in_collection is not null then
        return query select :hit, 0::real, false
          from listings l
          where l.workspace_id = ws and l.currency = in_currency and l.collection_ids @> array[in_collection];
      end if;
    end $$;
    create or replace function search_page(in_currency text, groups text[], take int)
      returns table (page json, total int, whole int, texts text, lowest bigint, highest bigint)
      language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan rows 1 as $$
    declare
      ws uuid := required_workspace();
      p search_plan := plan_search(ws, groups, in_currency);
    begin
      -- Where a hundred have it in their title or properties, nobody needs those that only mention it.
      if p.r2 is null then
        return query with base as materialized (
            select l.id, l.product_id, l.price_min, l.facets, (:one)::real as fit, false as partly from listings l
            where l.workspace_id = ws and l.currency = in_currency and l.headline @@ p.whole
          ), :answer having count(*) >= 100;
      else
        return query with base as materialized (
            select l.id, l.product_id, l.price_min, l.facets, (:many + 0.2)::real as fit, false as partly from listings l
            where l.workspace_id = ws and l.currency = in_currency and l.headline @@ p.whole
          ), :answer having count(*) >= 100;
      end if;
      if not found then
        return query with base as materialized (select * from find_listings(in_currency, groups, null, null, true)), :answer;
      end if;
    end $$ $fn$;
begin
  execute replace(replace(replace(replace(replace(source, ':told', told), ':answer', answer), ':many', many), ':one', one), ':hit', hit);
end $do$;

-- A handful of listings for somebody who is still typing; the last group may be half a word (`mu:*`). Of very many only some are looked at.
create or replace function suggest_listings(in_currency text, groups text[], take int) returns table (card json)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan rows 8 as $$
declare
  ws uuid := required_workspace();
  wish tsquery := to_tsquery('simple', array_to_string(groups, '&'));
  rank tsquery := to_tsquery('english', array_to_string(groups, '&'));
begin
  if numnode(rank) > 0 then wish := wish || rank; end if;
  return query select c.card from (
      select l.card, ts_rank('{0.1,0.2,0.5,1}', l.headline, wish, 1) + least(l.sold, 1000) * 0.0001 + (case when l.available then 0.05 else 0 end) as fit
      from (select * from listings l where l.workspace_id = ws and l.currency = in_currency and l.headline @@ wish limit 400) l) c
    order by c.fit desc limit take;
end $$;

revoke execute on function find_listings(text, text[], uuid, uuid, boolean), search_page(text, text[], int), suggest_listings(text, text[], int), words_like(text[], text[]),
  plan_search(uuid, text[], text), weights_of(uuid, text[], text), near_words(uuid, text) from public;
grant execute on function find_listings(text, text[], uuid, uuid, boolean), search_page(text, text[], int), suggest_listings(text, text[], int), words_like(text[], text[]) to :app, :platform;
