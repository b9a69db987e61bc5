-- Why the terms of a city were changed. What an installation begins with has no reason.
alter table case_terms add column reason text;
