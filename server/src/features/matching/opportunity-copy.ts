import { withoutSecrets } from '@zhitong/domain/matching/masked-text';
import { type OpportunityState, opportunityState } from '@zhitong/domain/matching/opportunity-state';
import type { NeedState } from '@zhitong/domain/needs/need';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { MatchSides } from './match-store.ts';
import { rejectionReply, responseReply } from './said-reply.ts';

/** One supplier's copy of a need, as it is written into the supplier's city. */
export interface OpportunityCopy {
  readonly matchId: string;
  readonly organisationId: string;
  readonly needCity: string;
  readonly needId: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly need: Readonly<Record<string, unknown>>;
  readonly offerId: string;
  readonly tier: string;
  readonly score: number;
  readonly reasons: unknown;
  readonly state: OpportunityState;
  readonly response: unknown;
  readonly rejection: unknown;
  readonly dealId: string | null;
  readonly createdAt: string;
}

/** What this supplier may know of the need: never another supplier, never a telephone number of the buyer. */
export function opportunityCopy(need: PublishedNeed, state: NeedState, sides: MatchSides): OpportunityCopy {
  return {
    matchId: sides.matchId,
    organisationId: sides.organisationId,
    needCity: need.city,
    needId: need.id,
    buyerId: need.organisationId,
    buyerName: need.organisationName,
    need: {
      id: need.id,
      text: withoutSecrets(need.text),
      products: need.products,
      quantity: need.quantity,
      deadline: need.deadline,
      place: need.place?.text ?? null,
      certificates: need.certificates,
      limits: need.limits,
      publishedAt: need.publishedAt.toISOString(),
    },
    offerId: sides.offerId,
    tier: sides.tier,
    score: sides.score,
    reasons: sides.reasons,
    state: opportunityState({
      need: state,
      answer: answerOf(sides),
      rejected: sides.rejection !== null,
      chosen: sides.dealId !== null,
    }),
    response: sides.response && responseReply(sides.response),
    rejection: sides.rejection && rejectionReply(sides.rejection),
    dealId: sides.dealId,
    createdAt: sides.createdAt.toISOString(),
  };
}

function answerOf({ response }: MatchSides): 'none' | 'quote' | 'declined' {
  if (response === null) return 'none';
  return response.declined === null ? 'quote' : 'declined';
}
