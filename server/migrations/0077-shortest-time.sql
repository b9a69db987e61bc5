-- Every ring in which somebody is asked has a shortest time to answer, counted in office hours. Rings that are asked together keep their
-- accounts open until that time is over, and a receipt tells a firm that had no time apart from one that was silent.

-- rings asked together with the outermost one, and why each did not go first by itself: {"city": "together", "circle": "short"}
alter table cascade add column joined jsonb;

alter table cascade_receipt add column no_time integer not null default 0;
alter table cascade_receipt drop constraint cascade_receipt_closed_by_check;
alter table cascade_receipt add constraint cascade_receipt_closed_by_check
  check (closed_by in ('time', 'nobody', 'full', 'short', 'together', 'by-hand', 'chosen', 'withdrawn', 'expired', 'before'));

-- terms from before get the time an installation begins with; an owner who is no superuser writes past the policy only while it is not forced
alter table sourcing_terms no force row level security;
update sourcing_terms set terms = terms || '{"leastMinutes": 30}'::jsonb where terms ->> 'leastMinutes' is null;
alter table sourcing_terms force row level security;
