-- A firm withdraws what was verified, too: only what counts has to be its own word again.
drop policy purchase_update on purchase;
create policy purchase_update on purchase for update using (
  city = zhitong_city() and (zhitong_trusted() or organisation_id = zhitong_organisation()))
  with check (city = zhitong_city() and (zhitong_trusted() or (
    organisation_id = zhitong_organisation() and (level = 'declared' or withdrawn_at is not null))));
