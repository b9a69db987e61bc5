-- A policy is written as a paper (文稿): draft, published in versions, ended. What is in force stands in `policy`; firms read only that.
alter table policy
  -- counts publications; what a firm was told, it was told of a version
  add column version integer not null default 1 check (version > 0),
  -- of the source document, e.g. 威政发〔2026〕1 号
  add column document_number text;

create table policy_paper (
  city text not null,
  -- of the policy, once it is published
  id uuid not null,
  body_id uuid not null,
  -- as it is written now; what is in force may still be an earlier version
  content jsonb not null,
  state text not null check (state in ('draft', 'published', 'revised', 'ended')),
  -- counts every change; an editor names the one it has seen
  edition integer not null check (edition > 0),
  -- 0: never published
  version integer not null check (version >= 0),
  written_at timestamptz not null,
  written_by text not null,
  primary key (city, id),
  foreign key (city, body_id) references organisation (city, id)
);
create index policy_paper_body on policy_paper (city, body_id);

-- What was done to a paper, by whom, and what it said from then on.
create table policy_change (
  city text not null,
  policy_id uuid not null,
  edition integer not null,
  deed text not null check (deed in ('drafted', 'changed', 'published', 'ended')),
  version integer not null,
  body_id uuid not null,
  content jsonb not null,
  person_id uuid,
  person_name text not null,
  organisation_name text not null,
  at timestamptz not null,
  primary key (city, policy_id, edition),
  foreign key (city, policy_id) references policy_paper (city, id)
);

-- That a firm was told of a version of a policy: once that it qualifies, once which single fact is missing.
create table policy_told (
  city text not null,
  policy_id uuid not null,
  version integer not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('fits', 'lacks')),
  -- of `lacks`
  fact text,
  at timestamptz not null,
  primary key (city, policy_id, version, organisation_id, kind),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index policy_told_firm on policy_told (city, organisation_id);

-- policies that were entered before there were papers
insert into policy_paper (city, id, body_id, content, state, edition, version, written_at, written_by)
select city, id, body_id,
       jsonb_build_object('title', title, 'bodyId', body_id, 'benefit', benefit, 'basis', basis, 'documentNumber', null,
                          'validFrom', valid_from, 'validTo', valid_to, 'conditions', conditions),
       'published', 1, 1, created_at, created_by
from policy;

-- the bureau writes for every body, a body for itself
drop policy policy_insert on policy;
create policy policy_insert on policy for insert with check (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));
drop policy policy_update on policy;
create policy policy_update on policy for update using (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));

alter table policy_paper enable row level security;
alter table policy_paper force row level security;
create policy policy_paper_read on policy_paper for select using (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));
create policy policy_paper_insert on policy_paper for insert with check (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));
create policy policy_paper_update on policy_paper for update using (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));

alter table policy_change enable row level security;
alter table policy_change force row level security;
create policy policy_change_read on policy_change for select using (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));
create policy policy_change_insert on policy_change for insert with check (
  city = zhitong_city() and (zhitong_trusted() or (body_id = zhitong_organisation() and zhitong_role() = 'handler')));

alter table policy_told enable row level security;
alter table policy_told force row level security;
create policy policy_told_read on policy_told for select using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy policy_told_insert on policy_told for insert with check (city = zhitong_city() and zhitong_system());
