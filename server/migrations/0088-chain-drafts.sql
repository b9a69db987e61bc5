-- A version of a chain is drawn, handed in, and published by a second person: what was done with it, by whom, in which order.

alter table chain_version drop constraint chain_version_state_check;
alter table chain_version add constraint chain_version_state_check
  check (state in ('draft', 'review', 'published', 'discarded'));
-- two people who begin at once get one draft
create unique index chain_version_open on chain_version (city, chain_id) where state in ('draft', 'review');

-- made with a key of its maker: a double click makes one chain
alter table chain add column made_key text;
create unique index chain_made_key on chain (city, made_key);

create table chain_action (
  city text not null,
  chain_id uuid not null,
  number integer not null,
  -- the edition it left behind
  seq integer not null check (seq > 0),
  action text not null check (action in ('begin', 'save', 'send', 'return', 'publish', 'discard')),
  reason text,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (city, chain_id, number, seq),
  foreign key (city, chain_id, number) references chain_version (city, chain_id, number)
);

alter table chain_action enable row level security;
alter table chain_action force row level security;
-- a draft is the bureau's until it is published, and so is its way there
create policy chain_action_read on chain_action for select using (city = zhitong_city() and zhitong_trusted());
create policy chain_action_insert on chain_action for insert with check (city = zhitong_city() and zhitong_trusted());
