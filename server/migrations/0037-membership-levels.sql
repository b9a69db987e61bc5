-- 0023 said of every membership that it was self-declared. Where a source stands beside it, a document says so: as for every row that
-- is brought in from a named source. What a firm says of itself and what is a demonstration stay as they are, and so does what was
-- entered by form since, whose level somebody told.
alter table alliance_member no force row level security;
alter table organisation_change no force row level security;
update alliance_member m set level = 'documented'
where m.level = 'self-declared' and m.source not in ('企业自报', '演示')
  and not exists (
    select 1 from organisation_change c
    where c.city = m.city and c.organisation_id = m.alliance_id and c.field = 'member'
      and (c.source, c.as_of, c.level) = (m.source, m.as_of, m.level));
alter table organisation_change force row level security;
alter table alliance_member force row level security;
