-- The cascade of a sourcing need (逐级询源): city, circle, province, nation, abroad, each asked alone for a time that is data, each leaving
-- a receipt. A need and its cascade live in the buyer's city.

-- What sourcing goes by in a city, from a day on: time of each ring, quotas, what counts as price fishing.
create table sourcing_terms (
  city text not null,
  valid_from date not null,
  terms jsonb not null,
  by_name text not null,
  created_at timestamptz not null,
  primary key (city, valid_from)
);

create table cascade (
  city text not null,
  need_id uuid not null,
  asker_id uuid not null,
  -- the outermost ring that is asked now
  ring text not null check (ring in ('city', 'circle', 'province', 'nation', 'abroad')),
  ring_since timestamptz not null,
  urgent boolean not null,
  held_at timestamptz,
  held_code text check (held_code in ('local-only', 'in-talks', 'being-changed', 'other')),
  held_by_name text,
  -- the need ended, or the last ring had its time
  ended_at timestamptz,
  demo boolean not null default false,
  primary key (city, need_id),
  check ((held_at is null) = (held_code is null)),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);

-- What falls due in a cascade: a ring is asked, or the last one has had its time. A row fires once: in the transaction that writes what
-- follows from it.
create table cascade_timer (
  city text not null,
  need_id uuid not null,
  kind text not null check (kind in ('circle', 'province', 'nation', 'abroad', 'end')),
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (city, need_id, kind),
  foreign key (city, need_id) references cascade (city, need_id)
);
create index cascade_timer_due on cascade_timer (city, due_at) where fired_at is null;

-- The account of one ring, written when its time is over and never changed: who was asked, who answered, who did not and why.
create table cascade_receipt (
  city text not null,
  need_id uuid not null,
  ring text not null check (ring in ('city', 'circle', 'province', 'nation', 'abroad')),
  asker_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  closed_by text not null check (closed_by in ('time', 'nobody', 'full', 'short', 'by-hand', 'chosen', 'withdrawn', 'expired')),
  -- of a widening by hand: its coded reason and who did it
  hand_code text check (hand_code in ('cannot-wait', 'special-make', 'compare', 'quality', 'other')),
  hand_name text,
  asked integer not null,
  quoted integer not null,
  declined integer not null,
  silent integer not null,
  passed_over integer not null,
  -- each supplier: id, name, outcome, coded reason, when it answered
  suppliers jsonb not null,
  primary key (city, need_id, ring),
  foreign key (city, need_id) references cascade (city, need_id),
  foreign key (city, asker_id) references organisation (city, id)
);

alter table sourcing_terms enable row level security;
alter table sourcing_terms force row level security;
create policy sourcing_terms_read on sourcing_terms for select using (city = zhitong_city());
create policy sourcing_terms_insert on sourcing_terms for insert with check (city = zhitong_city() and zhitong_trusted());

-- the buyer and the bureau read it; only the platform itself writes it, so that no receipt is anybody's own word
alter table cascade enable row level security;
alter table cascade force row level security;
create policy cascade_read on cascade for select using (
  city = zhitong_city() and (zhitong_trusted() or asker_id = zhitong_organisation()));
create policy cascade_insert on cascade for insert with check (city = zhitong_city() and zhitong_system());
create policy cascade_update on cascade for update using (city = zhitong_city() and zhitong_system());

alter table cascade_timer enable row level security;
alter table cascade_timer force row level security;
create policy cascade_timer_read on cascade_timer for select using (
  city = zhitong_city()
  and exists (select 1 from cascade c where c.city = cascade_timer.city and c.need_id = cascade_timer.need_id));
create policy cascade_timer_insert on cascade_timer for insert with check (city = zhitong_city() and zhitong_system());
create policy cascade_timer_update on cascade_timer for update using (city = zhitong_city() and zhitong_system());

alter table cascade_receipt enable row level security;
alter table cascade_receipt force row level security;
create policy cascade_receipt_read on cascade_receipt for select using (
  city = zhitong_city() and (zhitong_trusted() or asker_id = zhitong_organisation()));
create policy cascade_receipt_insert on cascade_receipt for insert with check (city = zhitong_city() and zhitong_system());
