-- A need of which the bureau has ruled that it is no wish is over: its clock stands, and it holds no quota.
alter table need drop constraint need_state_check;
alter table need add constraint need_state_check check (state in ('open', 'chosen', 'withdrawn', 'expired', 'kept-back'));
