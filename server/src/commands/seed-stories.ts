import type { Match } from '@zhitong/domain/matching/match';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { MatchSides } from '#features/matching/match-store';
import type { MatchedNeed } from './seed-matches.ts';

type Deal = CityRows['deals'][number];

/** A match with what both sides said, and what the table of matches keeps beside it. */
export interface Side extends MatchSides {
  readonly parts: Match['parts'];
  readonly region: string | null;
}

/** A need with everything that came of it. */
export interface Story {
  readonly need: PublishedNeed;
  readonly sides: readonly Side[];
  readonly deal: Deal | undefined;
}

/** Puts needs, matches, answers, reasons and deals together. */
export function tellStories(rows: CityRows, matched: readonly MatchedNeed[], newId: () => string): Story[] {
  const firms = new Map(rows.organisations.map((row) => [row.id, row]));
  const key = (needId: string, organisationId: string) => `${needId} ${organisationId}`;
  const responses = new Map(rows.responses.map((row) => [key(row.needId, row.organisationId), row]));
  const rejections = new Map(rows.rejections.map((row) => [key(row.needId, row.organisationId), row]));
  const deals = new Map(rows.deals.map((deal) => [deal.needId, deal]));
  return matched.map(({ need, matches }) => {
    const deal = deals.get(need.id);
    const sides = matches.map((match): Side => {
      const firm = firms.get(match.organisationId);
      const response = responses.get(key(need.id, match.organisationId));
      const rejection = rejections.get(key(need.id, match.organisationId));
      return {
        ...match,
        city: need.city,
        matchId: newId(),
        needId: need.id,
        buyerId: need.organisationId,
        organisationCity: match.city,
        organisationName: firm?.name ?? '',
        region: firm?.region ?? null,
        createdAt: need.publishedAt,
        response: response === undefined ? null : { ...response, at: new Date(response.at) },
        rejection: rejection === undefined ? null : { ...rejection, derived: false, at: new Date(rejection.at) },
        dealId: deal?.sellerId === match.organisationId ? deal.id : null,
      };
    });
    return { need, sides, deal };
  });
}
