-- Where the open workspace is: a bare date in a list's filter means that day there.
create or replace function workspace_time_zone() returns text language sql stable parallel safe
return coalesce((select time_zone from workspace_settings limit 1), 'UTC');
