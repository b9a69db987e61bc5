-- People and posts, the duty table (职责清单), and who stands in during a leave.
-- Days are half-open: a thing holds from valid_from until, not on, valid_to. What was is never overwritten: a change ends one
-- row and begins another, so that every day of the past can be asked for. An empty row (both days equal) never held.

create extension if not exists btree_gist;

-- The three administrators are never two in one person, at no instant: two posts given at once by two people meet here.
alter table post
  add constraint post_days check (valid_to is null or valid_to >= valid_from),
  add constraint post_one_administrator exclude using gist (
    city with =, person_id with =, role with <>, daterange(valid_from, valid_to) with &&)
    where (role in ('system-administrator', 'security-administrator', 'audit-administrator')),
  -- the same post twice at once is one post entered twice
  add constraint post_once exclude using gist (
    city with =, person_id with =, organisation_id with =, role with =, daterange(valid_from, valid_to) with &&),
  add constraint post_of_organisation unique (city, organisation_id, id),
  add constraint post_of_person unique (city, organisation_id, id, person_id);
create index post_organisation on post (city, organisation_id, valid_from);
create index person_name on person (city, name);

-- What tells one person from a namesake. Read by whoever enters people; others see who somebody is, not how to call them.
create table person_phone (
  city text not null,
  person_id uuid not null,
  phone text not null,
  primary key (city, person_id),
  unique (city, phone),
  foreign key (city, person_id) references person (city, id)
);

-- A matter of the duty table. In force from valid_from until valid_to.
create table duty (
  city text not null,
  id uuid not null,
  number text not null,
  title text not null,
  description text,
  -- how firms say it
  words text[] not null default '{}',
  list text not null check (list in ('problem', 'funding', 'sourcing', 'technology')),
  class text not null check (class in ('simple', 'normal', 'complex')),
  -- district: the districts' bodies of the same trade handle it too
  level text not null check (level in ('city', 'district')),
  basis text,
  valid_from date not null,
  valid_to date,
  source text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  primary key (city, id),
  unique (city, number),
  check (valid_to is null or valid_to >= valid_from)
);

-- Which body is responsible and which of its posts own and deputise, by date. The terms of a matter follow one another without
-- gap or overlap for as long as it is in force.
create table duty_term (
  city text not null,
  id uuid not null,
  duty_id uuid not null,
  body_id uuid not null,
  owner_post_id uuid not null,
  deputy_post_id uuid,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  primary key (city, id),
  foreign key (city, duty_id) references duty (city, id),
  foreign key (city, body_id) references organisation (city, id),
  foreign key (city, body_id, owner_post_id) references post (city, organisation_id, id) on update cascade,
  foreign key (city, body_id, deputy_post_id) references post (city, organisation_id, id) on update cascade,
  check (valid_to is null or valid_to >= valid_from),
  check (deputy_post_id is null or deputy_post_id <> owner_post_id),
  constraint duty_term_one exclude using gist (city with =, duty_id with =, daterange(valid_from, valid_to) with &&)
);
create index duty_term_body on duty_term (city, body_id, valid_from);
create index duty_term_owner on duty_term (city, owner_post_id);
create index duty_term_deputy on duty_term (city, deputy_post_id);

-- Who stands in for a post while its holder is away.
create table duty_leave (
  city text not null,
  id uuid not null,
  body_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  cover_post_id uuid,
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null,
  primary key (city, id),
  foreign key (city, body_id, post_id, person_id) references post (city, organisation_id, id, person_id) on update cascade,
  foreign key (city, body_id, cover_post_id) references post (city, organisation_id, id) on update cascade,
  check (valid_to >= valid_from),
  check (cover_post_id is null or cover_post_id <> post_id),
  constraint duty_leave_one exclude using gist (city with =, post_id with =, daterange(valid_from, valid_to) with &&)
);
create index duty_leave_body on duty_leave (city, body_id, valid_from);
create index duty_leave_person on duty_leave (city, person_id);

-- Who may write which post: the bureau business posts in any organisation, a manager those of its own, the security
-- administrator every one but its own. Administrators and the chief's office are given by nobody else.
create function zhitong_may_staff(at_organisation uuid, of_person uuid, given_role text) returns boolean language sql stable
  return zhitong_system()
    or (zhitong_role() = 'security-administrator' and of_person is distinct from zhitong_person())
    or (zhitong_trusted()
        and given_role not in ('system-administrator', 'security-administrator', 'audit-administrator', 'chief-office')
        -- whoever is an operator acts for the whole city: only inside the bureau itself
        and (given_role <> 'operator' or at_organisation = zhitong_organisation()))
    or (zhitong_role() = 'manager' and at_organisation = zhitong_organisation()
        and given_role in ('member', 'manager', 'handler'));

drop policy post_insert on post;
drop policy post_update on post;
create policy post_insert on post for insert
  with check (city = zhitong_city() and zhitong_may_staff(organisation_id, person_id, role));
create policy post_update on post for update
  using (city = zhitong_city() and zhitong_may_staff(organisation_id, person_id, role));

drop policy person_insert on person;
create policy person_insert on person for insert with check (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() in ('manager', 'security-administrator')));

alter table person_phone enable row level security;
alter table person_phone force row level security;
create policy person_phone_read on person_phone for select using (
  city = zhitong_city() and (
    zhitong_trusted() or person_id = zhitong_person() or zhitong_role() = 'security-administrator'
    or (zhitong_role() = 'manager' and exists (
      select 1 from post where post.city = person_phone.city and post.person_id = person_phone.person_id
        and post.organisation_id = zhitong_organisation()))));
create policy person_phone_insert on person_phone for insert with check (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() in ('manager', 'security-administrator')));
create policy person_phone_update on person_phone for update using (
  city = zhitong_city() and (zhitong_trusted() or zhitong_role() = 'security-administrator'));

alter table duty enable row level security;
alter table duty force row level security;
create policy duty_read on duty for select using (city = zhitong_city());
create policy duty_insert on duty for insert with check (city = zhitong_city() and zhitong_trusted());
create policy duty_update on duty for update using (city = zhitong_city() and zhitong_trusted());

alter table duty_term enable row level security;
alter table duty_term force row level security;
create policy duty_term_read on duty_term for select using (city = zhitong_city());
create policy duty_term_insert on duty_term for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and body_id = zhitong_organisation())
       or zhitong_role() = 'security-administrator'));
create policy duty_term_update on duty_term for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and body_id = zhitong_organisation())
       or zhitong_role() = 'security-administrator'));

alter table duty_leave enable row level security;
alter table duty_leave force row level security;
create policy duty_leave_read on duty_leave for select using (city = zhitong_city());
create policy duty_leave_insert on duty_leave for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or person_id = zhitong_person() or zhitong_role() = 'security-administrator'
       or (zhitong_role() = 'manager' and body_id = zhitong_organisation())));
create policy duty_leave_update on duty_leave for update using (
  city = zhitong_city()
  and (zhitong_trusted() or person_id = zhitong_person() or zhitong_role() = 'security-administrator'
       or (zhitong_role() = 'manager' and body_id = zhitong_organisation())));
