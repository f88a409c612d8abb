-- The text a list is searched by: all parts in lower case, a line each, so that no word reaches over two of them.
create or replace function text_to_search(variadic parts text[]) returns text language sql immutable parallel safe
  return lower(array_to_string(parts, chr(10)));

-- array_to_string() is called stable for the sake of types whose text depends on settings; texts are always the same.
create or replace function tags_text(tags text[]) returns text language sql immutable parallel safe
  return array_to_string(tags, ', ');
