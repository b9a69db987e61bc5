-- What firms buy comes by sheet too.
alter table import_job drop constraint import_job_kind_check;
alter table import_job add constraint import_job_kind_check
  check (kind in ('organisations', 'people', 'offers', 'duties', 'purchases'));
