-- An entry has a part that its reader sees, and a confidential part of which the chain holds only a salted digest (ADR 0014).

alter table audit_entry
  -- how its hash is computed; entries of the releases before are of the first form and keep verifying
  add column format smallint not null default 1 check (format in (1, 2)),
  -- SM3 of salt and confidential part; null: nothing of it is confidential
  add column digest text;

-- What an entry keeps from its reader. Written with the entry, never changed, read by nobody but the system: to prove the digest.
create table audit_confidential (
  city text not null,
  entry_id uuid not null,
  -- 128 random bits, so that nobody finds a price by hashing every price
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  said text not null,
  primary key (city, entry_id),
  foreign key (city, entry_id) references audit_entry (city, id)
);
alter table audit_confidential enable row level security;
alter table audit_confidential force row level security;
create policy audit_confidential_read on audit_confidential for select using (city = zhitong_city() and zhitong_system());
create policy audit_confidential_append on audit_confidential for insert with check (city = zhitong_city());
