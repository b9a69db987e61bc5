-- Whoever handles a case does not read who gave a bad grade, and with which words: they stand in case_rating alone.
update case_action a set side = 'system', person_id = null, person_name = null, body_id = null, body_name = null, text = null,
  action = a.action || '{"because": "rating"}'
from case_rating r
where r.city = a.city and r.case_id = a.case_id and a.kind = 'reopened' and r.rated_at = a.at and r.grade <= 2;
