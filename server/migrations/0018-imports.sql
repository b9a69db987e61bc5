-- Sheets brought in (导入). A job is one file; its rows stand here checked, and nothing of them is anywhere else before the person
-- says so. What a row changed is kept, so that the whole import can be undone.
create table import_job (
  city text not null,
  id uuid not null,
  kind text not null check (kind in ('organisations', 'people', 'offers', 'duties')),
  organisation_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  file_id uuid not null,
  file_name text not null,
  language text not null,
  state text not null check (state in ('checking', 'checked', 'refused', 'taken', 'discarded', 'undone')),
  -- groups of findings mended at once
  fixes text[] not null default '{}',
  -- rows of data in the file, and how many of them have been checked so far
  rows integer not null default 0,
  done integer not null default 0,
  accepted integer not null default 0,
  rejected integer not null default 0,
  -- what is wrong, by group: heading, count, an example
  groups jsonb not null default '[]',
  -- headings of the file that the template does not know
  ignored text[] not null default '{}',
  -- in which column of the file each column of the template stands
  places jsonb not null default '{}',
  -- the row of headings
  heading_line integer not null default 1,
  -- why the file as a whole was not taken
  refusal jsonb,
  created integer not null default 0,
  changed integer not null default 0,
  -- rows an undo had to leave because others have built on them
  kept integer not null default 0,
  made_at timestamptz not null,
  -- by the process that checks it: a job nobody touches is taken up again
  touched_at timestamptz not null,
  taken_at timestamptz,
  ended_at timestamptz,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index import_job_organisation on import_job (city, organisation_id, made_at);
create index import_job_state on import_job (city, state, touched_at);

create table import_row (
  city text not null,
  job_id uuid not null,
  line integer not null,
  -- of the thing the row makes or changes
  target_id uuid,
  action text not null check (action in ('create', 'change', 'none')),
  -- the cells as they were shown, by column
  shown jsonb not null,
  value jsonb not null,
  findings jsonb not null,
  groups text[] not null,
  -- the one in the library that it looks like: its id and name
  alike jsonb,
  -- what the person said of a look-alike: the id of the one it is, or `new`
  answer text,
  -- the fields a change replaced, and the version it left behind
  before jsonb,
  primary key (city, job_id, line),
  foreign key (city, job_id) references import_job (city, id)
);
create index import_row_target on import_row (city, target_id);

alter table import_job enable row level security;
alter table import_job force row level security;
create policy import_job_read on import_job for select using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy import_job_insert on import_job for insert with check (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy import_job_update on import_job for update using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));

-- whoever may see the job may see its rows: the policy of import_job decides inside these
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_read on import_row for select using (
  city = zhitong_city() and (zhitong_trusted() or exists (
    select 1 from import_job j where j.city = import_row.city and j.id = import_row.job_id)));
create policy import_row_insert on import_row for insert with check (city = zhitong_city() and zhitong_trusted());
create policy import_row_update on import_row for update using (
  city = zhitong_city() and (zhitong_trusted() or exists (
    select 1 from import_job j where j.city = import_row.city and j.id = import_row.job_id)));
create policy import_row_delete on import_row for delete using (city = zhitong_city() and zhitong_system());

-- A file that was imported is kept seven days.
create policy stored_file_expire on stored_file for delete using (
  city = zhitong_city() and zhitong_system() and kind = 'import-upload');
create policy stored_content_expire on stored_content for delete using (
  city = zhitong_city() and zhitong_system()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id
                and f.kind = 'import-upload'));

-- What an import made, and nothing else, can be taken away again: by the undo of that import.
create function zhitong_import_made(of_city text, of_target uuid) returns boolean language sql stable
  return zhitong_system() and exists (
    select 1 from import_row r join import_job j on j.city = r.city and j.id = r.job_id
    where r.city = of_city and r.target_id = of_target and r.action = 'create' and j.state = 'taken');

create policy organisation_undo on organisation for delete
  using (city = zhitong_city() and zhitong_import_made(city, id));
create policy organisation_contact_undo on organisation_contact for delete
  using (city = zhitong_city() and zhitong_import_made(city, organisation_id));
create policy organisation_change_undo on organisation_change for delete
  using (city = zhitong_city() and zhitong_import_made(city, organisation_id));
create policy organisation_fact_undo on organisation_fact for delete
  using (city = zhitong_city() and zhitong_import_made(city, organisation_id));
