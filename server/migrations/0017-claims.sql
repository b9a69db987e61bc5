-- Files people hand in, kept beside the rows they belong to (ADR 0010): a file and its row are there together or not at all.
create table stored_file (
  city text not null,
  id uuid not null,
  kind text not null check (kind in ('evidence', 'import-upload', 'import-errors')),
  -- null: of a person who holds no post yet
  organisation_id uuid,
  person_id uuid not null,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_at timestamptz not null,
  primary key (city, id)
);
create index stored_file_person on stored_file (city, person_id, stored_at);

-- The bytes, apart: a list of files never reads them.
create table stored_content (
  city text not null,
  file_id uuid not null,
  content bytea not null,
  primary key (city, file_id),
  foreign key (city, file_id) references stored_file (city, id)
);

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_read on stored_file for select using (
  city = zhitong_city()
  and (zhitong_trusted() or organisation_id = zhitong_organisation()
       or (organisation_id is null and person_id = zhitong_person())));
-- nobody hands in a file in another's name
create policy stored_file_insert on stored_file for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (person_id = zhitong_person()
       and (organisation_id is null or organisation_id = zhitong_organisation()))));

-- whoever may see the row of a file may see its bytes: the policy of stored_file decides inside this one
alter table stored_content enable row level security;
alter table stored_content force row level security;
create policy stored_content_read on stored_content for select using (
  city = zhitong_city()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id));
create policy stored_content_insert on stored_content for insert with check (
  city = zhitong_city()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id));

-- Somebody says it acts for a firm. What the claim is now is folded from its actions.
create table claim (
  city text not null,
  id uuid not null,
  -- null: a firm that is not in the directory, until the bureau approves it
  organisation_id uuid,
  -- name and credit code as the claimant gave them; the firm's own where it is known
  firm_name text not null,
  credit_code text,
  person_id uuid not null,
  person_name text not null,
  -- null: of somebody who holds no post
  claimant_organisation_id uuid,
  -- somebody spoke for the firm already when the claim came
  contest boolean not null,
  demo boolean not null default false,
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id),
  foreign key (city, person_id) references person (city, id)
);
create index claim_organisation on claim (city, organisation_id);
create index claim_person on claim (city, person_id, at);

create table claim_action (
  city text not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('submitted', 'supplemented', 'withdrawn', 'returned', 'approved', 'verified')),
  person_id uuid not null,
  person_name text not null,
  code text,
  words text not null,
  file_ids uuid[] not null default '{}',
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, claim_id) references claim (city, id)
);
create index claim_action_claim on claim_action (city, claim_id, at, id);

-- Who asked for an account and a firm at once, and how to reach that person until it holds a post.
create table registration (
  city text not null,
  person_id uuid not null,
  claim_id uuid not null,
  phone text not null,
  at timestamptz not null,
  primary key (city, person_id),
  foreign key (city, person_id) references person (city, id),
  foreign key (city, claim_id) references claim (city, id)
);

-- A link that gives one person one post, once. Only its hash is kept.
create table invitation (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('member', 'handler', 'manager')),
  -- whom it is meant for, in the words of who invites
  for_whom text not null,
  token_hash text not null,
  by_person uuid not null,
  by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  primary key (city, id),
  unique (city, token_hash),
  foreign key (city, organisation_id) references organisation (city, id)
);
create index invitation_organisation on invitation (city, organisation_id, created_at);

alter table claim enable row level security;
alter table claim force row level security;
create policy claim_read on claim for select using (
  city = zhitong_city() and (zhitong_trusted() or person_id = zhitong_person()));
create policy claim_insert on claim for insert with check (
  city = zhitong_city() and (zhitong_system() or person_id = zhitong_person()));
-- a claim is locked while somebody acts on it; its columns are nobody's to change (see the grants)
create policy claim_lock on claim for update using (
  city = zhitong_city() and (zhitong_trusted() or person_id = zhitong_person()));

alter table claim_action enable row level security;
alter table claim_action force row level security;
create policy claim_action_read on claim_action for select using (
  city = zhitong_city()
  and exists (select 1 from claim c where c.city = claim_action.city and c.id = claim_action.claim_id));
-- the claimant submits, supplements and withdraws its own; the bureau decides, never on its own
create policy claim_action_insert on claim_action for insert with check (
  city = zhitong_city() and exists (
    select 1 from claim c where c.city = claim_action.city and c.id = claim_action.claim_id
      and (zhitong_system() or (
        claim_action.person_id = zhitong_person()
        and case when kind in ('submitted', 'supplemented', 'withdrawn') then c.person_id = zhitong_person()
                 else zhitong_trusted() and c.person_id is distinct from zhitong_person() end))));

alter table registration enable row level security;
alter table registration force row level security;
create policy registration_read on registration for select using (
  city = zhitong_city() and (zhitong_trusted() or person_id = zhitong_person()));
create policy registration_insert on registration for insert with check (city = zhitong_city() and zhitong_system());

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_read on invitation for select using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and organisation_id = zhitong_organisation())));
create policy invitation_insert on invitation for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and organisation_id = zhitong_organisation())));
create policy invitation_update on invitation for update using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and organisation_id = zhitong_organisation())));
