/** What happens in the main loop; each is written in the transaction of the change and pushed to its audience. */
export const eventTypes = [
  'need.published',
  'need.withdrawn',
  'need.widened',
  'need.chosen',
  'opportunity.arrived',
  'opportunity.withdrawn',
  'opportunity.closed',
  'match.seen',
  'match.shortlisted',
  'match.rejected',
  'rejection.given',
  'response.given',
  'response.amended',
  'offer.published',
  'offer.changed',
  'offer.withdrawn',
  'offers.imported',
  'deal.begun',
  'deal.step-written',
  'deal.step-confirmed',
] as const;
export type EventType = (typeof eventTypes)[number];
