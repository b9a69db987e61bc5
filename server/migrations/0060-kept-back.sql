-- A need that reads like an advert, price fishing or junk is kept back (暂缓送达) with its reasons: it is not sent to suppliers until the bureau
-- lets it through. Nothing is dropped: the firm reads why and may ask for a review.
create table kept_need (
  city text not null,
  need_id uuid not null,
  asker_id uuid not null,
  class text not null check (class in ('advert', 'fishing', 'junk')),
  -- coded reasons, each with the stretch of the text or the earlier needs it was read from
  reasons jsonb not null,
  at timestamptz not null,
  -- confidential: what the firm says to it
  review_text text,
  review_at timestamptz,
  ruling text check (ruling in ('release', 'keep')),
  -- confidential: what the bureau says to it
  ruling_text text,
  ruled_at timestamptz,
  ruled_by_name text,
  demo boolean not null default false,
  primary key (city, need_id),
  check ((ruling is null) = (ruled_at is null)),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create index kept_need_open on kept_need (city, at, need_id) where ruled_at is null;

alter table kept_need enable row level security;
alter table kept_need force row level security;
create policy kept_need_read on kept_need for select using (
  city = zhitong_city() and (zhitong_trusted() or asker_id = zhitong_organisation()));
create policy kept_need_insert on kept_need for insert with check (city = zhitong_city() and zhitong_system());
create policy kept_need_update on kept_need for update using (city = zhitong_city() and zhitong_trusted());
