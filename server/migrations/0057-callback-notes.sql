-- What a firm said when the bureau called it back about a case closed on a day (回访); a second call is a second row.

create table callback_note (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  -- the day whose sample the case was drawn in
  day date not null,
  outcome text not null check (outcome in ('solved', 'not-solved', 'unreached', 'declined')),
  -- confidential: for the bureau alone
  said text,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (city, id),
  foreign key (city, case_id) references need_case (city, id)
);
create index callback_note_case on callback_note (city, case_id, at desc);

-- what a firm says of a body is not for the body
alter table callback_note enable row level security;
alter table callback_note force row level security;
create policy callback_note_bureau on callback_note using (city = zhitong_city() and zhitong_trusted());

-- the sample of a day is drawn from what came to an end on it
create index case_action_ended on case_action (city, at) where kind in ('confirmed', 'closed');
