-- Words are stemmed in the language of the workspace, so that Kerze finds Kerzen and cheval finds chevaux.
--
-- Every word stands in the listings as it is as well, so a shop whose language is not known here is found as before.

create policy workspace_settings_search on workspace_settings for select to current_user using (true);

create or replace function search_language(ws uuid) returns regconfig language sql stable as $$
  select coalesce((select case split_part(lower(s.locale), '-', 1)
      when 'de' then 'german' when 'fr' then 'french' when 'es' then 'spanish' when 'it' then 'italian' when 'pt' then 'portuguese' when 'nl' then 'dutch'
      when 'sv' then 'swedish' when 'da' then 'danish' when 'nb' then 'norwegian' when 'nn' then 'norwegian' when 'no' then 'norwegian' when 'fi' then 'finnish'
      when 'hu' then 'hungarian' when 'ro' then 'romanian' when 'ru' then 'russian' when 'tr' then 'turkish' else 'english' end::regconfig
    from workspace_settings s where s.workspace_id = ws), 'english'::regconfig) $$;

create or replace function word_stem(spoken regconfig, word text) returns text language sql stable parallel safe
  return coalesce((ts_lexize((spoken::text || '_stem')::regdictionary, word))[1], word);

-- As in 0010_search.sql and 0001_discovery.sql, in any language.
create or replace function listing_headline(spoken regconfig, title text, kind text, about text, codes text) returns tsvector language sql immutable parallel safe
  return setweight(to_tsvector(spoken, words_of(title)), 'A') || setweight(to_tsvector(spoken, words_of(kind)), 'B') || setweight(to_tsvector(spoken, words_of(about)), 'C') || to_tsvector(spoken, words_of(codes));

create or replace function listing_document(spoken regconfig, title text, brand text, codes text, about text, html text) returns tsvector language sql immutable parallel safe
  return strip(to_tsvector(spoken, words_of(concat_ws(' ', title, brand, about))) || to_tsvector('simple', words_of(concat_ws(' ', title, brand, about)))
    || to_tsvector('simple', words_of(codes)) || to_tsvector(spoken, words_of(plain_text(html))));

-- The functions of 0010_search.sql ask in that language; each looks it up once.
do $do$
declare
  source text;
begin
  source := pg_get_functiondef('words_like(text[], text[])'::regprocedure);
  execute replace(replace(source, 'declare ws uuid := required_workspace();', 'declare ws uuid := required_workspace(); spoken regconfig := search_language(ws);'), 'word_stem(t)', 'word_stem(spoken, t)');
  source := pg_get_functiondef('weights_of(uuid, text[], text)'::regprocedure);
  execute replace(replace(replace(source, 'with house as (select greatest(', 'with house as (select search_language(ws) as spoken, greatest('), 'word_stem(part)', 'word_stem(house.spoken, part)'), '''english''', 'house.spoken');
  source := pg_get_functiondef('plan_search(uuid, text[], text)'::regprocedure);
  execute replace(source, '''english''', 'search_language(ws)');
  source := pg_get_functiondef('suggest_listings(text, text[], int)'::regprocedure);
  execute replace(source, '''english''', 'search_language(ws)');
end $do$;
