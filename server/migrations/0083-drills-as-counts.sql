-- A drill is computed anew whenever it is opened; of the last one of the night only how it ended is told.
alter table chain_drill drop column outcomes;
alter table chain_drill drop column took_ms;
