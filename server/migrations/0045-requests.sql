-- What belongs to a request of a firm: its files, a draft that outlives the tab, and the firm's grade at its end (好差评).

alter table stored_file drop constraint stored_file_kind_check;
alter table stored_file add constraint stored_file_kind_check
  check (kind in ('evidence', 'import-upload', 'import-errors', 'request-file'));

-- A file that was sent with a request, or added to it later.
create table request_file (
  city text not null,
  file_id uuid not null,
  need_id uuid not null,
  added_at timestamptz not null,
  primary key (city, file_id),
  foreign key (city, file_id) references stored_file (city, id),
  foreign key (city, need_id) references need (city, id)
);
create index request_file_need on request_file (city, need_id, added_at);

-- What somebody is writing: one draft a person and post's organisation, of the form that takes all four lists.
create table need_draft (
  city text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  -- confidential: text, list, corrections, files
  body jsonb not null,
  -- which kind of screen wrote it last, and a number that tells one device from another
  device text not null check (device in ('phone', 'desk')),
  device_key text not null,
  updated_at timestamptz not null,
  primary key (city, organisation_id, person_id),
  foreign key (city, organisation_id) references organisation (city, id),
  foreign key (city, person_id) references person (city, id)
);

-- One grade for each end of a case, by a link that works once. Who rated is not kept; the firm that asked is.
create table case_rating (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  need_id uuid not null,
  round integer not null,
  asker_id uuid not null,
  -- the body that answered for the case at its end
  body_id uuid not null,
  body_name text not null,
  -- null: no link is out
  token_hash text,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  -- 1 very dissatisfied … 5 very satisfied
  grade integer check (grade between 1 and 5),
  -- confidential: what was said with it
  said text,
  rated_at timestamptz,
  -- it came from the address from which the case was answered
  same_address boolean not null default false,
  primary key (city, id),
  unique (city, case_id, round),
  unique (city, token_hash),
  foreign key (city, case_id) references need_case (city, id),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, asker_id) references organisation (city, id),
  foreign key (city, body_id) references organisation (city, id)
);
create index case_rating_body on case_rating (city, body_id, rated_at) where rated_at is not null;
create index case_rating_at on case_rating (city, rated_at) where rated_at is not null;

-- whoever may read the case may read what came with it; only the firm that asked adds its own files
alter table request_file enable row level security;
alter table request_file force row level security;
create policy request_file_read on request_file for select using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = request_file.city and c.need_id = request_file.need_id));
-- asked inside a function: a policy that asked the policy of stored_file, which asks this one, would never end
create function zhitong_file_handed_in(of_city text, of_file uuid, by_organisation uuid) returns boolean language sql stable
  return exists (select 1 from stored_file f where f.city = of_city and f.id = of_file and f.kind = 'request-file'
                   and f.organisation_id = by_organisation);
create policy request_file_insert on request_file for insert with check (
  city = zhitong_city()
  and (zhitong_system() or (
    exists (select 1 from need_case c where c.city = request_file.city and c.need_id = request_file.need_id
              and c.asker_id = zhitong_organisation())
    and zhitong_file_handed_in(city, file_id, zhitong_organisation()))));
create policy stored_file_request on stored_file for select using (
  city = zhitong_city() and kind = 'request-file'
  and exists (select 1 from request_file r where r.city = stored_file.city and r.file_id = stored_file.id));
-- what was handed in and never sent goes after a day
create policy stored_file_unsent on stored_file for delete using (
  city = zhitong_city() and zhitong_system() and kind = 'request-file'
  and not exists (select 1 from request_file r where r.city = stored_file.city and r.file_id = stored_file.id));
create policy stored_content_unsent on stored_content for delete using (
  city = zhitong_city() and zhitong_system()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id
                and f.kind = 'request-file'
                and not exists (select 1 from request_file r where r.city = f.city and r.file_id = f.id)));
create index stored_file_request_kind on stored_file (city, stored_at) where kind = 'request-file';

-- a draft is read by whoever writes it, and by nobody else, the platform included
alter table need_draft enable row level security;
alter table need_draft force row level security;
create policy need_draft_own on need_draft using (
  city = zhitong_city() and person_id = zhitong_person() and organisation_id = zhitong_organisation());

-- handlers and the bureau see grades only as sums, which the platform makes
alter table case_rating enable row level security;
alter table case_rating force row level security;
create policy case_rating_read on case_rating for select using (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
create policy case_rating_insert on case_rating for insert with check (
  city = zhitong_city() and (zhitong_trusted() or asker_id = zhitong_organisation()));
create policy case_rating_update on case_rating for update using (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
