-- Regions are reference data; organisations, people and posts belong to a city.

create table region (
  code text primary key,
  name text not null,
  level text not null check (level in ('province', 'prefecture', 'county', 'zone')),
  parent text,
  valid_from date,
  valid_to date,
  replaced_by text,
  longitude double precision,
  latitude double precision,
  approximate boolean not null default false
);
create index region_parent on region (parent);

-- A city circle (胶东 …): which prefectures count as near.
create table circle_city (
  circle text not null,
  name text not null,
  city text not null,
  primary key (circle, city)
);

create table organisation (
  city text not null,
  id uuid not null,
  kind text not null check (kind in ('department', 'bank', 'university', 'centre', 'enterprise', 'alliance')),
  name text not null,
  short_name text,
  name_en text,
  credit_code text,
  parent_id uuid,
  region text,
  registered_address text,
  working_address text,
  industry text,
  size text,
  duty text,
  source text not null,
  as_of date not null,
  demo boolean not null default false,
  external_code text,
  created_at timestamptz not null,
  primary key (city, id),
  foreign key (city, parent_id) references organisation (city, id)
);
create index organisation_name on organisation (city, name);
create index organisation_parent on organisation (city, parent_id);

-- Contact data opens by rule only, so it has a table and a policy of its own.
create table organisation_contact (
  city text not null,
  organisation_id uuid not null,
  name text not null,
  phone text not null,
  primary key (city, organisation_id),
  foreign key (city, organisation_id) references organisation (city, id)
);

-- Unique across cities (house §5.4): claimed in the transaction that uses the value.
create table credit_code (
  code text primary key,
  city text not null,
  organisation_id uuid not null
);
create table external_code (
  code text primary key,
  city text not null,
  organisation_id uuid not null
);

create table person (
  city text not null,
  id uuid not null,
  name text not null,
  demo boolean not null default false,
  preferences jsonb not null default '{}',
  primary key (city, id)
);

create table post (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  primary key (city, id),
  foreign key (city, person_id) references person (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index post_person on post (city, person_id);

-- From the account that signed in to the person and the city it belongs to.
create table sign_in (
  user_id text primary key,
  city text not null,
  person_id uuid not null
);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_city on organisation using (city = zhitong_city());

alter table organisation_contact enable row level security;
alter table organisation_contact force row level security;

alter table person enable row level security;
alter table person force row level security;
create policy person_city on person using (city = zhitong_city());

alter table post enable row level security;
alter table post force row level security;
create policy post_city on post using (city = zhitong_city());
