-- sample (optional) → order → delivery → reversal. A step counts only when both sides have confirmed it; the counted amount
-- is a sum over rows, never a stored figure.

create table deal (
  city text not null,
  id uuid not null,
  need_id uuid not null,
  response_id uuid not null,
  buyer_id uuid not null,
  buyer_name text not null,
  seller_id uuid not null,
  seller_city text not null,
  seller_name text not null,
  product_text text not null,
  promised_by date,
  demo boolean not null default false,
  created_at timestamptz not null,
  primary key (city, id),
  unique (city, need_id),
  foreign key (city, need_id) references need (city, id)
);
create index deal_created on deal (city, created_at desc, id);

create table deal_step (
  city text not null,
  id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  kind text not null check (kind in ('sample', 'order', 'delivery', 'reversal')),
  amount_fen bigint not null check (amount_fen >= 0),
  quantity double precision,
  unit text,
  date date not null,
  note text,
  created_by uuid,
  created_at timestamptz not null,
  primary key (city, id),
  foreign key (city, deal_id) references deal (city, id)
);
create index deal_step_deal on deal_step (city, deal_id);

create table deal_confirmation (
  city text not null,
  step_id uuid not null,
  side text not null check (side in ('buyer', 'seller')),
  buyer_id uuid not null,
  seller_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  primary key (city, step_id, side),
  foreign key (city, step_id) references deal_step (city, id)
);

alter table deal enable row level security;
alter table deal force row level security;
create policy deal_sides on deal using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));

alter table deal_step enable row level security;
alter table deal_step force row level security;
create policy deal_step_sides on deal_step using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));

alter table deal_confirmation enable row level security;
alter table deal_confirmation force row level security;
create policy deal_confirmation_sides on deal_confirmation using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));

-- Contact data opens when both sides agreed: here, when a deal joins them.
create policy organisation_contact_agreed on organisation_contact for select using (
  city = zhitong_city()
  and (zhitong_trusted() or organisation_id = zhitong_organisation()
       or exists (select 1 from deal d where d.city = organisation_contact.city
                  and (d.buyer_id = organisation_contact.organisation_id or d.seller_id = organisation_contact.organisation_id))));
create policy organisation_contact_write on organisation_contact for insert with check (
  city = zhitong_city() and zhitong_trusted());
