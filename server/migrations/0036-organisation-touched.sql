-- Whoever keeps a copy of the directory in memory asks only for the rows written since.
create index organisation_touched on organisation (city, (greatest(created_at, changed_at)));
