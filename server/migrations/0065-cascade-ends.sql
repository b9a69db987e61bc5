-- A cascade ends with its need, and what became of its timers can be told apart: fired, or dropped because it no longer fell due. Rows that
-- were marked before this stay as they are; which of them had fired, nobody can say any more.
alter table cascade_timer add column dropped_at timestamptz;
alter table cascade_timer add check (fired_at is null or dropped_at is null);
-- `expiry`: the day of the deadline is over, whatever the rings wait for
alter table cascade_timer drop constraint cascade_timer_kind_check;
alter table cascade_timer add constraint cascade_timer_kind_check
  check (kind in ('circle', 'province', 'nation', 'abroad', 'end', 'expiry'));
drop index cascade_timer_due;
create index cascade_timer_due on cascade_timer (city, due_at) where fired_at is null and dropped_at is null;

-- `before`: asked before receipts were kept; what is known of it stands in the receipt, and no more
alter table cascade_receipt drop constraint cascade_receipt_closed_by_check;
alter table cascade_receipt add constraint cascade_receipt_closed_by_check
  check (closed_by in ('time', 'nobody', 'full', 'short', 'by-hand', 'chosen', 'withdrawn', 'expired', 'before'));

-- What a task is about: a rung of the ladder, a cascade that has asked everybody, a firm that does not answer on an order.
alter table case_task add column kind text not null default 'rung' check (kind in ('rung', 'exhausted', 'silent-firm'));

-- an owner who is no superuser reads and writes past the policies only while they are not forced
alter table need no force row level security;
alter table cascade no force row level security;
alter table cascade_timer no force row level security;
insert into cascade_timer (city, need_id, kind, due_at)
select c.city, c.need_id, 'expiry', (n.deadline + 1)::timestamp at time zone 'Asia/Shanghai'
from cascade c join need n on n.city = c.city and n.id = c.need_id
where c.ended_at is null and n.deadline is not null;
alter table need force row level security;
alter table cascade force row level security;
alter table cascade_timer force row level security;
