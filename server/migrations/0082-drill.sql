-- The N-1 drill of the chains: how long until a chain stops when one source is gone, against how long until it is replaced.

-- how long a firm usually takes from an order to the goods is part of what it publishes: null: not said
alter table offer_search add column lead_days integer check (lead_days >= 0);
-- an owner who is no superuser reads and writes past the policies only while they are not forced
alter table offer_search no force row level security;
alter table offer no force row level security;
update offer_search s set lead_days = o.lead_days from offer o
  where o.city = s.city and o.id = s.offer_id and o.lead_days is not null;
alter table offer_search force row level security;
alter table offer force row level security;

-- What the drill assumes in a city, from a day on; data (data/drill-rules).
create table drill_rules (
  city text not null,
  valid_from date not null,
  rules jsonb not null,
  by_name text not null,
  created_at timestamptz not null,
  primary key (city, valid_from)
);

-- The last drill of each chain: of the night, or the first one after a start.
create table chain_drill (
  city text not null,
  chain_id uuid not null,
  at timestamptz not null,
  took_ms bigint not null,
  -- how many sources were taken out, and without how many of them the chain stops before they are replaced
  firms integer not null,
  regions integer not null,
  red integer not null,
  outcomes jsonb not null,
  primary key (city, chain_id),
  foreign key (city, chain_id) references chain (city, id)
);

alter table drill_rules enable row level security;
alter table drill_rules force row level security;
create policy drill_rules_read on drill_rules for select using (city = zhitong_city());
create policy drill_rules_insert on drill_rules for insert with check (city = zhitong_city() and zhitong_trusted());
create policy drill_rules_update on drill_rules for update using (city = zhitong_city() and zhitong_trusted());

alter table chain_drill enable row level security;
alter table chain_drill force row level security;
-- the outcomes say where few firms buy: what everybody may know of them the server says
create policy chain_drill_read on chain_drill for select using (city = zhitong_city() and zhitong_trusted());
create policy chain_drill_insert on chain_drill for insert with check (city = zhitong_city() and zhitong_system());
create policy chain_drill_update on chain_drill for update
  using (city = zhitong_city() and zhitong_system())
  with check (city = zhitong_city() and zhitong_system());
