-- Words that very many names have are read from an index that holds their names in the order of sounds: a page stops early, however
-- many names have the word. Searches of one letter and of more begin at the first one or two letters of a part.
alter table organisation_name_part
  -- the name of the organisation; null: written by the release before, made anew soon
  add column name text,
  add column head1 text collate "C" generated always as (left(part, 1)) stored,
  add column head2 text collate "C" generated always as (left(part, 2)) stored;
create index organisation_name_part_head1
  on organisation_name_part (city, head1, name collate "zh-x-icu", organisation_id);
create index organisation_name_part_head2
  on organisation_name_part (city, head2, name collate "zh-x-icu", organisation_id) include (part);

-- The parts of all are made anew, by the job that makes those of imports.
alter table organisation no force row level security;
update organisation set parts_of = null where parts_of is not null;
alter table organisation force row level security;

-- What was merged away stands in no level of the tree: a level is counted and turned over in the index alone.
drop index organisation_root;
create index organisation_root on organisation (city, kind, region, name collate "zh-x-icu", id)
  where parent_id is null and merged_into is null;
create index organisation_root_count on organisation (city, kind, region) where parent_id is null and merged_into is null;
drop index organisation_child;
create index organisation_child on organisation (city, parent_id, name collate "zh-x-icu", id) where merged_into is null;

-- What a filter leaves is counted and collected in the index alone.
drop index organisation_kind;
create index organisation_kind on organisation (city, kind, region, id) where merged_into is null;
drop index organisation_region;
create index organisation_region on organisation (city, region, id) where merged_into is null;
