-- Organisations as they are, as they were, and how far each fact is proved.

alter table organisation
  add column level text not null default 'self-declared' check (level in ('self-declared', 'documented', 'verified')),
  add column registered_only boolean not null default false,
  -- the present name and parent are in force from this day on; null: for as long as is known
  add column since date,
  -- counts changes: who saves an older version than the present one is refused
  add column version integer not null default 1,
  add column changed_at timestamptz,
  add column changed_by text,
  -- the names its rows in organisation_name_part were made from; null: not made yet (bulk writers leave it so)
  add column parts_of text;

-- The tree and the lists are read in the order of sounds. City first, as everywhere.
drop index organisation_parent;
create index organisation_child on organisation (city, parent_id, name collate "zh-x-icu", id);
create index organisation_root on organisation (city, kind, region, name collate "zh-x-icu", id) where parent_id is null;
create index organisation_sound on organisation (city, name collate "zh-x-icu", id);
create index organisation_kind on organisation (city, kind, region);
create index organisation_region on organisation (city, region);
create index organisation_credit_code on organisation (city, credit_code) where credit_code is not null;
create index organisation_external_code on organisation (city, external_code) where external_code is not null;
create index organisation_unsearched on organisation (city) where parts_of is null;

-- Every text a search may begin to match. Row-level security bars an index on LIKE, for its operators are not leakproof; it does not
-- bar one on >= and <. A projection: made from the names, thrown away and made again.
create table organisation_name_part (
  city text not null,
  organisation_id uuid not null,
  part text collate "C" not null,
  primary key (city, organisation_id, part),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index organisation_name_part_from on organisation_name_part (city, part, organisation_id);

-- What an organisation was before. The day ranges are half-open and never overlap.
create table organisation_past (
  city text not null,
  organisation_id uuid not null,
  valid_from date,
  valid_to date not null check (valid_from is null or valid_from < valid_to),
  name text not null,
  short_name text,
  kind text not null,
  parent_id uuid,
  region text,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (city, organisation_id, valid_to),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index organisation_past_child on organisation_past (city, parent_id, valid_to);

-- Who changed what when, field by field, and why. Contact data is never copied in here.
create table organisation_change (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  why text,
  source text not null,
  as_of date not null,
  level text not null,
  person_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index organisation_change_of on organisation_change (city, organisation_id, at desc, id desc);

-- Source, date and level of one fact, where they differ from those of the whole row.
create table organisation_fact (
  city text not null,
  organisation_id uuid not null,
  field text not null,
  source text not null,
  as_of date not null,
  level text not null check (level in ('self-declared', 'documented', 'verified')),
  primary key (city, organisation_id, field),
  foreign key (city, organisation_id) references organisation (city, id)
);

create table organisation_capability (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('machine', 'process', 'capacity')),
  name text not null,
  detail text,
  source text not null,
  as_of date not null,
  level text not null check (level in ('self-declared', 'documented', 'verified')),
  removed_at timestamptz,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index organisation_capability_of on organisation_capability (city, organisation_id) where removed_at is null;

create table organisation_certificate (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  number text,
  issuer text,
  valid_from date,
  valid_until date,
  source text not null,
  as_of date not null,
  level text not null check (level in ('self-declared', 'documented', 'verified')),
  removed_at timestamptz,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index organisation_certificate_of on organisation_certificate (city, organisation_id) where removed_at is null;

create table alliance_member (
  city text not null,
  id uuid not null,
  alliance_id uuid not null,
  member_id uuid not null,
  -- basis points; null: not known
  share integer check (share between 0 and 10000),
  valid_from date,
  valid_to date,
  source text not null,
  as_of date not null,
  removed_at timestamptz,
  primary key (city, id),
  foreign key (city, alliance_id) references organisation (city, id),
  foreign key (city, member_id) references organisation (city, id)
);
create index alliance_member_of on alliance_member (city, alliance_id) where removed_at is null;
create index alliance_member_in on alliance_member (city, member_id) where removed_at is null;

-- One row a city, locked by whoever moves an organisation in the tree: two moves at once could close a circle together.
create table organisation_tree (
  city text not null,
  moves bigint not null default 0,
  primary key (city)
);

-- A contact was read: one line of the trail an hour for each reader is enough.
create table contact_read (
  city text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  hour timestamptz not null,
  primary key (city, organisation_id, person_id, hour)
);

-- A deal lives in the buyer's city. That it opens the seller's contact to the buyer is written here, in the seller's city.
create table contact_opening (
  city text not null,
  organisation_id uuid not null,
  reader_id uuid not null,
  deal_id uuid not null,
  at timestamptz not null,
  primary key (city, organisation_id, reader_id)
);

-- What a firm may not change about itself, as it stands: read by the policy below, which sees only the new row.
create function zhitong_organisation_fixed(of_city text, of_id uuid) returns text language sql stable
  return (select row (o.kind, o.parent_id, o.credit_code, o.external_code, o.level, o.source, o.as_of, o.demo, o.created_at)::text
          from organisation o where o.city = of_city and o.id = of_id);

-- A firm's people enter enterprises and nothing else, and only as their own word.
drop policy organisation_insert on organisation;
create policy organisation_insert on organisation for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (zhitong_role() in ('member', 'manager') and kind = 'enterprise' and parent_id is null
           and level = 'self-declared' and not demo and external_code is null)));
-- `using` asks for the firm only, because publishing a need locks the firm's row; changing it takes its manager.
drop policy organisation_update on organisation;
create policy organisation_update on organisation for update
  using (city = zhitong_city() and (zhitong_trusted() or id = zhitong_organisation()))
  with check (
    city = zhitong_city()
    and (zhitong_trusted()
         or (id = zhitong_organisation() and zhitong_role() = 'manager'
             and row (kind, parent_id, credit_code, external_code, level, source, as_of, demo, created_at)::text
                 = zhitong_organisation_fixed(city, id))));

alter table organisation_name_part enable row level security;
alter table organisation_name_part force row level security;
create policy organisation_name_part_read on organisation_name_part for select using (city = zhitong_city());
create policy organisation_name_part_insert on organisation_name_part for insert
  with check (city = zhitong_city() and zhitong_system());
create policy organisation_name_part_delete on organisation_name_part for delete
  using (city = zhitong_city() and zhitong_system());

alter table organisation_past enable row level security;
alter table organisation_past force row level security;
create policy organisation_past_read on organisation_past for select using (city = zhitong_city());
create policy organisation_past_insert on organisation_past for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));

alter table organisation_change enable row level security;
alter table organisation_change force row level security;
create policy organisation_change_read on organisation_change for select using (city = zhitong_city());
-- nobody writes in another's name
create policy organisation_change_insert on organisation_change for insert with check (
  city = zhitong_city() and person_id is not distinct from zhitong_person()
  and (zhitong_trusted()
       or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager' and level = 'self-declared')));

alter table organisation_fact enable row level security;
alter table organisation_fact force row level security;
create policy organisation_fact_read on organisation_fact for select using (city = zhitong_city());
create policy organisation_fact_insert on organisation_fact for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager' and level = 'self-declared')));
create policy organisation_fact_update on organisation_fact for update
  using (city = zhitong_city()
         and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')))
  with check (city = zhitong_city() and (zhitong_trusted() or level = 'self-declared'));

alter table organisation_capability enable row level security;
alter table organisation_capability force row level security;
create policy organisation_capability_read on organisation_capability for select using (city = zhitong_city());
create policy organisation_capability_insert on organisation_capability for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager' and level = 'self-declared')));
create policy organisation_capability_remove on organisation_capability for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));

alter table organisation_certificate enable row level security;
alter table organisation_certificate force row level security;
create policy organisation_certificate_read on organisation_certificate for select using (city = zhitong_city());
create policy organisation_certificate_insert on organisation_certificate for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager' and level = 'self-declared')));
create policy organisation_certificate_remove on organisation_certificate for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));

alter table alliance_member enable row level security;
alter table alliance_member force row level security;
create policy alliance_member_read on alliance_member for select using (city = zhitong_city());
create policy alliance_member_insert on alliance_member for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (alliance_id = zhitong_organisation() and zhitong_role() = 'manager')));
create policy alliance_member_remove on alliance_member for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (alliance_id = zhitong_organisation() and zhitong_role() = 'manager')));

alter table organisation_tree enable row level security;
alter table organisation_tree force row level security;
create policy organisation_tree_bureau on organisation_tree using (city = zhitong_city() and zhitong_trusted());

alter table contact_read enable row level security;
alter table contact_read force row level security;
create policy contact_read_own on contact_read for select
  using (city = zhitong_city() and (zhitong_system() or person_id = zhitong_person()));
create policy contact_read_insert on contact_read for insert
  with check (city = zhitong_city() and person_id = zhitong_person());

alter table contact_opening enable row level security;
alter table contact_opening force row level security;
create policy contact_opening_read on contact_opening for select
  using (city = zhitong_city() and (zhitong_system() or reader_id = zhitong_organisation()));
create policy contact_opening_insert on contact_opening for insert with check (city = zhitong_city() and zhitong_system());

-- Contact data: to the firm itself, to the bureau, and between the two sides of a deal, wherever the deal lives.
drop policy organisation_contact_agreed on organisation_contact;
create policy organisation_contact_agreed on organisation_contact for select using (
  city = zhitong_city()
  and (zhitong_trusted() or organisation_id = zhitong_organisation()
       or exists (select 1 from deal d where d.city = organisation_contact.city
                  and ((d.buyer_id = organisation_contact.organisation_id and d.seller_id = zhitong_organisation())
                    or (d.seller_id = organisation_contact.organisation_id and d.buyer_id = zhitong_organisation())))
       or exists (select 1 from contact_opening c where c.city = organisation_contact.city
                  and c.organisation_id = organisation_contact.organisation_id and c.reader_id = zhitong_organisation())));
drop policy organisation_contact_write on organisation_contact;
create policy organisation_contact_insert on organisation_contact for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));
create policy organisation_contact_update on organisation_contact for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));
