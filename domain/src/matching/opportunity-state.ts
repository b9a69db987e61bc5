import type { NeedState } from '../needs/need.ts';

export const opportunityStates = [
  'new',
  'answered',
  'declined',
  'chosen',
  'not-chosen',
  'withdrawn',
  'closed',
] as const;
export type OpportunityState = (typeof opportunityStates)[number];

export interface OpportunityFacts {
  readonly need: NeedState;
  readonly answer: 'none' | 'quote' | 'declined';
  readonly rejected: boolean;
  readonly chosen: boolean;
}

/** How a need stands for one supplier, folded from what both sides did. */
export function opportunityState({ need, answer, rejected, chosen }: OpportunityFacts): OpportunityState {
  if (chosen) return 'chosen';
  if (rejected) return 'not-chosen';
  if (answer === 'declined') return 'declined';
  if (need === 'withdrawn') return 'withdrawn';
  if (need !== 'open') return 'closed';
  return answer === 'quote' ? 'answered' : 'new';
}
