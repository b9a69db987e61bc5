-- The database keeps what only the services kept: an order is changed by the platform alone and taken from the books by its firm alone,
-- a supervisor's words to a body are for the two of them, a firm's policies are the firm's, and where an article came from is its body's.

drop policy supervision_order_update on supervision_order;
create policy supervision_order_update on supervision_order for update using (city = zhitong_city() and zhitong_system());

drop policy order_action_insert on order_action;
create policy order_action_insert on order_action for insert with check (
  city = zhitong_city()
  and (zhitong_system()
       or (person_id = zhitong_person() or (side = 'system' and kind in ('moved', 'ended')))
          and exists (
            select 1 from supervision_order o
            where o.city = order_action.city and o.id = order_action.order_id
              and (kind not in ('consented', 'refused') or o.asker_id = zhitong_organisation()))));

create table order_word (
  city text not null,
  order_id uuid not null,
  seq integer not null,
  -- confidential: what the supervisor wrote to the body
  text text not null,
  primary key (city, order_id, seq),
  foreign key (city, order_id, seq) references order_action (city, order_id, seq)
);
insert into order_word (city, order_id, seq, text)
select city, order_id, seq, text from order_action where kind in ('issued', 'returned') and text is not null;
update order_action set text = null where kind in ('issued', 'returned');
alter table order_action add check (text is null or kind not in ('issued', 'returned'));

alter table order_word enable row level security;
alter table order_word force row level security;
create policy order_word_read on order_word for select using (
  city = zhitong_city()
  and (zhitong_trusted() or exists (
    select 1 from supervision_order o
    where o.city = order_word.city and o.id = order_word.order_id
      and (o.lead_id = zhitong_organisation() or o.issuer_id = zhitong_organisation()))));
create policy order_word_insert on order_word for insert with check (
  city = zhitong_city()
  and (zhitong_trusted() or exists (
    select 1 from supervision_order o
    where o.city = order_word.city and o.id = order_word.order_id and o.issuer_id = zhitong_organisation())));

drop policy policy_told_read on policy_told;
create policy policy_told_read on policy_told for select using (
  city = zhitong_city() and (zhitong_system() or organisation_id = zhitong_organisation()));

create table article_origin (
  city text not null,
  article_id uuid not null,
  -- whose answer the article was made from; two who press at once stand in line at the case
  case_id uuid not null,
  primary key (city, article_id),
  foreign key (city, article_id) references article (city, id),
  foreign key (city, case_id) references need_case (city, id)
);
create index article_origin_case on article_origin (city, case_id);
insert into article_origin (city, article_id, case_id) select city, id, case_id from article where case_id is not null;
drop index article_of_case;
alter table article drop column case_id;

alter table article_origin enable row level security;
alter table article_origin force row level security;
create policy article_origin_body on article_origin using (
  city = zhitong_city()
  and (zhitong_system() or exists (
    select 1 from article a
    where a.city = article_origin.city and a.id = article_origin.article_id and a.body_id = zhitong_organisation())));
