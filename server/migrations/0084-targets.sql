-- Targets (招商线索): a firm or partner institution elsewhere that the city wants to win. What a target is now is folded from its steps; the
-- row keeps the fold and what a list needs, and a test compares the two. Confidential: no firm ever reads a row of these tables.

-- One row a city: whoever registers holds it, so that of two who register one firm at once the second sees the first. It numbers them too.
create table target_book (
  city text not null,
  last integer not null check (last >= 0),
  primary key (city)
);

create table investment_target (
  city text not null,
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('firm', 'institute', 'university', 'fund', 'other')),
  -- in the register, of whatever city; null: only named. The name is that of the day it was registered
  organisation_id uuid,
  organisation_city text,
  firm_name text not null,
  -- GB/T 2260; null: not known
  firm_region text,
  -- the gap it would close; null: none named
  chain_id uuid,
  product_id text,
  owner_body_id uuid not null,
  owner_body_name text not null,
  owner_post_id uuid not null,
  owner_name text not null,
  -- other bodies that take part
  participant_ids uuid[] not null default '{}',
  status text not null
    check (status in ('lead', 'contacted', 'visited', 'negotiating', 'signed', 'started', 'producing', 'lost', 'joined')),
  stage_since timestamptz not null,
  next text,
  due date,
  -- the end of that day, and when its light turns yellow
  due_at timestamptz,
  yellow_at timestamptz,
  loss text,
  -- the target this record is one with
  into_id uuid,
  over_at timestamptz,
  -- kept as a second record though it looked like this one, and why
  alike_id uuid,
  alike_reason text,
  -- what the firm wishes of its premises
  wish jsonb,
  state jsonb not null,
  seq integer not null check (seq > 0),
  registered_at timestamptz not null,
  registered_by text not null,
  idempotency_key text,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, number),
  foreign key (city, chain_id) references chain (city, id),
  foreign key (city, owner_body_id) references organisation (city, id),
  foreign key (city, into_id) references investment_target (city, id),
  foreign key (city, alike_id) references investment_target (city, id),
  check ((organisation_id is null) = (organisation_city is null)),
  check ((chain_id is null) = (product_id is null)),
  check ((due is null) = (due_at is null) and (due is null) = (yellow_at is null)),
  check ((alike_id is null) = (alike_reason is null)),
  check ((status in ('producing', 'lost', 'joined')) = (over_at is not null)),
  check ((status = 'lost') = (loss is not null)),
  check ((status = 'joined') = (into_id is not null))
);
-- one open target of a firm, unless somebody gave the reason for a second one
create unique index investment_target_organisation on investment_target (city, organisation_id)
  where over_at is null and alike_id is null and organisation_id is not null;
create unique index investment_target_name on investment_target (city, firm_name) where over_at is null and alike_id is null;
create unique index investment_target_key on investment_target (city, idempotency_key) where idempotency_key is not null;
create index investment_target_gap on investment_target (city, chain_id, product_id);
create index investment_target_due on investment_target (city, due_at) where over_at is null;
create index investment_target_owner on investment_target (city, owner_body_id);

create table target_step (
  city text not null,
  target_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at timestamptz not null,
  -- where the target stands from this step on
  status text not null,
  person_id uuid,
  person_name text not null,
  body_id uuid not null,
  body_name text not null,
  action jsonb not null,
  note text,
  reason text,
  idempotency_key text,
  primary key (city, target_id, seq),
  foreign key (city, target_id) references investment_target (city, id)
);
create unique index target_step_key on target_step (city, target_id, idempotency_key) where idempotency_key is not null;
create index target_step_time on target_step (city, at);

alter table target_book enable row level security;
alter table target_book force row level security;
create policy target_book_read on target_book for select using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() = 'investment-officer'));
create policy target_book_insert on target_book for insert with check (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() = 'investment-officer'));
create policy target_book_update on target_book for update using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() = 'investment-officer'));

alter table investment_target enable row level security;
alter table investment_target force row level security;
create policy investment_target_read on investment_target for select using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() in ('investment-officer', 'chief-office')));
create policy investment_target_insert on investment_target for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'investment-officer' and owner_body_id = zhitong_organisation())));
-- by whoever works on it; to take part is a change of the row too, which leaves oneself in it
create policy investment_target_update on investment_target for update
  using (city = zhitong_city() and (zhitong_trusted() or zhitong_role() = 'investment-officer'))
  with check (
    city = zhitong_city()
    and (zhitong_trusted() or (zhitong_role() = 'investment-officer'
      and (owner_body_id = zhitong_organisation() or zhitong_organisation() = any (participant_ids)))));

alter table target_step enable row level security;
alter table target_step force row level security;
create policy target_step_read on target_step for select using (
  city = zhitong_city()
  and exists (select 1 from investment_target t where t.city = target_step.city and t.id = target_step.target_id));
create policy target_step_insert on target_step for insert with check (
  city = zhitong_city()
  and (zhitong_system() or (person_id = zhitong_person() and body_id = zhitong_organisation()))
  and exists (select 1 from investment_target t where t.city = target_step.city and t.id = target_step.target_id));
