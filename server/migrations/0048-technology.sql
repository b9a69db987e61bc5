-- Technology needs (技术需求): a target sheet in figures, the centres and universities it was sent to, and their answers target by target.
-- An answerer reads its own copy of the need, as a bank does: it is no reader of the case, so nothing of the case tells it of another.

alter table organisation_capability drop constraint organisation_capability_kind_check;
alter table organisation_capability add constraint organisation_capability_kind_check
  check (kind in ('machine', 'process', 'capacity', 'research'));

-- What a firm wants to be reached. Written once: answers name its targets by their place, from 1.
create table technology_sheet (
  city text not null,
  need_id uuid not null,
  asker_id uuid not null,
  -- confidential: metric, operator, value, upper end, unit, test method, environment of each
  targets jsonb not null,
  trl integer check (trl between 1 and 9),
  budget_fen bigint check (budget_fen > 0),
  ip_wish text check (ip_wish in ('own', 'licence', 'joint', 'open')),
  written_at timestamptz not null,
  primary key (city, need_id),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);

-- One centre or university a sheet was sent to.
create table technology_ask (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  need_id uuid not null,
  body_id uuid not null,
  body_name text not null,
  asker_id uuid not null,
  asker_name text not null,
  title text not null,
  -- confidential: the firm's words, as they were when the sheet was sent
  text text not null,
  -- why it was sent here: facts of the directory and the words they share with the need; empty: somebody chose the body
  reasons jsonb not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  -- when it last took the case over
  took_at timestamptz,
  -- the case is over
  ended_at timestamptz,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, case_id, body_id),
  foreign key (city, case_id) references need_case (city, id),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create index technology_ask_body on technology_ask (city, body_id, ended_at, due_at, id);
create index technology_ask_need on technology_ask (city, need_id);

-- What a body answered. Changed, it is another row; the one before stays as it was written.
create table technology_answer (
  city text not null,
  id uuid not null,
  ask_id uuid not null,
  body_id uuid not null,
  asker_id uuid not null,
  -- confidential: verdict, value, evidence, day and file of each target
  items jsonb not null,
  -- confidential
  note text,
  by_person uuid,
  by_name text not null,
  at timestamptz not null,
  replaced_at timestamptz,
  primary key (city, id),
  foreign key (city, ask_id) references technology_ask (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create unique index technology_answer_current on technology_answer (city, ask_id) where replaced_at is null;
create index technology_answer_ask on technology_answer (city, ask_id, at);

-- A file that proves what an answer says: read by the body that answers and the firm that asked, and by nobody else.
create table technology_file (
  city text not null,
  file_id uuid not null,
  ask_id uuid not null,
  body_id uuid not null,
  asker_id uuid not null,
  added_at timestamptz not null,
  primary key (city, file_id),
  foreign key (city, file_id) references stored_file (city, id),
  foreign key (city, ask_id) references technology_ask (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create index technology_file_ask on technology_file (city, ask_id);

alter table technology_ask enable row level security;
alter table technology_ask force row level security;
create policy technology_ask_read on technology_ask for select using (
  city = zhitong_city()
  and (zhitong_trusted() or body_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy technology_ask_insert on technology_ask for insert with check (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
create policy technology_ask_update on technology_ask for update using (
  city = zhitong_city()
  and (zhitong_trusted() or body_id = zhitong_organisation() or asker_id = zhitong_organisation()));

-- whoever may read the case may read its sheet, and whoever it was sent to
alter table technology_sheet enable row level security;
alter table technology_sheet force row level security;
create policy technology_sheet_read on technology_sheet for select using (
  city = zhitong_city()
  and (zhitong_system() or asker_id = zhitong_organisation()
       or exists (select 1 from need_case c where c.city = technology_sheet.city and c.need_id = technology_sheet.need_id)
       or exists (select 1 from technology_ask a where a.city = technology_sheet.city
                    and a.need_id = technology_sheet.need_id and a.body_id = zhitong_organisation())));
create policy technology_sheet_insert on technology_sheet for insert with check (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));

-- an answer is between the body and the firm: neither the bureau nor who answers for the case reads it
alter table technology_answer enable row level security;
alter table technology_answer force row level security;
create policy technology_answer_read on technology_answer for select using (
  city = zhitong_city()
  and (zhitong_system() or body_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy technology_answer_insert on technology_answer for insert with check (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));
create policy technology_answer_update on technology_answer for update using (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));

alter table technology_file enable row level security;
alter table technology_file force row level security;
create policy technology_file_read on technology_file for select using (
  city = zhitong_city()
  and (zhitong_system() or body_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy technology_file_insert on technology_file for insert with check (
  city = zhitong_city()
  and (zhitong_system() or (body_id = zhitong_organisation()
       and zhitong_file_handed_in(city, file_id, zhitong_organisation()))));
create policy stored_file_technology on stored_file for select using (
  city = zhitong_city() and kind = 'request-file'
  and exists (select 1 from technology_file t where t.city = stored_file.city and t.file_id = stored_file.id));

-- a file that proves an answer was sent, as one that came with a request was
drop policy stored_file_unsent on stored_file;
create policy stored_file_unsent on stored_file for delete using (
  city = zhitong_city() and zhitong_system() and kind = 'request-file'
  and not exists (select 1 from request_file r where r.city = stored_file.city and r.file_id = stored_file.id)
  and not exists (select 1 from technology_file t where t.city = stored_file.city and t.file_id = stored_file.id));
drop policy stored_content_unsent on stored_content;
create policy stored_content_unsent on stored_content for delete using (
  city = zhitong_city() and zhitong_system()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id
                and f.kind = 'request-file'
                and not exists (select 1 from request_file r where r.city = f.city and r.file_id = f.id)
                and not exists (select 1 from technology_file t where t.city = f.city and t.file_id = f.id)));
