-- The firm takes one answer to its target sheet, as it then stands. Whoever else has the sheet reads a coded reason. Both end when the case
-- goes on: what was chosen before stays in the history of the case and in the trail.

alter table technology_ask
  add column chosen_at timestamptz,
  add column chosen_answer uuid,
  add column passed_at timestamptz,
  add column passed_code text check (passed_code in ('targets', 'evidence', 'readiness', 'terms', 'settled')),
  add constraint technology_ask_chosen_whole check ((chosen_at is null) = (chosen_answer is null)),
  add constraint technology_ask_passed_whole check ((passed_at is null) = (passed_code is null)),
  add constraint technology_ask_one_way check (chosen_at is null or passed_at is null),
  add constraint technology_ask_chosen_answer foreign key (city, chosen_answer) references technology_answer (city, id);

-- of two people who take one at once, one does
create unique index technology_ask_one_chosen on technology_ask (city, case_id) where chosen_at is not null;
