import type { MatchList } from './match.ts';
import { type Tier, tiers } from './tier.ts';

/** Every need is open to its own city from the start. */
const smallestReach: Tier = 'city';
/** So far the city-first search goes by itself; the nation is the buyer's decision. */
const searchedByItself: Tier = 'province';

const width = (tier: Tier) => tiers.indexOf(tier);

/** The widest tier a city-first list was opened to: a widening names its goal, nobody found means all were asked. */
export function reachOf(list: MatchList): Tier {
  if (list.notes.some((note) => note.code === 'nobody')) return searchedByItself;
  const opened = list.notes.map((note) => tiers.find((tier) => tier === note.params.to));
  return [...opened, ...list.matches.map((match) => match.tier)].reduce<Tier>(
    (widest, tier) => (tier !== undefined && isWider(tier, widest) ? tier : widest),
    smallestReach,
  );
}

/** A firm whose place is not known is asked only when the whole nation is. */
export function isWithinReach(tier: Tier, reach: Tier): boolean {
  if (tier === 'unknown') return width(reach) >= width('nation');
  return width(tier) <= width(reach);
}

export function tiersWithin(reach: Tier): Tier[] {
  return tiers.filter((tier) => isWithinReach(tier, reach));
}

export function isWider(wanted: Tier, reach: Tier): boolean {
  return wanted !== 'unknown' && width(wanted) > width(reach);
}
