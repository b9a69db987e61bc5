-- A firm that does not say whether an accepted order is struck off: it is reminded when its time is over, and after a second term the bureau
-- has to call it. The order leaves the books by the firm's consent alone, as before.
alter table supervision_order add column call_at timestamptz;
alter table supervision_order add column called_at timestamptz;
create index supervision_order_call on supervision_order (city, call_at) where over_at is null and called_at is null;

-- an owner who is no superuser reads and writes past the policies only while they are not forced
alter table order_terms no force row level security;
update order_terms set terms = terms || '{"callMinutes": 2400}' where not terms ? 'callMinutes';
alter table order_terms force row level security;

-- what was accepted before: five working days after the reminder are a week or a little less
alter table supervision_order no force row level security;
update supervision_order set call_at = due_at + interval '7 days' where status = 'accepted' and over_at is null;
alter table supervision_order force row level security;
