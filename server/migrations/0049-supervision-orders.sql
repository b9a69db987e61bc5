-- Supervision orders (督办): somebody above sees to it that a case moves. What an order is now is folded from its actions, as a case is;
-- the row keeps the fold, and a test compares the two. The clock of the case is not touched by anything here.

-- How long each turn of an order may take, from a day on; data (data/order-terms).
create table order_terms (
  city text not null,
  valid_from date not null,
  terms jsonb not null,
  by_name text not null,
  created_at timestamptz not null,
  primary key (city, valid_from)
);

create table supervision_order (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  asker_id uuid not null,
  -- the body that answers for the case: it moves with it, in the same transaction
  lead_id uuid not null,
  lead_name text not null,
  issuer_id uuid not null,
  issuer_name text not null,
  issuer text not null check (issuer in ('bureau', 'chief')),
  ground text not null check (ground in ('late', 'escalated', 'handed-back-twice', 'judgement')),
  status text not null check (status in ('issued', 'signed', 'fed-back', 'accepted', 'struck-off', 'ended')),
  -- of the turn that runs; null: it is over
  due_at timestamptz,
  yellow_at timestamptz,
  -- the turn ran out and everybody was told, once
  told_at timestamptz,
  promised date,
  returns integer not null default 0,
  state jsonb not null,
  seq integer not null,
  issued_at timestamptz not null,
  over_at timestamptz,
  demo boolean not null default false,
  primary key (city, id),
  foreign key (city, case_id) references need_case (city, id),
  foreign key (city, asker_id) references organisation (city, id),
  foreign key (city, lead_id) references organisation (city, id),
  foreign key (city, issuer_id) references organisation (city, id),
  check ((over_at is null) = (due_at is not null))
);
-- one order of a case is on the books at a time
create unique index supervision_order_open on supervision_order (city, case_id) where over_at is null;
create index supervision_order_case on supervision_order (city, case_id, issued_at);
create index supervision_order_due on supervision_order (city, due_at) where over_at is null;
create index supervision_order_lead on supervision_order (city, lead_id, due_at);
create index supervision_order_issuer on supervision_order (city, issuer_id, due_at);
create index supervision_order_asker on supervision_order (city, asker_id, due_at);

create table order_action (
  city text not null,
  order_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  side text not null check (side in ('body', 'supervisor', 'firm', 'system')),
  person_id uuid,
  person_name text,
  body_id uuid,
  body_name text,
  -- that answers for the order from this step on
  lead_name text not null,
  action jsonb not null,
  -- confidential: what was said
  text text,
  primary key (city, order_id, seq),
  foreign key (city, order_id) references supervision_order (city, id)
);

alter table order_terms enable row level security;
alter table order_terms force row level security;
create policy order_terms_read on order_terms for select using (city = zhitong_city());
create policy order_terms_insert on order_terms for insert with check (city = zhitong_city() and zhitong_trusted());
create policy order_terms_update on order_terms for update using (city = zhitong_city() and zhitong_trusted());

-- whoever may read the case may read that it is supervised; given only in one's own name
alter table supervision_order enable row level security;
alter table supervision_order force row level security;
create policy supervision_order_read on supervision_order for select using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = supervision_order.city and c.id = supervision_order.case_id));
create policy supervision_order_insert on supervision_order for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (issuer_id = zhitong_organisation() and zhitong_role() = 'chief-office'))
  and exists (select 1 from need_case c where c.city = supervision_order.city and c.id = supervision_order.case_id));
create policy supervision_order_update on supervision_order for update using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = supervision_order.city and c.id = supervision_order.case_id));

alter table order_action enable row level security;
alter table order_action force row level security;
create policy order_action_read on order_action for select using (
  city = zhitong_city()
  and exists (select 1 from supervision_order o where o.city = order_action.city and o.id = order_action.order_id));
create policy order_action_insert on order_action for insert with check (
  city = zhitong_city()
  and (zhitong_system() or side = 'system' or person_id = zhitong_person())
  and exists (select 1 from supervision_order o where o.city = order_action.city and o.id = order_action.order_id));
