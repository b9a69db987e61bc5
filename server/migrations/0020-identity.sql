-- Two records of one organisation: found, merged, split again; and what a firm says is wrong.

-- The merged-away row stays and points to the record that now stands for both.
alter table organisation add column merged_into uuid,
  add constraint organisation_merged_into foreign key (city, merged_into) references organisation (city, id),
  add constraint organisation_not_into_itself check (merged_into is distinct from id);
create index organisation_merged on organisation (city, merged_into) where merged_into is not null;

-- A firm's own manager changes neither what the bureau fixed nor what its record was merged into.
create or replace function zhitong_organisation_fixed(of_city text, of_id uuid) returns text language sql stable
  return (select row (o.kind, o.parent_id, o.credit_code, o.external_code, o.level, o.source, o.as_of, o.demo, o.created_at, o.merged_into)::text
          from organisation o where o.city = of_city and o.id = of_id);
drop policy organisation_update on organisation;
create policy organisation_update on organisation for update
  using (city = zhitong_city() and (zhitong_trusted() or id = zhitong_organisation()))
  with check (
    city = zhitong_city()
    and (zhitong_trusted()
         or (id = zhitong_organisation() and zhitong_role() = 'manager'
             and row (kind, parent_id, credit_code, external_code, level, source, as_of, demo, created_at, merged_into)::text
                 = zhitong_organisation_fixed(city, id))));

create table merge (
  city text not null,
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  why text,
  at timestamptz not null,
  by_name text not null,
  split_at timestamptz,
  split_by text,
  -- what had changed since and was left as it is
  split_kept integer,
  primary key (city, id),
  foreign key (city, survivor_id) references organisation (city, id),
  foreign key (city, merged_id) references organisation (city, id)
);
create index merge_at on merge (city, at desc, id);

-- Every value the merge changed, so that a split puts back exactly these.
create table merge_move (
  city text not null,
  merge_id uuid not null,
  table_name text not null,
  row_key text not null,
  column_name text not null,
  before jsonb,
  after jsonb,
  primary key (city, merge_id, table_name, row_key, column_name),
  foreign key (city, merge_id) references merge (city, id)
);

create table duplicate_pair (
  city text not null,
  a_id uuid not null,
  b_id uuid not null,
  verdict text not null check (verdict in ('same', 'review')),
  weight double precision not null,
  reasons jsonb not null,
  state text not null default 'open' check (state in ('open', 'later', 'same', 'different')),
  found_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  primary key (city, a_id, b_id),
  foreign key (city, a_id) references organisation (city, id),
  foreign key (city, b_id) references organisation (city, id),
  check (a_id < b_id)
);
create index duplicate_pair_open on duplicate_pair (city, state, weight desc);

create table dispute (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  -- the fact or link that is said to be wrong
  field text not null,
  claim text not null,
  by_organisation uuid not null,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'returned')),
  answer text,
  answered_at timestamptz,
  answered_by text,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index dispute_state on dispute (city, state, at);
create index dispute_organisation on dispute (city, organisation_id);

alter table merge enable row level security;
alter table merge force row level security;
create policy merge_read on merge for select using (city = zhitong_city() and zhitong_trusted());
create policy merge_insert on merge for insert with check (city = zhitong_city() and zhitong_trusted());
create policy merge_update on merge for update using (city = zhitong_city() and zhitong_trusted());

alter table merge_move enable row level security;
alter table merge_move force row level security;
create policy merge_move_read on merge_move for select using (city = zhitong_city() and zhitong_system());
create policy merge_move_insert on merge_move for insert with check (city = zhitong_city() and zhitong_system());

alter table duplicate_pair enable row level security;
alter table duplicate_pair force row level security;
create policy duplicate_pair_read on duplicate_pair for select using (city = zhitong_city() and zhitong_trusted());
create policy duplicate_pair_insert on duplicate_pair for insert with check (city = zhitong_city() and zhitong_trusted());
create policy duplicate_pair_update on duplicate_pair for update using (city = zhitong_city() and zhitong_trusted());

alter table dispute enable row level security;
alter table dispute force row level security;
create policy dispute_read on dispute for select using (
  city = zhitong_city() and (zhitong_trusted() or by_organisation = zhitong_organisation()));
-- nobody disputes in another's name
create policy dispute_insert on dispute for insert with check (
  city = zhitong_city() and state = 'open' and by_organisation = zhitong_organisation() and by_person = zhitong_person());
create policy dispute_update on dispute for update using (city = zhitong_city() and zhitong_trusted());

-- A contact that a merge wrote where there was none goes again with the split.
create policy organisation_contact_split on organisation_contact for delete using (
  city = zhitong_city() and zhitong_system());
