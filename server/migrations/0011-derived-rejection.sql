-- A reason the buyer did not give but the quotes show. Marked, so that it is never counted as the buyer's word.
alter table rejection add column derived boolean not null default false;
