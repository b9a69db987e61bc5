-- Whose post a transaction runs in: beside city, viewer and organisation now also the role of the post and the person.
create function zhitong_role() returns text language sql stable
  return nullif(current_setting('zhitong.role', true), '');
create function zhitong_person() returns uuid language sql stable
  return nullif(current_setting('zhitong.person', true), '')::uuid;

-- Who did what, why, before and after, from where. Written in the transaction of the change and never touched again: the sealer
-- numbers and chains what is committed, as in the event log.
create table audit_entry (
  city text not null,
  id uuid not null,
  position bigint,
  at timestamptz not null,
  -- null: the system itself
  actor_person uuid,
  actor_name text not null,
  actor_role text,
  actor_organisation uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  why text,
  before jsonb,
  after jsonb,
  address text,
  request_id text,
  hash text,
  primary key (city, id),
  unique (city, position)
);
create index audit_entry_unsealed on audit_entry (city, at, id) where position is null;
create index audit_entry_subject on audit_entry (city, subject_kind, subject_id);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_read on audit_entry for select using (
  city = zhitong_city() and (zhitong_system() or zhitong_role() = 'audit-administrator'));
-- nobody writes in another's name
create policy audit_entry_append on audit_entry for insert with check (
  city = zhitong_city() and position is null and actor_person is not distinct from zhitong_person());
create policy audit_entry_seal on audit_entry for update
  using (city = zhitong_city() and zhitong_system() and position is null)
  with check (city = zhitong_city());
