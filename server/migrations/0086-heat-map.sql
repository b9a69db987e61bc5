-- Where a firm works, as far as anybody said so; and by what other words firms of the country call what the product graph holds.

-- prefecture or county it works in; null: not known. `region` is where it is registered
alter table organisation add column working_region text;

-- what the heat map says of a firm elsewhere is read where every city may read: the published projection
alter table offer_search
  add column working_region text,
  add column registered_only boolean not null default false,
  add column size text,
  -- the day the offer was true on: published, or the day of the file it came from
  add column as_of date;

-- an owner who is no superuser writes past the policies only while they are not forced
alter table offer_search no force row level security;
alter table offer no force row level security;
alter table organisation no force row level security;
update offer_search s set
  registered_only = o.registered_only,
  size = o.size,
  as_of = case when s.source = 'imported' then o.as_of else (f.published_at at time zone 'Asia/Shanghai')::date end
from offer f, organisation o
where f.city = s.city and f.id = s.offer_id and o.city = s.city and o.id = s.organisation_id;
alter table offer_search force row level security;
alter table offer force row level security;
alter table organisation force row level security;

-- reference: another word for a product, for a kind of it, or for what it is a kind of; each with the reason why it counts
create table product_other_name (
  product_id text not null references product (id),
  name text not null,
  fit text not null check (fit in ('same', 'kind', 'broader')),
  note text not null,
  primary key (product_id, name)
);
create index product_other_name_name on product_other_name (name);
