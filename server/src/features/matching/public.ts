import type { Match, MatchList } from '@zhitong/domain/matching/match';
import { matchModel } from '@zhitong/domain/matching/match-index';
import { isWithinReach, tiersWithin } from '@zhitong/domain/matching/reach';
import type { Tier } from '@zhitong/domain/matching/tier';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { writeCopiesOf } from './copy-service.ts';
import { demandOf, demandOfNeed, demandOfText } from './demand.ts';
import type { LiveIndex } from './live-index.ts';
import { readCatalogue } from './live-index-store.ts';
import { addMatches, matchesANeed } from './match-service.ts';
import { listSides } from './match-store.ts';
import { findPlaceOf } from './place-store.ts';

/** What needs ask of matching: who fits, and to write the suppliers' side in the need's own transaction. */
export function needMatching({ index, effects }: { readonly index: LiveIndex; readonly effects: Effects }) {
  const today = () => cityDay(effects.now());
  return {
    parseContext: (today: string) => index.parseContext(today),
    suggestProducts: (text: string) => suggestProducts(index, text),
    productName: (id: string) => index.index.lexicon.get(id)?.name,
    placeOf: findPlaceOf,
    /** local firms first, wider tiers only when needed; pure, in memory */
    match: (...[wanted, asker]: [Parameters<typeof demandOf>[0], Parameters<typeof demandOf>[1]]): MatchList =>
      index.index.match(demandOf(wanted, asker, index.regions), { limit: matchesANeed, today: today() }),
    /** who fits in these tiers, whether or not nearer ones suffice */
    matchWithin: (need: PublishedNeed, reach: Tier): MatchList => {
      const list = index.index.match(demandOfNeed(need, index.regions), {
        limit: matchesANeed,
        tiers: tiersWithin(reach),
        cityFirst: false,
        today: today(),
      });
      return { ...list, matches: list.matches.filter((match: Match) => isWithinReach(match.tier, reach)) };
    },
    /** who fits in exactly these tiers, also beyond as many as one need may reach */
    matchIn: (need: PublishedNeed, tiers: readonly Tier[]): Pick<MatchList, 'matches' | 'model'> => {
      const demand = demandOfNeed(need, index.regions);
      // a tier of its own each: a nearer one that suffices does not close the next
      const found = tiers.map((tier) =>
        index.index.match(demand, { limit: matchesANeed, tiers: [tier], today: today() }),
      );
      const matches = found.flatMap((list) => list.matches).sort((a, b) => b.score - a.score);
      return { matches, model: found[0]?.model ?? matchModel };
    },
    supplierName: (id: string): string | undefined => index.findSupplier(id)?.name,
    add: (tx: Tx, context: Context, found: { need: PublishedNeed; found: Pick<MatchList, 'matches' | 'model'> }) =>
      addMatches(tx, { index, effects, context }, found),
    /** after the need has been closed: every supplier's copy in the same city follows */
    closeCopies: async (tx: Tx, context: Context, need: PublishedNeed): Promise<void> => {
      const { city } = context;
      const sides = await listSides(tx, { city, needId: need.id });
      await asSystem(tx, context, () => writeCopiesOf(tx, { city, need, sides, effects }));
    },
  };
}

/** When no product is recognised: names that contain the words, else what the nearest offers are offers of. */
function suggestProducts(index: LiveIndex, text: string): { id: string; name: string }[] {
  const { lexicon } = index.index;
  const named = lexicon.suggest(text.slice(0, 40), 5);
  if (named.length > 0) return named.map(({ id, name }) => ({ id, name }));
  const near = index.index.match(demandOfText(text), { limit: 20, cityFirst: false }).matches;
  const ids = new Set(near.map((match) => index.findOffer(match.offerId)?.productId ?? ''));
  return [...ids]
    .flatMap((id) => lexicon.get(id) ?? [])
    .slice(0, 5)
    .map(({ id, name }) => ({ id, name }));
}

export type NeedMatching = ReturnType<typeof needMatching>;

/** Products, their relations, regions and city circles: reference data, read as the live index reads it. */
export const catalogueOf = readCatalogue;
