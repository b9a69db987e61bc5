/** A column that a merge writes: where the row of the merged-away record is found, and what it is told apart by. */
export interface MovedColumn {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly type: 'uuid' | 'text';
  /** the column that names the organisation */
  readonly owner: string;
}

/**
 * What a merge does about every column that names an organisation; `merge-scope.test.ts` walks the catalogue and fails on a column
 * without a decision (ADR 0013).
 *
 * - `moved`: the rows go to the record that stays, noted value by value.
 * - `stays`: signed, answered or told to somebody: it stays as it was written. Whoever belongs to it acts on it in the post that
 *   the merge gives at that record.
 * - `carried`: the rows stay, and the merge adds the same at the other record.
 * - `chosen`: the officer chooses whose is kept.
 * - `through`: it stays, and whoever meets it is led to the record that stands for both.
 */
export const mergeScope = {
  'alliance_member.alliance_id': 'moved',
  'alliance_member.member_id': 'moved',
  'audit_entry.actor_organisation': 'stays',
  'answer_accepted.body_id': 'stays',
  'answer_accepted.organisation_id': 'stays',
  'article.body_id': 'moved',
  'cascade.asker_id': 'stays',
  'cascade_receipt.asker_id': 'stays',
  'case_action.body_id': 'stays',
  'case_help.helper_id': 'stays',
  'case_rating.asker_id': 'stays',
  'case_rating.body_id': 'stays',
  'case_task.body_id': 'stays',
  'case_template.body_id': 'moved',
  'claim.claimant_organisation_id': 'stays',
  'claim.organisation_id': 'through',
  'contact_opening.organisation_id': 'stays',
  'contact_opening.reader_id': 'stays',
  'contact_read.organisation_id': 'stays',
  'credit_code.organisation_id': 'moved',
  'deal.buyer_id': 'stays',
  'deal.seller_id': 'stays',
  'deal_confirmation.buyer_id': 'stays',
  'deal_confirmation.seller_id': 'stays',
  'deal_step.buyer_id': 'stays',
  'deal_step.seller_id': 'stays',
  'deal_payment.buyer_id': 'stays',
  'deal_payment.seller_id': 'stays',
  'dispute.by_organisation': 'stays',
  'dispute.organisation_id': 'stays',
  'district_body.body_id': 'stays',
  'district_body.district_body_id': 'stays',
  'duplicate_pair.a_id': 'through',
  'duplicate_pair.b_id': 'through',
  'duty_leave.body_id': 'stays',
  'duty_term.body_id': 'stays',
  'external_code.organisation_id': 'moved',
  'firm_statement.organisation_id': 'stays',
  'funding_ask.asker_id': 'stays',
  'funding_ask.bank_id': 'stays',
  'funding_offer.asker_id': 'stays',
  'funding_offer.bank_id': 'stays',
  'funding_receipt.asker_id': 'stays',
  'funding_receipt.bank_id': 'stays',
  'gap_task.body_id': 'stays',
  'gap_task.giver_id': 'stays',
  'gap_task_step.body_id': 'stays',
  'import_job.organisation_id': 'stays',
  'inbox_mark.organisation_id': 'stays',
  'investment_target.organisation_id': 'stays',
  'investment_target.owner_body_id': 'stays',
  'invitation.organisation_id': 'through',
  'kept_need.asker_id': 'stays',
  'match.buyer_id': 'stays',
  'match.organisation_id': 'stays',
  'merge.merged_id': 'stays',
  'merge.survivor_id': 'stays',
  'need.organisation_id': 'stays',
  'need_case.asker_id': 'stays',
  'need_case.lead_id': 'stays',
  'need_draft.organisation_id': 'stays',
  'notice_channel.organisation_id': 'moved',
  'offer.organisation_id': 'moved',
  'offer_search.organisation_id': 'moved',
  'opportunity.buyer_id': 'stays',
  'opportunity.organisation_id': 'stays',
  'order_action.body_id': 'stays',
  'organisation.merged_into': 'through',
  'organisation.parent_id': 'moved',
  'organisation_capability.organisation_id': 'moved',
  'organisation_certificate.organisation_id': 'moved',
  'organisation_change.organisation_id': 'stays',
  'organisation_contact.organisation_id': 'chosen',
  'organisation_fact.organisation_id': 'chosen',
  'organisation_name_part.organisation_id': 'through',
  'organisation_past.organisation_id': 'stays',
  'organisation_past.parent_id': 'stays',
  'policy.body_id': 'stays',
  'policy_change.body_id': 'stays',
  'policy_paper.body_id': 'stays',
  'policy_told.organisation_id': 'stays',
  'post.organisation_id': 'carried',
  'premises.body_id': 'stays',
  'purchase.organisation_id': 'moved',
  'rejection.buyer_id': 'stays',
  'rejection.organisation_id': 'stays',
  'response.buyer_id': 'stays',
  'response.organisation_id': 'stays',
  'stored_file.organisation_id': 'stays',
  'target_step.body_id': 'stays',
  'technology_answer.asker_id': 'stays',
  'technology_answer.body_id': 'stays',
  'technology_ask.asker_id': 'stays',
  'technology_ask.body_id': 'stays',
  'technology_file.asker_id': 'stays',
  'technology_file.body_id': 'stays',
  'technology_sheet.asker_id': 'stays',
  'supervision_order.asker_id': 'stays',
  'supervision_order.issuer_id': 'stays',
  'supervision_order.lead_id': 'stays',
} as const satisfies Record<string, 'moved' | 'stays' | 'carried' | 'chosen' | 'through'>;

const link = (table: string, key: string, owner = 'organisation_id'): MovedColumn => ({
  ...{ table, key, column: owner, type: 'uuid', owner },
});

/** What is not signed goes with the merged-away record. Facts of offers for the search come first: their owner is how they are found. */
export const movedLinks: readonly MovedColumn[] = [
  link('offer', 'id'),
  link('offer_search', 'offer_id'),
  link('organisation', 'id', 'parent_id'),
  link('credit_code', 'code'),
  link('external_code', 'code'),
  link('article', 'id', 'body_id'),
  link('organisation_capability', 'id'),
  link('organisation_certificate', 'id'),
  link('notice_channel', 'id'),
  link('purchase', 'id'),
];

/** What a record keeps one of by name goes along, unless the other record has one of that name: that one stands for both. */
export const movedNames: readonly (MovedColumn & { readonly name: string })[] = [
  { ...link('case_template', 'id', 'body_id'), name: 'title' },
];

/** A place in an alliance goes along where the other record has none there yet. */
export const movedPlaces: readonly (MovedColumn & { readonly other: string })[] = [
  { ...link('alliance_member', 'id', 'member_id'), other: 'alliance_id' },
  { ...link('alliance_member', 'id', 'alliance_id'), other: 'member_id' },
];

export const searchFacts = {
  name: { table: 'offer_search', key: 'offer_id', column: 'organisation_name', type: 'text', owner: 'organisation_id' },
  region: { table: 'offer_search', key: 'offer_id', column: 'region', type: 'text', owner: 'organisation_id' },
  code: { table: 'offer_search', key: 'offer_id', column: 'external_code', type: 'text', owner: 'organisation_id' },
} as const satisfies Record<string, MovedColumn>;
