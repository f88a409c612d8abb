-- file_usage follows files, whoever adds or removes one: one update a statement, in the same transaction.
create or replace function count_files() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into file_usage as u (workspace_id, bytes, files)
    select workspace_id, sum(bytes), count(*) from changed group by workspace_id order by workspace_id
    on conflict (workspace_id) do update set bytes = u.bytes + excluded.bytes, files = u.files + excluded.files;
  else
    -- A workspace that is being deleted has no row left; then there is nothing to count.
    update file_usage u set bytes = u.bytes - c.bytes, files = u.files - c.files
    from (select workspace_id, sum(bytes) as bytes, count(*) as files from changed group by workspace_id) c
    where u.workspace_id = c.workspace_id;
  end if;
  return null;
end $$;

create or replace trigger files_counted_in after insert on files referencing new table as changed for each statement execute function count_files();
create or replace trigger files_counted_out after delete on files referencing old table as changed for each statement execute function count_files();

-- Forced policies hide the rows even from the tables' owner.
alter table files no force row level security;
alter table file_usage no force row level security;
insert into file_usage (workspace_id, bytes, files)
select workspace_id, sum(bytes), count(*) from files group by workspace_id
on conflict (workspace_id) do update set bytes = excluded.bytes, files = excluded.files;
alter table files force row level security;
alter table file_usage force row level security;
