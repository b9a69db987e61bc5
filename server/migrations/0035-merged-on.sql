-- Since when a record is merged away: a tree as of an earlier day still shows it.
alter table organisation add column merged_on date;

-- an owner who is no superuser reads and writes past the policies only while they are not forced
alter table organisation no force row level security;
alter table merge no force row level security;
update organisation o set merged_on = (
  select (max(m.at) at time zone 'Asia/Shanghai')::date from merge m
  where m.city = o.city and m.merged_id = o.id and m.split_at is null)
where o.merged_into is not null;
alter table organisation force row level security;
alter table merge force row level security;
