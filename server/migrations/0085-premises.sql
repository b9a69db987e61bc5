-- Plots of land and plants where somebody can settle (载体资源), entered by the body of a district with source and day.
create table premises (
  city text not null,
  id uuid not null,
  body_id uuid not null,
  body_name text not null,
  -- the district it lies in
  region text not null,
  kind text not null check (kind in ('land', 'plant')),
  name text not null,
  state text not null check (state in ('free', 'held', 'taken')),
  area double precision check (area > 0),
  area_unit text check (area_unit in ('mu', 'm2')),
  power_kv double precision check (power_kv > 0),
  power_kw double precision check (power_kw > 0),
  water double precision check (water > 0),
  floor_load double precision check (floor_load > 0),
  exhaust boolean,
  note text,
  source text not null,
  as_of date not null,
  -- of the last change; an editor names the one it has seen
  edition integer not null default 1 check (edition > 0),
  written_at timestamptz not null,
  written_by text not null,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, body_id, name),
  foreign key (city, body_id) references organisation (city, id),
  check ((area is null) = (area_unit is null)),
  check (kind = 'plant' or (floor_load is null and exhaust is null))
);
create index premises_state on premises (city, state, region);

alter table premises enable row level security;
alter table premises force row level security;
create policy premises_read on premises for select using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() in ('investment-officer', 'chief-office')));
create policy premises_insert on premises for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'investment-officer' and body_id = zhitong_organisation())));
create policy premises_update on premises for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'investment-officer' and body_id = zhitong_organisation())));
