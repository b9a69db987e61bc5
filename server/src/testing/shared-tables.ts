/**
 * The closed list of tables that no city owns, each with the reason and with what the app role may do there. Every other table
 * has `city` first in its keys and row-level security; a new table that has neither fails the schema law test.
 */
export const sharedTables: Readonly<Record<string, { readonly why: string; readonly may: string }>> = {
  'public.schema_migration': { why: 'what the schema is; written by its owner only', may: 'select' },
  'public.region': { why: 'reference: administrative divisions of the whole country', may: 'select insert update' },
  'public.circle_city': { why: 'reference: which prefectures count as near', may: 'select insert update' },
  'public.product': { why: 'reference: the product graph', may: 'select insert update' },
  'public.product_alias': { why: 'reference: the product graph', may: 'select insert update' },
  'public.product_relation': { why: 'reference: the product graph', may: 'select insert update' },
  'public.product_other_name': {
    why: 'reference: other words for the products of the graph, for the whole country',
    may: 'select insert update',
  },
  'public.product_limit': { why: 'reference: the product graph', may: 'select insert update' },
  'public.io_table': { why: 'reference: input-output tables of the nation or a province', may: 'select insert update' },
  'public.credit_code': { why: 'unique across cities, keyed by the code itself', may: 'select insert update delete' },
  'public.external_code': { why: 'unique across cities, keyed by the code itself', may: 'select insert update' },
  'public.sign_in': { why: 'leads from an account to its city, before a city is known', may: 'select insert update' },
  'auth.user': { why: 'accounts are signed in to before a city is known', may: 'select insert update delete' },
  'auth.session': { why: 'looked up by its secret before a city is known', may: 'select insert update delete' },
  'auth.account': { why: 'belongs to auth.user', may: 'select insert update delete' },
  'auth.verification': { why: 'belongs to auth.user', may: 'select insert update delete' },
  'auth.sign_in_attempt': { why: 'counts names that may belong to nobody', may: 'select insert update delete' },
  'auth.second_factor': { why: 'belongs to auth.user', may: 'select insert update delete' },
  'auth.recovery_code': { why: 'belongs to auth.user', may: 'select insert update delete' },
  'auth.password_link': { why: 'belongs to auth.user', may: 'select insert update delete' },
};

/** The one table a city owns that every city may read (house rules §5.5): published facts only. */
export const publishedTable = 'offer_search';

/** City tables whose grants differ from the usual `select insert update`. */
export const cityTableGrants: Readonly<Record<string, string>> = {
  // a sealed event is never rewritten: only its place in the log is set, by the sealer
  event: 'select insert update(position) update(hash)',
  audit_entry: 'select insert update(position) update(hash)',
  audit_confidential: 'select insert',
  audit_check: 'select insert',
  // what a merge changed is what a split puts back
  merge_move: 'select insert',
  // what was matched, said and signed stays as it is
  match: 'select insert update(seen_at) update(shortlisted_at)',
  rejection: 'select insert',
  deal: 'select insert update(demo)',
  deal_step: 'select insert',
  deal_confirmation: 'select insert',
  // who held what is history: it ends, and another begins
  post: 'select insert delete update(valid_to)',
  duty_term: 'select insert delete update(valid_to)',
  duty_leave: 'select insert update(valid_to)',
  // what an organisation was, and who changed it, stays; what is over is marked, not rewritten
  organisation_past: 'select insert delete',
  organisation_change: 'select insert delete',
  organisation_capability: 'select insert update(organisation_id) update(removed_at)',
  organisation_certificate: 'select insert update(organisation_id) update(removed_at)',
  alliance_member: 'select insert update(alliance_id) update(member_id) update(removed_at)',
  contact_read: 'select insert',
  contact_opening: 'select insert',
  // a file is what was handed in: it is never exchanged for another
  stored_file: 'select insert delete',
  stored_content: 'select insert delete',
  // what an import made is taken away when it is undone; their policies let nothing else go
  organisation: 'select insert update delete',
  organisation_contact: 'select insert update delete',
  organisation_fact: 'select insert update delete',
  import_row: 'select insert update delete',
  person: 'select insert update delete',
  person_phone: 'select insert update delete',
  duty: 'select insert update delete',
  // what was claimed and decided stays; a link is used up or taken back, never given to somebody else
  claim: 'select insert update(demo)',
  claim_action: 'select insert',
  registration: 'select insert',
  invitation: 'select insert update(used_at) update(used_by) update(revoked_at) update(tries)',
  // a case moves; what was asked, said and done in it stays
  case_action: 'select insert',
  route_correction: 'select insert',
  need_case:
    'select insert update(duty_id) update(status) update(lead_id) update(lead_name) update(holder_post_id) update(holder_id) update(holder_name) update(lead_since) update(round) update(due_at) update(due_certain) update(yellow_at) update(sign_due_at) update(stopped_at) update(late) update(over_at) update(hand_backs) update(state) update(seq) update(reader_ids) update(first_answer_due_at) update(red_at)',
  // what was done with a map on its way stays
  chain_action: 'select insert',
  // what a firm said stays, a newer word takes its place; so does what a paper said, and who was told
  policy_change: 'select insert',
  policy_told: 'select insert',
  firm_statement: 'select insert',
  // the words of a version stay; an article only moves from one to the next
  article:
    'select insert update(body_id) update(latest_version) update(published_version) update(published_at) update(published_by) update(touched_at)',
  article_version: 'select insert',
  answer_accepted: 'select insert',
  // what came with a request stays with it; a grade is given once; a draft is its writer's to throw away
  request_file: 'select insert',
  case_rating:
    'select insert update(token_hash) update(expires_at) update(grade) update(said) update(rated_at) update(same_address)',
  callback_note: 'select insert',
  need_draft: 'select insert update delete',
  // a cascade moves on, its receipts stay as they were written
  cascade:
    'select insert update(ring) update(ring_since) update(held_at) update(held_code) update(held_by_name) update(ended_at) update(joined)',
  cascade_timer: 'select insert update(due_at) update(fired_at) update(dropped_at)',
  cascade_receipt: 'select insert',
  kept_need:
    'select insert update(review_text) update(review_at) update(ruling) update(ruling_text) update(ruled_at) update(ruled_by_name)',
  target_step: 'select insert',
  // a projection is rebuilt
  offer_search: 'select insert update delete',
  organisation_name_part: 'select insert delete',
};

/** What every firm of a city may read of its own city without being a side to it: the directory. */
export const openInTheCity: readonly string[] = [
  ...['organisation', 'person', 'post'],
  ...['duty', 'duty_term', 'duty_leave'],
  ...['organisation_past', 'organisation_change', 'organisation_fact', 'organisation_name_part'],
  ...['case_terms', 'order_terms', 'sourcing_terms', 'policy', 'district_body', 'chain', 'drill_rules'],
  ...['organisation_capability', 'organisation_certificate', 'alliance_member'],
];
