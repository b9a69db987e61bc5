-- Where nothing but former names entered by hand says since when the present name holds, taking one back puts the day back too.
alter table organisation_past add column since_by_hand boolean not null default false;
