-- Sheets of people, offers and matters beside those of organisations.

-- In which role somebody sent a sheet in: what its rows may do is what that role may do one by one. Until now the bureau alone.
alter table import_job add column role text not null default 'operator';

-- A second thing the row makes: the person behind a post, the first term of a matter.
alter table import_row add column also_id uuid;
create index import_row_also on import_row (city, also_id);

-- What an import made beside its target can go away with it, by the undo of that import and by nothing else.
create function zhitong_import_entered(of_city text, of_also uuid) returns boolean language sql stable
  return zhitong_system() and exists (
    select 1 from import_row r join import_job j on j.city = r.city and j.id = r.job_id
    where r.city = of_city and r.also_id = of_also and r.action = 'create' and j.state = 'taken');

create policy post_undo on post for delete using (city = zhitong_city() and zhitong_import_made(city, id));
create policy person_undo on person for delete using (city = zhitong_city() and zhitong_import_entered(city, id));
create policy person_phone_undo on person_phone for delete
  using (city = zhitong_city() and zhitong_import_entered(city, person_id));
create policy duty_undo on duty for delete using (city = zhitong_city() and zhitong_import_made(city, id));
create policy duty_term_undo on duty_term for delete using (city = zhitong_city() and zhitong_import_made(city, duty_id));
