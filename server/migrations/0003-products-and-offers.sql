-- The product graph is reference data; an offer belongs to the city of its organisation.

create table product (
  id text primary key,
  name text not null,
  name_en text,
  unit text,
  source text not null check (source in ('hand', 'chainkg')),
  junk boolean not null default false
);
create index product_name on product (name);

create table product_alias (
  product_id text not null references product (id),
  name text not null,
  primary key (product_id, name)
);

create table product_relation (
  from_id text not null references product (id),
  to_id text not null references product (id),
  kind text not null check (kind in ('kind-of', 'made-from', 'substitute')),
  quantity double precision,
  quantity_unit text,
  weight double precision not null default 1,
  source text not null,
  primary key (from_id, to_id, kind)
);
create index product_relation_to on product_relation (to_id, kind);

-- Limits a buyer of the product usually states, so that the composer can ask for the one that is missing.
create table product_limit (
  product_id text not null references product (id),
  name text not null,
  unit text not null,
  op text not null,
  primary key (product_id, name)
);

create table offer (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  product_id text,
  product_text text not null,
  capacity jsonb,
  limits jsonb not null default '[]',
  certificates jsonb not null default '[]',
  -- confidential: what the firm usually asks; shown to nobody else
  price_fen bigint,
  price_unit text,
  lead_days integer,
  minimum_lot jsonb,
  source text not null check (source in ('declared', 'demo', 'imported')),
  demo boolean not null default false,
  state text not null default 'published' check (state in ('published', 'withdrawn')),
  revenue_share double precision,
  published_at timestamptz not null,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index offer_organisation on offer (city, organisation_id);
create index offer_product on offer (city, product_id);

-- The narrow published projection, the one table readable across cities (house §5.5). Keyed by the offer's own city, so it
-- is written in the offer's transaction.
create table offer_search (
  city text not null,
  offer_id uuid not null,
  organisation_id uuid not null,
  organisation_name text not null,
  external_code text,
  region text,
  product_id text,
  product_text text not null,
  capacity jsonb,
  limits jsonb not null,
  certificates jsonb not null,
  source text not null,
  revenue_share double precision,
  deliveries integer not null default 0,
  on_time integer not null default 0,
  primary key (city, offer_id)
);
create index offer_search_organisation on offer_search (city, organisation_id);
create index offer_search_product on offer_search (product_id);

alter table offer enable row level security;
alter table offer force row level security;
create policy offer_own on offer using (
  city = zhitong_city()
  and (zhitong_trusted()
       or organisation_id = zhitong_organisation()));

alter table offer_search enable row level security;
alter table offer_search force row level security;
create policy offer_search_read on offer_search for select using (true);
create policy offer_search_insert on offer_search for insert with check (city = zhitong_city());
create policy offer_search_update on offer_search for update using (city = zhitong_city());
create policy offer_search_delete on offer_search for delete using (city = zhitong_city());
