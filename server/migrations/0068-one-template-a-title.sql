-- A body keeps one answer template of a title. Where two were written at once, the later one gets a number of its own.
with twin as (
  select city, id, row_number() over (partition by city, body_id, title order by at, id) as place
  from case_template where removed_at is null)
update case_template t set title = t.title || '（' || twin.place || '）'
from twin where twin.city = t.city and twin.id = t.id and twin.place > 1;

create unique index case_template_title on case_template (city, body_id, title) where removed_at is null;
