-- Files people hand in, kept beside the rows they belong to (ADR 0010): a file and its row are there together or not at all.
create table stored_file (
  city text not null,
  id uuid not null,
  kind text not null check (kind in ('evidence', 'import-upload', 'import-errors')),
  -- null: of a person who holds no post yet
  organisation_id uuid,
  person_id uuid not null,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_at timestamptz not null,
  primary key (city, id)
);
create index stored_file_person on stored_file (city, person_id, stored_at);

-- The bytes, apart: a list of files never reads them.
create table stored_content (
  city text not null,
  file_id uuid not null,
  content bytea not null,
  primary key (city, file_id),
  foreign key (city, file_id) references stored_file (city, id)
);

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_read on stored_file for select using (
  city = zhitong_city()
  and (zhitong_trusted() or organisation_id = zhitong_organisation()
       or (organisation_id is null and person_id = zhitong_person())));
-- nobody hands in a file in another's name
create policy stored_file_insert on stored_file for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (person_id = zhitong_person()
       and (organisation_id is null or organisation_id = zhitong_organisation()))));

-- whoever may see the row of a file may see its bytes: the policy of stored_file decides inside this one
alter table stored_content enable row level security;
alter table stored_content force row level security;
create policy stored_content_read on stored_content for select using (
  city = zhitong_city()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id));
create policy stored_content_insert on stored_content for insert with check (
  city = zhitong_city()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id));
