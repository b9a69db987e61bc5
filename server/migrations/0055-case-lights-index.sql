-- Who may read a row is read from the index too: the figures of the whole city touch no row of the table.
drop index need_case_lights;
create index need_case_lights on need_case (city, stopped_at, due_at, yellow_at, late) include (reader_ids) where over_at is null;
