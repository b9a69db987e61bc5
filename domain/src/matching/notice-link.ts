import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

/** Page of the web app a notice leads to. The bureau has no supplier inbox: it is led to the need. A firm reads of its case where its need is. */
export function noticeLink(
  event: { type: EventType; subjectId: string; payload: NoticeFacts },
  reader: 'firm' | 'bureau' | 'asker',
): string {
  const needId = word(event.payload, 'needId');
  const page = pages[event.type];
  if (reader === 'bureau' && (page === 'opportunities' || page === 'funding') && needId !== '')
    return `/needs/${needId}`;
  if (reader === 'asker' && page === 'cases' && needId !== '') return `/needs/${needId}`;
  // the subject of what happens to posts and leaves is the body
  if (page === 'people') return `/organisations/${event.subjectId}?tab=people`;
  if (page === 'myDuties') return '/duties/mine';
  if (reader === 'bureau' && page === 'claims') return `/reviews/${event.subjectId}`;
  return page === 'offers' ? '/offers' : `/${page}/${event.subjectId}`;
}

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
  'funding.asked': 'funding',
  'funding.accepted': 'funding',
  'funding.lost': 'funding',
  'funding.ended': 'funding',
  'funding.offer-changed': 'needs',
  'funding.receipt-given': 'funding',
  'funding.receipt-taken-back': 'funding',
  'funding.record-read': 'needs',
  'deal.payment-noted': 'deals',
  'deal.payment-confirmed': 'deals',
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
>;
