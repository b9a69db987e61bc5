-- Evidence that no claim took up is deleted after a day; what stands in a claim stays with it.
create index stored_file_evidence on stored_file (city, stored_at) where kind = 'evidence';
create index claim_action_file on claim_action using gin (file_ids);

create function zhitong_file_claimed(of_city text, of_file uuid) returns boolean language sql stable
  return exists (select 1 from claim_action a where a.city = of_city and a.file_ids @> array[of_file]);

create policy stored_file_unclaimed on stored_file for delete using (
  city = zhitong_city() and zhitong_system() and kind = 'evidence' and not zhitong_file_claimed(city, id));
create policy stored_content_unclaimed on stored_content for delete using (
  city = zhitong_city() and zhitong_system()
  and exists (select 1 from stored_file f where f.city = stored_content.city and f.id = stored_content.file_id
                and f.kind = 'evidence' and not zhitong_file_claimed(f.city, f.id)));

-- How many organisations a person entered lately.
create index audit_entry_organisation_created on audit_entry (city, actor_person, at) where action = 'organisation.created';
