-- The log of superadmins is only ever added to.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace trigger superadmin_entries_stay before update or delete on superadmin_entries for each row execute function refuse_change();
