-- Bank offers (银行报价) on a funding need. A bank reads its own copy of the need, as a supplier does (ADR 0005): it is no reader of the
-- case, so no action, helper, count or event of the case tells it of another bank.

-- One bank that was asked, in one round of a case.
create table funding_ask (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  need_id uuid not null,
  round integer not null,
  bank_id uuid not null,
  bank_name text not null,
  asker_id uuid not null,
  asker_name text not null,
  title text not null,
  -- confidential: the firm's words, as they were when the bank was asked
  text text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'offered', 'declined', 'won', 'lost', 'ended')),
  answered_at timestamptz,
  -- confidential: why no offer was made, and what would change it; never one without the other
  decline_code text,
  decline_change text,
  -- why it was not chosen, or why the case ended
  lost_code text,
  settled_at timestamptz,
  demo boolean not null default false,
  primary key (city, id),
  unique (city, case_id, round, bank_id),
  check ((decline_code is null) = (decline_change is null)),
  check (state <> 'declined' or decline_code is not null),
  foreign key (city, case_id) references need_case (city, id),
  foreign key (city, need_id) references need (city, id),
  foreign key (city, bank_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create unique index funding_ask_won on funding_ask (city, case_id, round) where state = 'won';
create index funding_ask_bank on funding_ask (city, bank_id, settled_at, due_at, id);
create index funding_ask_need on funding_ask (city, need_id);

-- What a bank offered. Changed, it is another row; the one before stays as it was written.
create table funding_offer (
  city text not null,
  id uuid not null,
  ask_id uuid not null,
  bank_id uuid not null,
  asker_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  rate_bp integer not null check (rate_bp >= 0),
  term_months integer not null check (term_months > 0),
  guarantee text not null check (guarantee in (
    'credit', 'mortgage', 'pledge', 'guarantor', 'guarantee-company', 'receivables', 'government-fund')),
  fees_fen bigint not null check (fees_fen >= 0),
  valid_until date not null,
  -- confidential
  note text,
  by_person uuid not null,
  at timestamptz not null,
  replaced_at timestamptz,
  primary key (city, id),
  foreign key (city, ask_id) references funding_ask (city, id),
  foreign key (city, bank_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create unique index funding_offer_current on funding_offer (city, ask_id) where replaced_at is null;

-- A firm lets one bank read its payment record in one case, once, until a day (授权).
create table funding_receipt (
  city text not null,
  id uuid not null,
  ask_id uuid not null,
  bank_id uuid not null,
  asker_id uuid not null,
  given_by uuid not null,
  given_by_name text not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by_name text,
  purpose text,
  taken_back_at timestamptz,
  primary key (city, id),
  check (used_at is null or taken_back_at is null),
  foreign key (city, ask_id) references funding_ask (city, id),
  foreign key (city, bank_id) references organisation (city, id),
  foreign key (city, asker_id) references organisation (city, id)
);
create index funding_receipt_ask on funding_receipt (city, ask_id, given_at desc);
create index funding_receipt_bank on funding_receipt (city, bank_id, given_at desc);

-- What was paid on a delivery both sides confirmed: noted by one side, counted when the other has confirmed it.
create table deal_payment (
  city text not null,
  id uuid not null,
  deal_id uuid not null,
  step_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  noted_by text not null check (noted_by in ('buyer', 'seller')),
  noted_person uuid,
  noted_at timestamptz not null,
  confirmed_person uuid,
  confirmed_at timestamptz,
  primary key (city, id),
  foreign key (city, deal_id) references deal (city, id),
  foreign key (city, step_id) references deal_step (city, id)
);
create index deal_payment_deal on deal_payment (city, deal_id, noted_at);
create index deal_payment_buyer on deal_payment (city, buyer_id, paid_on) where confirmed_at is not null;
create index deal_payment_seller on deal_payment (city, seller_id, paid_on) where confirmed_at is not null;

-- the firm and the one bank; the bureau sees how a need stands
alter table funding_ask enable row level security;
alter table funding_ask force row level security;
create policy funding_ask_read on funding_ask for select using (
  city = zhitong_city()
  and (zhitong_trusted() or bank_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy funding_ask_insert on funding_ask for insert with check (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
create policy funding_ask_update on funding_ask for update using (
  city = zhitong_city()
  and (zhitong_trusted() or bank_id = zhitong_organisation() or asker_id = zhitong_organisation()));

alter table funding_offer enable row level security;
alter table funding_offer force row level security;
create policy funding_offer_read on funding_offer for select using (
  city = zhitong_city()
  and (zhitong_system() or bank_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy funding_offer_insert on funding_offer for insert with check (
  city = zhitong_city() and (zhitong_system() or bank_id = zhitong_organisation()));
create policy funding_offer_update on funding_offer for update using (
  city = zhitong_city() and (zhitong_system() or bank_id = zhitong_organisation()));

alter table funding_receipt enable row level security;
alter table funding_receipt force row level security;
create policy funding_receipt_read on funding_receipt for select using (
  city = zhitong_city()
  and (zhitong_system() or bank_id = zhitong_organisation() or asker_id = zhitong_organisation()));
create policy funding_receipt_insert on funding_receipt for insert with check (
  city = zhitong_city() and (zhitong_system() or asker_id = zhitong_organisation()));
create policy funding_receipt_update on funding_receipt for update using (
  city = zhitong_city()
  and (zhitong_system() or bank_id = zhitong_organisation() or asker_id = zhitong_organisation()));

alter table deal_payment enable row level security;
alter table deal_payment force row level security;
create policy deal_payment_read on deal_payment for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));
create policy deal_payment_insert on deal_payment for insert with check (
  city = zhitong_city()
  and (zhitong_system() or (noted_by = 'buyer' and buyer_id = zhitong_organisation())
       or (noted_by = 'seller' and seller_id = zhitong_organisation())));
-- only the other side confirms
create policy deal_payment_confirm on deal_payment for update using (
  city = zhitong_city()
  and (zhitong_system() or (noted_by = 'seller' and buyer_id = zhitong_organisation())
       or (noted_by = 'buyer' and seller_id = zhitong_organisation())));
