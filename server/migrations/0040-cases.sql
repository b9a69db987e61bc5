-- Cases (办件): the handling of a need by bodies, and the clock nobody can stop (ADR 0016). What a case is now is folded from its
-- actions; the row keeps the fold so that a list needs one index, and a test compares the two.

-- What clocks go by in a city, from a day on: office hours, allowances, penalty, lights, ladder. Read as data, changed by the operator.
create table case_terms (
  city text not null,
  valid_from date not null,
  terms jsonb not null,
  by_name text not null,
  created_at timestamptz not null,
  primary key (city, valid_from)
);

create table need_case (
  city text not null,
  id uuid not null,
  need_id uuid not null,
  asker_id uuid not null,
  asker_name text not null,
  asker_region text,
  list text not null check (list in ('problem', 'funding', 'sourcing', 'technology')),
  class text not null check (class in ('simple', 'normal', 'complex')),
  -- null: no matter of the duty table was chosen
  duty_id uuid,
  -- what routing proposed when the case came: matter, body, confidence, reasons
  candidates jsonb not null default '[]',
  title text not null,
  -- confidential: the firm's words
  text text not null,
  status text not null check (status in ('waiting', 'handling', 'answered', 'solved', 'unsolved', 'withdrawn')),
  -- the body that answers for the case, and the person in it; null: nobody of the body holds a post that could
  lead_id uuid not null,
  lead_name text not null,
  holder_post_id uuid,
  holder_id uuid,
  holder_name text,
  lead_since timestamptz not null,
  started_at timestamptz not null,
  -- of the current round
  round integer not null default 1,
  allowance_ms bigint not null,
  penalty_ms bigint not null,
  due_at timestamptz not null,
  due_certain boolean not null,
  yellow_at timestamptz not null,
  -- by when the body must have signed for it; null: it has, or need not
  sign_due_at timestamptz,
  -- the firm has the word, or the case is over
  stopped_at timestamptz,
  -- it was red when it was stopped
  late boolean not null default false,
  over_at timestamptz,
  hand_backs integer not null default 0,
  -- the fold of its actions, and the number of the last of them
  state jsonb not null,
  seq integer not null,
  -- organisations that may read it: the firm, whoever answers or answered for it, helpers
  reader_ids uuid[] not null,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, need_id),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, asker_id) references organisation (city, id),
  foreign key (city, lead_id) references organisation (city, id)
);
-- what runs and is due first at the top
create index need_case_lead on need_case (city, lead_id, (stopped_at is not null), due_at, id) where over_at is null;
create index need_case_open on need_case (city, (stopped_at is not null), due_at, id) where over_at is null;
create index need_case_asker on need_case (city, asker_id, started_at desc);
create index need_case_duty on need_case (city, duty_id, started_at desc);

create table case_action (
  city text not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  side text not null check (side in ('firm', 'lead', 'helper', 'bureau', 'system')),
  person_id uuid,
  person_name text,
  body_id uuid,
  body_name text,
  -- the action as the domain reads it
  action jsonb not null,
  -- confidential: what was said
  text text,
  primary key (city, case_id, seq),
  foreign key (city, case_id) references need_case (city, id)
);
create index case_action_body on case_action (city, body_id, kind, at);

-- A helper (协办) with a clock of its own.
create table case_help (
  city text not null,
  case_id uuid not null,
  helper_id uuid not null,
  helper_name text not null,
  asked_at timestamptz not null,
  question text,
  due_at timestamptz not null,
  answered_at timestamptz,
  primary key (city, case_id, helper_id, asked_at),
  foreign key (city, case_id) references need_case (city, id),
  foreign key (city, helper_id) references organisation (city, id)
);
create index case_help_open on case_help (city, helper_id, due_at) where answered_at is null;

-- What falls due in a case. A rung of a round fires once: in the transaction that writes what follows from it.
create table case_timer (
  city text not null,
  case_id uuid not null,
  round integer not null,
  kind text not null,
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (city, case_id, round, kind),
  foreign key (city, case_id) references need_case (city, id)
);
create index case_timer_due on case_timer (city, due_at) where fired_at is null;

-- A step of the ladder, or an order of a supervisor: somebody has to see to it that the case moves.
create table case_task (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  rung text not null check (rung in ('handler', 'deputy', 'head', 'bureau', 'chief')),
  body_id uuid not null,
  body_name text not null,
  person_id uuid,
  person_name text,
  at timestamptz not null,
  closed_at timestamptz,
  primary key (city, id),
  foreign key (city, case_id) references need_case (city, id)
);
create index case_task_case on case_task (city, case_id);
create index case_task_body on case_task (city, body_id, at) where closed_at is null;

-- A clerk put a request where routing had not: the router learns from it.
create table route_correction (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  text text not null,
  duty_id uuid not null,
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, duty_id) references duty (city, id),
  foreign key (city, case_id) references need_case (city, id)
);
create index route_correction_at on route_correction (city, at);

alter table case_terms enable row level security;
alter table case_terms force row level security;
create policy case_terms_read on case_terms for select using (city = zhitong_city());
create policy case_terms_insert on case_terms for insert with check (city = zhitong_city() and zhitong_trusted());
create policy case_terms_update on case_terms for update using (city = zhitong_city() and zhitong_trusted());

alter table need_case enable row level security;
alter table need_case force row level security;
create policy need_case_read on need_case for select using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_organisation() = any(reader_ids)));
create policy need_case_insert on need_case for insert with check (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
create policy need_case_update on need_case for update using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_organisation() = any(reader_ids)));

-- whoever may see the case may see what was done; nobody acts in another's name
alter table case_action enable row level security;
alter table case_action force row level security;
create policy case_action_read on case_action for select using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = case_action.city and c.id = case_action.case_id));
create policy case_action_insert on case_action for insert with check (
  city = zhitong_city()
  and (zhitong_system() or side = 'system' or person_id = zhitong_person())
  and exists (select 1 from need_case c where c.city = case_action.city and c.id = case_action.case_id));

alter table case_help enable row level security;
alter table case_help force row level security;
create policy case_help_case on case_help using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = case_help.city and c.id = case_help.case_id));

alter table case_timer enable row level security;
alter table case_timer force row level security;
create policy case_timer_case on case_timer using (
  city = zhitong_city()
  and exists (select 1 from need_case c where c.city = case_timer.city and c.id = case_timer.case_id));

-- the firm reads that somebody was told; it does not read whom a task was given to beyond its own case
alter table case_task enable row level security;
alter table case_task force row level security;
create policy case_task_case on case_task using (
  city = zhitong_city()
  and (zhitong_trusted() or body_id = zhitong_organisation()
       or exists (select 1 from need_case c where c.city = case_task.city and c.id = case_task.case_id)));

alter table route_correction enable row level security;
alter table route_correction force row level security;
create policy route_correction_read on route_correction for select using (city = zhitong_city() and zhitong_trusted());
create policy route_correction_insert on route_correction for insert with check (
  city = zhitong_city() and zhitong_trusted());
