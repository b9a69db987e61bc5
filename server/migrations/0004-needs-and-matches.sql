-- A need, its matches, responses and rejections live in the buyer's city. A supplier reads its own copy (`opportunity`) in
-- its own city; it never opens the buyer's rows.

create table need (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('problem', 'funding', 'sourcing', 'technology')),
  text text not null,
  product_ids text[] not null,
  quantity jsonb,
  deadline date,
  place jsonb,
  certificates text[] not null,
  limits jsonb not null,
  state text not null check (state in ('open', 'chosen', 'withdrawn', 'expired')),
  -- widest tier the need has been opened to
  reach text not null,
  notes jsonb not null default '[]',
  model text,
  idempotency_key text not null,
  text_hash text not null,
  demo boolean not null default false,
  published_at timestamptz not null,
  closed_at timestamptz,
  primary key (city, id),
  unique (city, organisation_id, idempotency_key),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index need_organisation on need (city, organisation_id, published_at desc);
create index need_open on need (city, state) where state = 'open';

create table match (
  city text not null,
  id uuid not null,
  need_id uuid not null,
  buyer_id uuid not null,
  organisation_id uuid not null,
  organisation_city text not null,
  organisation_name text not null,
  organisation_region text,
  offer_id uuid not null,
  tier text not null,
  score double precision not null,
  parts jsonb not null,
  reasons jsonb not null,
  model text not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  shortlisted_at timestamptz,
  primary key (city, id),
  unique (city, need_id, organisation_id),
  foreign key (city, need_id) references need (city, id)
);

create table response (
  city text not null,
  id uuid not null,
  match_id uuid not null,
  need_id uuid not null,
  buyer_id uuid not null,
  organisation_id uuid not null,
  declined text,
  price_fen bigint,
  unit text,
  quantity double precision,
  lead_days integer,
  note text,
  person_id uuid,
  at timestamptz not null,
  primary key (city, id),
  unique (city, match_id),
  foreign key (city, match_id) references match (city, id)
);

create table rejection (
  city text not null,
  match_id uuid not null,
  need_id uuid not null,
  buyer_id uuid not null,
  organisation_id uuid not null,
  code text not null,
  note text,
  at timestamptz not null,
  primary key (city, match_id),
  foreign key (city, match_id) references match (city, id)
);

-- The supplier's copy, in the supplier's city.
create table opportunity (
  city text not null,
  match_id uuid not null,
  organisation_id uuid not null,
  need_city text not null,
  need_id uuid not null,
  buyer_id uuid not null,
  buyer_name text not null,
  need jsonb not null,
  offer_id uuid not null,
  tier text not null,
  score double precision not null,
  reasons jsonb not null,
  state text not null check (state in ('new', 'answered', 'declined', 'chosen', 'not-chosen', 'withdrawn', 'closed')),
  response jsonb,
  rejection jsonb,
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (city, match_id)
);
create index opportunity_organisation on opportunity (city, organisation_id, created_at desc);

-- Whose rows: both sides name themselves in the row, so a policy never has to open another table (but `need`).
alter table need enable row level security;
alter table need force row level security;
create policy need_own on need using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));

alter table match enable row level security;
alter table match force row level security;
create policy match_sides on match using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));

alter table response enable row level security;
alter table response force row level security;
create policy response_sides on response using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));

alter table rejection enable row level security;
alter table rejection force row level security;
create policy rejection_sides on rejection using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));

alter table opportunity enable row level security;
alter table opportunity force row level security;
create policy opportunity_own on opportunity using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
