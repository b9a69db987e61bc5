-- Why terms were changed, as the terms of the clocks say it. What an installation begins with has no reason.
alter table order_terms add column reason text;
alter table sourcing_terms add column reason text;
-- the same day planned again takes the place of the first plan
create policy sourcing_terms_update on sourcing_terms for update using (city = zhitong_city() and zhitong_trusted());
