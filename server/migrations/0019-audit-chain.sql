-- The trail is chained (ADR 0003, with SM3), checked, and what a check found is kept.

-- Milliseconds, as they are hashed: nothing of a time may change unnoticed.
alter table audit_entry alter column at type timestamptz(3);
create index audit_entry_actor on audit_entry (city, actor_person, position);
create index audit_entry_action on audit_entry (city, action, position);

-- Last sealed position and hash of each city; the row lock makes one sealer at a time.
create table audit_head (
  city text not null,
  position bigint not null,
  hash text not null,
  primary key (city)
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_head_read on audit_head for select using (
  city = zhitong_city() and (zhitong_system() or zhitong_role() in ('audit-administrator', 'system-administrator')));
create policy audit_head_begin on audit_head for insert with check (city = zhitong_city() and zhitong_system());
create policy audit_head_seal on audit_head for update
  using (city = zhitong_city() and zhitong_system())
  with check (city = zhitong_city());

-- One row for each check of the whole chain; never changed. Later checks are held against the heads found here.
create table audit_check (
  city text not null,
  id uuid not null,
  at timestamptz(3) not null,
  -- null: the nightly run, or the command line
  by_person uuid,
  entries bigint not null,
  position bigint not null,
  hash text not null,
  unsealed bigint not null,
  -- null: intact; else why, and the first broken entry
  broken jsonb,
  took_ms bigint not null,
  primary key (city, id)
);
create index audit_check_at on audit_check (city, at);
alter table audit_check enable row level security;
alter table audit_check force row level security;
create policy audit_check_read on audit_check for select using (
  city = zhitong_city() and (zhitong_system() or zhitong_role() in ('audit-administrator', 'system-administrator')));
create policy audit_check_append on audit_check for insert with check (city = zhitong_city() and zhitong_system());
