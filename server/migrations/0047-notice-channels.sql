-- Ways out of the house for news (通知渠道): robots, e-mail and webhooks that a body chose, what is to be said there, and how fast.

create table notice_channel (
  city text not null,
  id uuid not null,
  -- whose news it carries
  organisation_id uuid not null,
  organisation_name text not null,
  -- only what this person of it holds; null: everything
  person_id uuid,
  person_name text,
  kind text not null check (kind in ('dingtalk', 'wecom', 'mail', 'webhook')),
  name text not null,
  language text not null check (language in ('zh', 'en')),
  -- what may be shown of the address; the whole of it and the key are sealed, since the address of a robot is its key
  address_shown text not null,
  sealed text not null,
  keyed boolean not null,
  -- one robot may stand behind several channels: the same address has the same mark
  robot text not null,
  -- minutes of the city's day, half open; over midnight when it ends before it begins
  quiet_from integer check (quiet_from between 0 and 1439),
  quiet_to integer check (quiet_to between 0 and 1439),
  digest_minutes integer not null check (digest_minutes between 0 and 1440),
  enabled boolean not null default true,
  -- a fault of its settings: nothing is sent until they are changed or a test goes through
  fault text,
  -- up to where the log of the city has been taken in
  position bigint not null,
  last_outcome text check (last_outcome in ('sent', 'slow-down', 'fault', 'again', 'unknown', 'given-up')),
  last_fault text,
  last_at timestamptz,
  next_at timestamptz,
  made_by uuid not null,
  made_by_name text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (city, id),
  foreign key (city, organisation_id) references organisation (city, id),
  check ((quiet_from is null) = (quiet_to is null))
);
create index notice_channel_organisation on notice_channel (city, organisation_id, created_at) where removed_at is null;

-- What is to be sent through a channel: one digest, open until it is first tried. A stretch of the log is in one digest only.
create table notice_outbox (
  city text not null,
  id uuid not null,
  channel_id uuid not null,
  first_position bigint not null,
  last_position bigint not null,
  -- one a matter: the last sentence, how many there were, and where it leads
  lines jsonb not null,
  more integer not null default 0,
  -- a step of the ladder that does not wait for the end of quiet hours
  urgent boolean not null,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  state text not null check (state in ('open', 'sending', 'sent', 'unknown', 'given-up', 'dropped')),
  tries integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  primary key (city, id),
  unique (city, channel_id, first_position),
  foreign key (city, channel_id) references notice_channel (city, id)
);
create index notice_outbox_due on notice_outbox (city, due_at) where state = 'open';
create index notice_outbox_sending on notice_outbox (city, claimed_at) where state = 'sending';
create unique index notice_outbox_open on notice_outbox (city, channel_id, urgent) where state = 'open' and tries = 0;

-- How often a robot was called of late, whichever node called it.
create table notice_robot (
  city text not null,
  robot text not null,
  -- the last twenty calls, oldest first
  calls timestamptz[] not null,
  held_until timestamptz,
  primary key (city, robot)
);

alter table notice_channel enable row level security;
alter table notice_channel force row level security;
create policy notice_channel_own on notice_channel using (
  city = zhitong_city()
  and (zhitong_trusted() or (zhitong_role() = 'manager' and organisation_id = zhitong_organisation())));

alter table notice_outbox enable row level security;
alter table notice_outbox force row level security;
create policy notice_outbox_read on notice_outbox for select using (
  city = zhitong_city()
  and exists (select 1 from notice_channel c where c.city = notice_outbox.city and c.id = notice_outbox.channel_id));
create policy notice_outbox_insert on notice_outbox for insert with check (city = zhitong_city() and zhitong_system());
create policy notice_outbox_update on notice_outbox for update using (city = zhitong_city() and zhitong_system());

alter table notice_robot enable row level security;
alter table notice_robot force row level security;
create policy notice_robot_system on notice_robot using (city = zhitong_city() and zhitong_system());
