-- What is done about a gap: needs that were published from it, and tasks with a clock (督办, a request to publish needs, a wish for a meeting).

-- from which gap a need came; null: from none
alter table need add column gap_chain_id uuid;
alter table need add column gap_product_id text;
alter table need add constraint need_gap_whole check ((gap_chain_id is null) = (gap_product_id is null));
alter table need add constraint need_gap_chain foreign key (city, gap_chain_id) references chain (city, id);
create index need_gap on need (city, gap_chain_id, gap_product_id) where gap_chain_id is not null;

create table gap_task (
  city text not null,
  id uuid not null,
  chain_id uuid not null,
  product_id text not null,
  kind text not null check (kind in ('order', 'ask-needs', 'meeting')),
  giver_id uuid not null,
  giver_name text not null,
  body_id uuid not null,
  body_name text not null,
  text text not null,
  status text not null check (status in ('given', 'reported', 'done', 'withdrawn')),
  -- of the turn that runs; null: it is over
  due_at timestamptz,
  yellow_at timestamptz,
  seq integer not null check (seq > 0),
  idempotency_key text not null,
  given_at timestamptz not null,
  over_at timestamptz,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, giver_id, chain_id, product_id, kind, idempotency_key),
  foreign key (city, chain_id) references chain (city, id),
  foreign key (city, giver_id) references organisation (city, id),
  foreign key (city, body_id) references organisation (city, id),
  check ((over_at is null) = (due_at is not null)),
  check ((due_at is null) = (yellow_at is null))
);
-- one open task of a kind about a gap at one body; wishes for a meeting: one of each that wishes
create unique index gap_task_open on gap_task (city, chain_id, product_id, kind, body_id)
  where over_at is null and kind <> 'meeting';
create unique index gap_task_wish on gap_task (city, chain_id, product_id, giver_id) where over_at is null and kind = 'meeting';
create index gap_task_due on gap_task (city, due_at, id);
create index gap_task_body on gap_task (city, body_id, due_at);
create index gap_task_giver on gap_task (city, giver_id, due_at);

create table gap_task_step (
  city text not null,
  task_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('given', 'reported', 'accepted', 'returned', 'withdrawn')),
  at timestamptz not null,
  person_name text not null,
  body_id uuid not null,
  body_name text not null,
  text text,
  primary key (city, task_id, seq),
  foreign key (city, task_id) references gap_task (city, id)
);

-- read by who gave it, the body that has it, the chiefs' offices and the bureau
alter table gap_task enable row level security;
alter table gap_task force row level security;
create policy gap_task_read on gap_task for select using (
  city = zhitong_city()
  and (zhitong_trusted() or zhitong_role() = 'chief-office'
       or giver_id = zhitong_organisation() or body_id = zhitong_organisation()));
-- orders are the chiefs' offices' and the bureau's; a meeting anybody may wish for, in the own name alone
create policy gap_task_insert on gap_task for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (giver_id = zhitong_organisation() and (kind = 'meeting' or zhitong_role() = 'chief-office'))));
create policy gap_task_update on gap_task for update using (
  city = zhitong_city()
  and (zhitong_trusted() or giver_id = zhitong_organisation() or body_id = zhitong_organisation()));

alter table gap_task_step enable row level security;
alter table gap_task_step force row level security;
create policy gap_task_step_read on gap_task_step for select using (
  city = zhitong_city()
  and exists (select 1 from gap_task t where t.city = gap_task_step.city and t.id = gap_task_step.task_id));
create policy gap_task_step_insert on gap_task_step for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or body_id = zhitong_organisation())
  and exists (select 1 from gap_task t where t.city = gap_task_step.city and t.id = gap_task_step.task_id));
