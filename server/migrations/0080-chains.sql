-- A chain is drawn in versions; what firms buy is the price of its gaps; what became of a link is kept by date.

create table chain (
  city text not null,
  id uuid not null,
  -- short and lasting, for links and files: `carbon-fibre`
  slug text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  primary key (city, id),
  unique (city, slug)
);

create table chain_version (
  city text not null,
  chain_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'review', 'published')),
  content jsonb not null,
  -- half-open; null: no end named
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  -- counts every change; an editor names the one it has seen
  edition integer not null default 1 check (edition > 0),
  written_at timestamptz not null,
  written_by text not null,
  primary key (city, chain_id, number),
  foreign key (city, chain_id) references chain (city, id)
);

create table purchase (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  product_id text not null,
  fen_a_year bigint not null check (fen_a_year > 0),
  -- a year; null: not said
  quantity double precision check (quantity > 0),
  unit text,
  -- prefecture of GB/T 2260, or the two letters of a country; null: not known
  origin text check (origin ~ '^([0-9]{6}|[A-Z]{2})$'),
  as_of date not null,
  note text,
  level text not null check (level in ('declared', 'confirmed')),
  -- the invoice or contract the bureau has seen, who saw it, and when
  evidence text,
  verified_by text,
  verified_at timestamptz,
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by text not null,
  -- of the last change; an editor names the one it has seen
  edition integer not null default 1 check (edition > 0),
  withdrawn_at timestamptz,
  primary key (city, id),
  check ((quantity is null) = (unit is null)),
  check ((level = 'confirmed') = (evidence is not null)),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index purchase_organisation on purchase (city, organisation_id, product_id);
create index purchase_product on purchase (city, product_id) where withdrawn_at is null;

-- The class of a link from one instant to the next: what was a gap in January, and what closed it.
create table gap_state (
  city text not null,
  chain_id uuid not null,
  product_id text not null,
  since timestamptz not null,
  -- null: still so
  until timestamptz,
  class text not null,
  causes jsonb not null,
  -- what changed it: the event of the log, and the row it is about
  changed_by jsonb,
  primary key (city, chain_id, product_id, since),
  foreign key (city, chain_id) references chain (city, id)
);
create unique index gap_state_now on gap_state (city, chain_id, product_id) where until is null;

alter table chain enable row level security;
alter table chain force row level security;
create policy chain_read on chain for select using (city = zhitong_city() and (zhitong_trusted() or zhitong_organisation() is not null));
create policy chain_insert on chain for insert with check (city = zhitong_city() and zhitong_trusted());
-- also what a lock asks for: of two nodes that diagnose the same chain one waits
create policy chain_update on chain for update using (city = zhitong_city() and zhitong_trusted());

alter table chain_version enable row level security;
alter table chain_version force row level security;
-- everybody of the city reads what is published, who draws reads drafts too
create policy chain_version_read on chain_version for select using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_organisation() is not null and state = 'published')));
create policy chain_version_insert on chain_version for insert with check (city = zhitong_city() and zhitong_trusted());
create policy chain_version_update on chain_version for update using (city = zhitong_city() and zhitong_trusted());

alter table purchase enable row level security;
alter table purchase force row level security;
create policy purchase_own on purchase for select using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy purchase_insert on purchase for insert with check (
  city = zhitong_city() and (zhitong_trusted() or (organisation_id = zhitong_organisation() and level = 'declared')));
-- what is changed by the firm is its own word again
create policy purchase_update on purchase for update using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()))
  with check (city = zhitong_city() and (zhitong_trusted() or (organisation_id = zhitong_organisation() and level = 'declared')));

alter table gap_state enable row level security;
alter table gap_state force row level security;
-- the row names what changed it, a firm's need or deal among them: what everybody may know of it the server says
create policy gap_state_read on gap_state for select using (city = zhitong_city() and zhitong_trusted());
create policy gap_state_insert on gap_state for insert with check (city = zhitong_city() and zhitong_system());
create policy gap_state_update on gap_state for update using (city = zhitong_city() and zhitong_system());
