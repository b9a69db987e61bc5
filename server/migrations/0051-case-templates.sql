-- Answers a body keeps to use again (答复模板): its own, read and changed by nobody else.
create table case_template (
  city text not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  -- with places such as {企业名称} that are filled when it is put into an answer
  text text not null,
  -- of one matter, or of one list; both null: of any case of the body
  duty_id uuid,
  list text check (list in ('problem', 'funding', 'sourcing', 'technology')),
  version integer not null default 1,
  demo boolean not null default false,
  by_name text not null,
  at timestamptz not null,
  -- no longer offered
  removed_at timestamptz,
  primary key (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, duty_id) references duty (city, id)
);
create index case_template_body on case_template (city, body_id, title, id) where removed_at is null;

alter table case_template enable row level security;
alter table case_template force row level security;
create policy case_template_read on case_template for select using (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));
create policy case_template_insert on case_template for insert with check (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));
create policy case_template_update on case_template for update using (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));
