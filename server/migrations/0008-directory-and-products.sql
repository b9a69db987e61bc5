-- Contact data: the policy now names both sides itself, instead of relying on what the policy of `deal` lets the viewer see.
drop policy organisation_contact_agreed on organisation_contact;
create policy organisation_contact_agreed on organisation_contact for select using (
  city = zhitong_city()
  and (zhitong_trusted() or organisation_id = zhitong_organisation()
       or exists (select 1 from deal d where d.city = organisation_contact.city
                  and ((d.buyer_id = organisation_contact.organisation_id and d.seller_id = zhitong_organisation())
                    or (d.seller_id = organisation_contact.organisation_id and d.buyer_id = zhitong_organisation())))));
create index deal_buyer on deal (city, buyer_id);
create index deal_seller on deal (city, seller_id);

-- An organisation of another city is found through what it published.
create index offer_search_maker on offer_search (organisation_id);

-- Names are searched by any part of them. Chinese words of two letters carry no trigram: those are read through.
create extension if not exists pg_trgm;
create index product_name_part on product using gin (name gin_trgm_ops);
create index product_name_en_part on product using gin (name_en gin_trgm_ops);
create index product_alias_part on product_alias using gin (name gin_trgm_ops);
