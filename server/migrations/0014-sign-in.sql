-- A session has a beginning that renewing its id does not move, a last use, and remembers whether a code was given in it.
alter table auth."session"
  add column "signedInAt" timestamptz not null default current_timestamp,
  add column "lastUsedAt" timestamptz not null default current_timestamp,
  add column "factorAt" timestamptz,
  add column "method" text not null default 'password' check ("method" in ('password', 'single-sign-on'));
create index session_user_used on auth."session" ("userId", "lastUsedAt");

-- What the security administrator sees and changes of an account.
alter table sign_in
  add column created_at timestamptz not null default current_timestamp,
  add column last_used_at timestamptz,
  add column locked_at timestamptz,
  add column password_changed_at timestamptz not null default current_timestamp,
  add column password_due boolean not null default false;
create index sign_in_person on sign_in (city, person_id);

-- The secret is sealed with a key made of the installation's secret; null for demo people, who all use the published one.
-- Unconfirmed: shown, but no code was given yet.
create table auth.second_factor (
  user_id text primary key references auth."user" ("id") on delete cascade,
  sealed_secret text,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- a code is good once: the time step of the last one taken
  last_step bigint not null default 0
);

create table auth.recovery_code (
  user_id text not null references auth."user" ("id") on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

-- Links with which a person sets the password without anybody else learning it. Only the hash of what the link carries.
create table auth.password_link (
  token_hash text primary key,
  user_id text not null references auth."user" ("id") on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_link_user on auth.password_link (user_id);
