-- Which body of a district (区市) handles a matter that the duty table gives to a body of the city, by the list it stands on.
create table district_body (
  city text not null,
  list text not null check (list in ('problem', 'funding', 'sourcing', 'technology')),
  -- the body of the city that the duty table names
  body_id uuid not null,
  region text not null,
  district_body_id uuid not null,
  source text not null,
  primary key (city, list, body_id, region),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, district_body_id) references organisation (city, id)
);

alter table district_body enable row level security;
alter table district_body force row level security;
create policy district_body_read on district_body for select using (city = zhitong_city());
create policy district_body_insert on district_body for insert with check (city = zhitong_city() and zhitong_trusted());
create policy district_body_update on district_body for update using (city = zhitong_city() and zhitong_trusted());
