import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

/** Page of the web app a notice leads to. The bureau has no supplier inbox: it is led to the need. A firm reads of its case where its need is. */
export function noticeLink(
  event: { type: EventType; subjectId: string; payload: NoticeFacts },
  reader: 'firm' | 'bureau' | 'asker',
): string {
  const needId = word(event.payload, 'needId');
  const page = pages[event.type];
  if (reader === 'bureau' && (page === 'opportunities' || page === 'funding' || page === 'technology') && needId !== '')
    return `/needs/${needId}`;
  if (reader === 'asker' && page === 'cases' && needId !== '') return `/needs/${needId}`;
  // the subject of what happens to posts and leaves is the body
  if (page === 'people') return `/organisations/${event.subjectId}?tab=people`;
  if (page === 'chainDrafts') return `/chains/${event.subjectId}/edit`;
  if (page === 'articles') return articleOf(event);
  if (page === 'gaps') return `/chains/${word(event.payload, 'chainId')}/gaps/${word(event.payload, 'productId')}`;
  if (page === 'policies') return reader === 'bureau' ? papersOf(event) : '/policies';
  if (reader === 'bureau' && page === 'claims') return `/reviews/${event.subjectId}`;
  return wholePages[page] ?? `/${page}/${event.subjectId}`;
}

/** Where the news is the page itself. */
const wholePages: { readonly [page in (typeof pages)[EventType]]?: string } = {
  ...{ caseTerms: '/case-terms', caseTemplates: '/templates', myDuties: '/duties/mine', offers: '/offers' },
  purchases: '/purchases',
  premises: '/premises',
  drillRules: '/drill-rules',
};

/** An answer that was taken may be no article: one of the reader's own cases, or a policy. */
function articleOf({ subjectId, payload }: { subjectId: string; payload: NoticeFacts }): string {
  const answer = word(payload, 'answer');
  if (answer === 'own-case') return '/cases?who=done';
  return answer === 'policy' ? '/policies' : `/articles/${subjectId}`;
}

/** The bureau has no page of a firm's policies: it is led to the paper, or to the firm that stated something of itself. */
const papersOf = ({ type, subjectId }: { type: EventType; subjectId: string }) =>
  type === 'policy.stated' ? `/organisations/${subjectId}` : `/papers/${subjectId}`;

const pages = {
  'need.published': 'needs',
  'need.withdrawn': 'needs',
  'need.widened': 'needs',
  'need.chosen': 'needs',
  'opportunity.arrived': 'opportunities',
  'opportunity.withdrawn': 'opportunities',
  'opportunity.closed': 'opportunities',
  'match.seen': 'needs',
  'match.shortlisted': 'needs',
  'match.rejected': 'opportunities',
  'rejection.given': 'needs',
  'response.given': 'needs',
  'response.amended': 'needs',
  'offer.published': 'offers',
  'offer.changed': 'offers',
  'offer.withdrawn': 'offers',
  'offers.imported': 'offers',
  'deal.begun': 'deals',
  'deal.step-written': 'deals',
  'deal.step-confirmed': 'deals',
  'post.given': 'people',
  'post.ended': 'people',
  'duty.assigned': 'duties',
  'duty.handed-over': 'myDuties',
  'duty.moved': 'duties',
  'duty.ended': 'duties',
  'leave.entered': 'myDuties',
  'claim.submitted': 'claims',
  'claim.changed': 'claims',
  'claim.contested': 'organisations',
  'claim.decided': 'claims',
  'invitation.used': 'organisations',
  'organisation.changed': 'organisations',
  'organisation.merged': 'organisations',
  'organisation.split': 'organisations',
  'case.acted': 'cases',
  'case.escalated': 'cases',
  'case.called-back': 'cases',
  'article.changed': 'articles',
  'article.accepted': 'articles',
  'case-template.changed': 'caseTemplates',
  'case-terms.changed': 'caseTerms',
  'order-terms.changed': 'caseTerms',
  'sourcing-terms.changed': 'caseTerms',
  'order.acted': 'cases',
  'order.overdue': 'cases',
  'order.silent-firm': 'cases',
  'funding.asked': 'funding',
  'funding.accepted': 'funding',
  'funding.lost': 'funding',
  'funding.ended': 'funding',
  'funding.offer-changed': 'needs',
  'funding.receipt-given': 'funding',
  'funding.receipt-taken-back': 'funding',
  'funding.record-read': 'needs',
  'technology.sent': 'technology',
  'technology.nobody': 'cases',
  'technology.answered': 'needs',
  'technology.ended': 'technology',
  'technology.chosen': 'technology',
  'technology.passed-over': 'technology',
  'technology.goes-on': 'technology',
  'deal.payment-noted': 'deals',
  'deal.payment-confirmed': 'deals',
  'chain.drafted': 'chainDrafts',
  'chain.published': 'chains',
  'gap.changed': 'chains',
  'gap-task.acted': 'gaps',
  'drill-rules.changed': 'drillRules',
  'purchase.changed': 'purchases',
  'target.changed': 'targets',
  'target.given': 'targets',
  'target.entered': 'targets',
  'target.alike': 'targets',
  'premises.changed': 'premises',
  'policy.changed': 'papers',
  'policy.stated': 'policies',
  'policy.fits': 'policies',
  'policy.lacks': 'policies',
  'cascade.held': 'needs',
  'cascade.released': 'needs',
  'cascade.exhausted': 'needs',
  'need.kept-back': 'needs',
  'need.review-asked': 'needs',
  'need.ruled': 'needs',
} as const satisfies Record<
  EventType,
  | 'needs'
  | 'opportunities'
  | 'deals'
  | 'offers'
  | 'duties'
  | 'people'
  | 'myDuties'
  | 'claims'
  | 'organisations'
  | 'cases'
  | 'funding'
  | 'articles'
  | 'caseTerms'
  | 'caseTemplates'
  | 'policies'
  | 'papers'
  | 'technology'
  | 'chains'
  | 'chainDrafts'
  | 'gaps'
  | 'drillRules'
  | 'purchases'
  | 'targets'
  | 'premises'
>;
