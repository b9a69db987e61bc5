-- What a firm wishes of a loan, as it was understood and corrected before sending: amount, term, rate, guarantees. null: read from the text.
alter table need_case add column loan jsonb;
-- the bank’s own copy
alter table funding_ask add column loan jsonb;

-- A bank that was asked reads the files that were sent with the need: the firm attached them for whom it asks.
create policy request_file_bank on request_file for select using (
  city = zhitong_city()
  and exists (select 1 from funding_ask a
              where a.city = request_file.city and a.need_id = request_file.need_id and a.bank_id = zhitong_organisation()));
