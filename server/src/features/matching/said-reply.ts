import type { Response } from '@zhitong/contract/matching/match-contract';
import type { RejectionCode } from '@zhitong/domain/matching/answer';
import type { MatchSides, SaidResponse } from './match-store.ts';

/** A response as the contract shows it: what was not said is absent. */
export function responseReply(said: SaidResponse): Response {
  return {
    id: said.id,
    ...(said.declined === null ? {} : { declined: said.declined }),
    ...(said.priceFen === null ? {} : { priceFen: said.priceFen }),
    ...(said.unit === null ? {} : { unit: said.unit }),
    ...(said.quantity === null ? {} : { quantity: said.quantity }),
    ...(said.leadDays === null ? {} : { leadDays: said.leadDays }),
    ...(said.note === null ? {} : { note: said.note }),
    at: said.at.toISOString(),
  };
}

export interface RejectionReply {
  readonly code: RejectionCode;
  readonly note?: string;
  readonly derived?: true;
  readonly at: string;
}

export function rejectionReply(said: NonNullable<MatchSides['rejection']>): RejectionReply {
  return {
    code: said.code,
    ...(said.note === null ? {} : { note: said.note }),
    ...(said.derived ? { derived: true } : {}),
    at: said.at.toISOString(),
  };
}
