-- The knowledge base (知识库): questions with their answers, each kept by one body. Words are never overwritten: a change is one more
-- version, and firms read the published one until another is published.
create table article (
  city text not null,
  id uuid not null,
  body_id uuid not null,
  -- the case whose answer it was made from: for the body alone
  case_id uuid,
  latest_version integer not null default 1,
  -- null: a draft, or taken back
  published_version integer,
  published_at timestamptz,
  published_by text,
  demo boolean not null default false,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, case_id) references need_case (city, id)
);
create index article_body on article (city, body_id, touched_at desc, id);
create index article_published on article (city, touched_at) where published_version is not null;
-- one press makes one article, however often it is pressed
create unique index article_of_case on article (city, case_id);

create table article_version (
  city text not null,
  article_id uuid not null,
  version integer not null,
  question text not null,
  answer text not null,
  list text not null check (list in ('problem', 'funding', 'sourcing', 'technology')),
  duty_id uuid,
  valid_from date not null,
  -- half-open; null: no end named
  valid_to date,
  -- what the answer rests on
  source text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city, article_id, version),
  foreign key (city, article_id) references article (city, id),
  foreign key (city, duty_id) references duty (city, id),
  check (valid_to is null or valid_to > valid_from)
);

-- A firm found its answer before it sent anything, and said so: no case was made. Its words are not kept.
create table answer_accepted (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('article', 'policy', 'own-case')),
  -- the article, the policy, or the need of the earlier case
  source_id uuid not null,
  title text not null,
  body_id uuid not null,
  idempotency_key text not null,
  demo boolean not null default false,
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id),
  foreign key (city, body_id) references organisation (city, id)
);
create unique index answer_accepted_once on answer_accepted (city, organisation_id, idempotency_key);
create index answer_accepted_at on answer_accepted (city, at);

alter table article enable row level security;
alter table article force row level security;
create policy article_read on article for select using (
  city = zhitong_city()
  and (zhitong_trusted() or body_id = zhitong_organisation() or published_version is not null));
create policy article_insert on article for insert with check (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));
create policy article_update on article for update using (
  city = zhitong_city() and (zhitong_system() or body_id = zhitong_organisation()));

-- whoever may not see the draft sees the published version alone
alter table article_version enable row level security;
alter table article_version force row level security;
create policy article_version_read on article_version for select using (
  city = zhitong_city()
  and exists (
    select 1 from article a
    where a.city = article_version.city and a.id = article_version.article_id
      and (zhitong_trusted() or a.body_id = zhitong_organisation() or a.published_version = article_version.version)));
create policy article_version_insert on article_version for insert with check (
  city = zhitong_city()
  and exists (
    select 1 from article a
    where a.city = article_version.city and a.id = article_version.article_id
      and (zhitong_system() or a.body_id = zhitong_organisation())));

alter table answer_accepted enable row level security;
alter table answer_accepted force row level security;
create policy answer_accepted_read on answer_accepted for select using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy answer_accepted_insert on answer_accepted for insert with check (
  city = zhitong_city() and (zhitong_system() or organisation_id = zhitong_organisation()));
