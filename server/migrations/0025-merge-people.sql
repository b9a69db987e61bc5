-- A merge takes the people of both records along, the sources of the facts that were chosen, and the places in alliances. The split
-- takes away exactly what the merge wrote: a row that no merge noted as its own is deleted by nobody.

create function zhitong_merge_made(of_city text, of_table text, of_key text) returns boolean language sql stable
  return exists (
    select 1 from merge_move m
    where m.city = of_city and m.table_name = of_table and m.row_key = of_key and m.column_name = '*');

create policy post_split on post for delete using (
  city = zhitong_city() and zhitong_system() and zhitong_merge_made(city, 'post', id::text));
create policy organisation_fact_split on organisation_fact for delete using (
  city = zhitong_city() and zhitong_system()
  and zhitong_merge_made(city, 'organisation_fact', organisation_id::text || '/' || field));

-- found by the row as well as by the merge
create index merge_move_row on merge_move (city, table_name, row_key);
