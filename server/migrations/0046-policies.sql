-- Policies (惠企政策) with their conditions as data, and what firms state of themselves for them (免申即享).
create table policy (
  city text not null,
  id uuid not null,
  title text not null,
  -- who answers for it
  body_id uuid not null,
  benefit text not null,
  -- document and number
  basis text not null,
  conditions jsonb not null,
  valid_from date not null,
  -- half-open; null: no end named
  valid_to date,
  source text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by text not null,
  primary key (city, id),
  foreign key (city, body_id) references organisation (city, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index policy_valid on policy (city, valid_from);

-- What only the firm knows. A newer statement takes the place of an older one; both stay.
create table firm_statement (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  fact text not null,
  value jsonb not null,
  as_of date not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);

create index firm_statement_fact on firm_statement (city, organisation_id, fact, at);

alter table policy enable row level security;
alter table policy force row level security;
create policy policy_read on policy for select using (city = zhitong_city());
create policy policy_insert on policy for insert with check (city = zhitong_city() and zhitong_trusted());
create policy policy_update on policy for update using (city = zhitong_city() and zhitong_trusted());

alter table firm_statement enable row level security;
alter table firm_statement force row level security;
create policy firm_statement_read on firm_statement for select using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy firm_statement_insert on firm_statement for insert with check (
  city = zhitong_city()
  and (zhitong_system() or (organisation_id = zhitong_organisation() and person_id = zhitong_person())));
