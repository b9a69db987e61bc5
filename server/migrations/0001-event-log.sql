-- The event log and its sealer (house §5.11–12, ADR 0003).
-- A writer inserts its event in the transaction of the change, with no position. The sealer of the city numbers committed
-- rows without gaps and chains their hashes. Cursors are positions, so a cursor can never pass an open transaction.

create table event (
  city text not null,
  id uuid not null,
  position bigint,
  type text not null,
  subject_id uuid not null,
  -- organisations that may read it and are told of it; the bureau reads all
  audience uuid[] not null,
  actor_id uuid,
  payload jsonb not null,
  at timestamptz not null,
  hash text,
  primary key (city, id),
  unique (city, position)
);
create index event_unsealed on event (city, at, id) where position is null;
create index event_audience on event using gin (audience);

-- Last sealed position and hash of each city; the row lock makes one sealer at a time.
create table event_head (
  city text not null,
  position bigint not null,
  hash text not null,
  primary key (city)
);

-- How far a follower (matching, delivery …) has worked through the log of a city.
create table event_follower (
  city text not null,
  name text not null,
  position bigint not null,
  primary key (city, name)
);

-- How far an organisation has read its inbox.
create table inbox_mark (
  city text not null,
  organisation_id uuid not null,
  position bigint not null,
  primary key (city, organisation_id)
);

-- The context of a transaction, set by literal SET LOCAL: zhitong.city, zhitong.viewer ('system' | 'bureau' | 'organisation')
-- and zhitong.organisation. Outside a context every one of these is null and nothing is seen.
create function zhitong_city() returns text language sql stable
  return current_setting('zhitong.city', true);
create function zhitong_organisation() returns uuid language sql stable
  return nullif(current_setting('zhitong.organisation', true), '')::uuid;
create function zhitong_trusted() returns boolean language sql stable
  return current_setting('zhitong.viewer', true) in ('system', 'bureau');
create function zhitong_system() returns boolean language sql stable
  return current_setting('zhitong.viewer', true) = 'system';

alter table event enable row level security;
alter table event force row level security;
create policy event_read on event for select using (
  city = zhitong_city() and (zhitong_trusted() or audience @> array[zhitong_organisation()]));
create policy event_append on event for insert with check (city = zhitong_city());
-- Only the sealer updates, and only rows that have no position yet: a sealed row cannot be rewritten.
create policy event_seal on event for update
  using (city = zhitong_city() and zhitong_system() and position is null)
  with check (city = zhitong_city());

alter table event_head enable row level security;
alter table event_head force row level security;
create policy event_head_system on event_head using (city = zhitong_city() and zhitong_system());

alter table event_follower enable row level security;
alter table event_follower force row level security;
create policy event_follower_system on event_follower using (city = zhitong_city() and zhitong_system());

alter table inbox_mark enable row level security;
alter table inbox_mark force row level security;
create policy inbox_mark_own on inbox_mark using (city = zhitong_city() and organisation_id = zhitong_organisation());
