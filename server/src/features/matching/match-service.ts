import type { Match, MatchList } from '@zhitong/domain/matching/match';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { writeCopiesOf } from './copy-service.ts';
import type { LiveIndex } from './live-index.ts';
import { countMatches, insertMatches, listSidesOf, type NewMatch } from './match-store.ts';

/** So many suppliers are asked about one need at most: more would be a mailing, not a match. */
export const matchesANeed = 50;

export interface MatchingRun {
  readonly index: LiveIndex;
  readonly effects: Effects;
  /** of the transaction: the buyer, or the system */
  readonly context: Context;
}

/**
 * Writes matches of a need and the copies of its suppliers in the same city, in the transaction at hand. Firms that are matched
 * already are passed over, so a second run adds nothing. Answers how many suppliers are new.
 */
export async function addMatches(
  tx: Tx,
  run: MatchingRun,
  { need, found }: { need: PublishedNeed; found: Pick<MatchList, 'matches' | 'model'> },
): Promise<number> {
  if (found.matches.length === 0) return 0;
  const { index, effects, context } = run;
  const { city } = context;
  const room = matchesANeed - (await countMatches(tx, need));
  const written = found.matches.slice(0, Math.max(0, room)).map((match) => newMatch(match, index, effects));
  const book = { city, id: need.id, buyerId: need.organisationId, model: found.model, at: effects.now() };
  const ids = await insertMatches(tx, book, written);
  if (ids.length === 0) return 0;
  await asSystem(tx, context, async () => {
    const sides = await listSidesOf(tx, { city, ids });
    await writeCopiesOf(tx, { city, need, sides, effects });
  });
  return ids.length;
}

function newMatch(match: Match, index: LiveIndex, effects: Effects): NewMatch {
  const supplier = index.findSupplier(match.organisationId);
  return {
    ...match,
    id: effects.newId(),
    organisationName: supplier?.name ?? '',
    organisationRegion: supplier?.region ?? null,
  };
}
