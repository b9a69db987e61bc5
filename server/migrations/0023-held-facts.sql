-- What an organisation has and was called before can be entered and taken back by hand.

-- How far it is proved that somebody is a member, as for every other fact.
alter table alliance_member
  add column level text not null default 'self-declared' check (level in ('self-declared', 'documented', 'verified'));

drop policy alliance_member_insert on alliance_member;
create policy alliance_member_insert on alliance_member for insert with check (
  city = zhitong_city()
  and (zhitong_trusted()
       or (alliance_id = zhitong_organisation() and zhitong_role() = 'manager' and level = 'self-declared')));

-- A former name somebody entered may be taken back, and the history keeps what stood there; one that a change left behind may not.
alter table organisation_past add column by_hand boolean not null default false;
create policy organisation_past_take_back on organisation_past for delete using (
  city = zhitong_city() and by_hand
  and (zhitong_trusted() or (organisation_id = zhitong_organisation() and zhitong_role() = 'manager')));
