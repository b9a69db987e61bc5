-- The timeline of a need reads its events; the copies of a need are found by the need.
create index event_subject on event (city, subject_id, at);
create index match_need on match (city, need_id);
create index opportunity_need on opportunity (city, need_city, need_id);
-- The deal lives in the buyer's city; the supplier's copy carries its id.
alter table opportunity add column deal_id uuid;
-- What people write for a place (高区, 临港) and its English name: the matcher and the parser speak of it.
alter table region add column name_en text;
alter table region add column aliases text[] not null default '{}';
alter table circle_city add column name_en text;
