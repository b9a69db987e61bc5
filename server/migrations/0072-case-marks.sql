-- Signing and the first answer are marks of a case: by when the firm must have heard something, and when the light turns red before the
-- due instant. Null: it has been heard, or (red) the due instant itself.
alter table need_case add column first_answer_due_at timestamptz;
alter table need_case add column red_at timestamptz;
drop index need_case_lights;
create index need_case_lights on need_case (city, stopped_at, due_at, yellow_at, late) include (reader_ids, red_at) where over_at is null;

-- a task about a mark that was missed; null: about the due instant
alter table case_task add column mark text check (mark in ('sign', 'first-answer'));

-- The platform takes a sourcing need up itself: nobody has to sign for it.
update case_action a set action = a.action || '{"running": true}'
from need_case c where c.city = a.city and c.id = a.case_id and c.list = 'sourcing' and a.kind = 'submitted';
update case_timer t set due_at = 'infinity'
from need_case c where c.city = t.city and c.id = t.case_id and c.list = 'sourcing' and t.kind like 'sign %' and t.fired_at is null;
update need_case set status = 'handling', sign_due_at = null, state = jsonb_set(state, '{status}', '"handling"')
where list = 'sourcing' and status = 'waiting';

-- What was heard before the mark was kept is not known and is held against nobody; who has not signed still has to.
update need_case c set
  yellow_at = case when c.over_at is null and c.sign_due_at is not null then least(c.yellow_at, c.sign_due_at) else c.yellow_at end,
  state = jsonb_set(c.state, '{rounds}', (
    select jsonb_agg(r.round || jsonb_build_object('heardAt', r.round -> 'start', 'holdings', (
        select jsonb_agg(h.holding || jsonb_build_object('signedAt',
            case when h.holding ->> 'to' is null and c.status = 'waiting' then 'null'::jsonb else h.holding -> 'from' end) order by h.n)
        from jsonb_array_elements(r.round -> 'holdings') with ordinality as h(holding, n))) order by r.n)
    from jsonb_array_elements(c.state -> 'rounds') with ordinality as r(round, n)));
