-- Reading was closed by side from the start; writing asked for the city only in places. Now the database itself says who may
-- write each row: a firm its own offers and answers, the buyer its matches, reasons and deals, each side only its own signature.

drop policy offer_search_insert on offer_search;
drop policy offer_search_update on offer_search;
drop policy offer_search_delete on offer_search;
create policy offer_search_insert on offer_search for insert
  with check (city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy offer_search_update on offer_search for update
  using (city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy offer_search_delete on offer_search for delete
  using (city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));

drop policy organisation_city on organisation;
create policy organisation_read on organisation for select using (city = zhitong_city());
create policy organisation_insert on organisation for insert with check (city = zhitong_city() and zhitong_trusted());
create policy organisation_update on organisation for update
  using (city = zhitong_city() and (zhitong_trusted() or id = zhitong_organisation()));

drop policy person_city on person;
create policy person_read on person for select using (city = zhitong_city());
create policy person_insert on person for insert with check (city = zhitong_city() and zhitong_trusted());
create policy person_update on person for update using (city = zhitong_city() and zhitong_trusted());

drop policy post_city on post;
create policy post_read on post for select using (city = zhitong_city());
create policy post_insert on post for insert with check (city = zhitong_city() and zhitong_trusted());
create policy post_update on post for update using (city = zhitong_city() and zhitong_trusted());

drop policy match_sides on match;
create policy match_read on match for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));
create policy match_insert on match for insert
  with check (city = zhitong_city() and (zhitong_trusted() or buyer_id = zhitong_organisation()));
create policy match_update on match for update
  using (city = zhitong_city() and (zhitong_trusted() or buyer_id = zhitong_organisation()));

drop policy response_sides on response;
create policy response_read on response for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));
create policy response_insert on response for insert
  with check (city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));
create policy response_update on response for update
  using (city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()));

drop policy rejection_sides on rejection;
create policy rejection_read on rejection for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or organisation_id = zhitong_organisation()));
create policy rejection_insert on rejection for insert
  with check (city = zhitong_city() and (zhitong_trusted() or buyer_id = zhitong_organisation()));

drop policy deal_sides on deal;
create policy deal_read on deal for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));
create policy deal_insert on deal for insert
  with check (city = zhitong_city() and (zhitong_trusted() or buyer_id = zhitong_organisation()));
-- both sides lock the deal while they write a step; its columns are not theirs to change (see the grants)
create policy deal_lock on deal for update using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));

drop policy deal_confirmation_sides on deal_confirmation;
create policy deal_confirmation_read on deal_confirmation for select using (
  city = zhitong_city()
  and (zhitong_trusted() or buyer_id = zhitong_organisation() or seller_id = zhitong_organisation()));
create policy deal_confirmation_insert on deal_confirmation for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or (side = 'buyer' and buyer_id = zhitong_organisation())
       or (side = 'seller' and seller_id = zhitong_organisation())));
