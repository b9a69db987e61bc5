import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

/** Page of the web app a notice leads to. The bureau has no supplier inbox: it is led to the need. */
export function noticeLink(
  event: { type: EventType; subjectId: string; payload: NoticeFacts },
  reader: 'firm' | 'bureau',
): string {
  const needId = word(event.payload, 'needId');
  if (reader === 'bureau' && pages[event.type] === 'opportunities' && needId !== '') return `/needs/${needId}`;
  return pages[event.type] === 'offers' ? '/offers' : `/${pages[event.type]}/${event.subjectId}`;
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
} as const satisfies Record<EventType, 'needs' | 'opportunities' | 'deals' | 'offers'>;
