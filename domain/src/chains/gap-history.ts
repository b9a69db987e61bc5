import { type ChainVersion, versionOn } from './chain-version.ts';
import { type ChainGap, diagnoseChain } from './diagnosis.ts';
import type { FactBook } from './fact-book.ts';
import { type GapCause, type GapClass, gapClasses } from './gap-class.ts';

/** Something a day brought that may change the class of a link: the event of the log, and the row it is about. */
export interface Happening {
  readonly event: HappeningEvent;
  readonly subjectId: string;
  readonly productId: string;
  /** ISO date of the city */
  readonly day: string;
}

export type HappeningEvent =
  | 'offer.published'
  | 'need.published'
  | 'need.chosen'
  | 'need.withdrawn'
  | 'purchase.changed'
  | 'deal.step-confirmed';

/** A day the chains are looked at, with what was known then. */
export interface Look {
  readonly at: Date;
  /** ISO date of the city */
  readonly day: string;
  readonly book: FactBook;
  /** since the look before */
  readonly happened: readonly Happening[];
}

export interface PastState {
  readonly chainId: string;
  readonly productId: string;
  readonly class: GapClass;
  readonly causes: readonly GapCause[];
  readonly since: Date;
  /** null: still so at the last look */
  readonly until: Date | null;
  /** null: found at the first look, or nothing of those days explains it */
  readonly changedBy: Pick<Happening, 'event' | 'subjectId'> | null;
}

interface ChainOverTime {
  readonly id: string;
  readonly versions: readonly ChainVersion[];
}

/**
 * What the diagnosis would have kept, had it looked on these days: one class of a link ends where the next one begins, and a product
 * that has left the map has none. *Requires* the looks oldest first. O(looks × products).
 */
export function replayGaps(chains: readonly ChainOverTime[], looks: Iterable<Look>): PastState[] {
  const ended: PastState[] = [];
  let standing: ReadonlyMap<string, Standing> = new Map();
  for (const look of looks) {
    const found = new Map(chains.flatMap((chain) => gapsOn(chain, look)));
    for (const [key, { state }] of standing)
      if (found.get(key)?.gap.class !== state.class) ended.push({ ...state, until: look.at });
    standing = new Map([...found].map(([key, link]) => [key, standingOf(link, { look, before: standing.get(key) })]));
  }
  return [...ended, ...[...standing.values()].map(({ state }) => state)];
}

interface Link {
  readonly chainId: string;
  readonly gap: ChainGap;
}

interface Standing {
  readonly state: PastState;
  readonly gap: ChainGap;
}

function gapsOn({ id, versions }: ChainOverTime, { book, day }: Look): [string, Link][] {
  const version = versionOn(versions, day);
  const gaps = version ? diagnoseChain(version.content, { book, today: day }) : [];
  return gaps.map((gap) => [`${id} ${gap.productId}`, { chainId: id, gap }]);
}

/** A link whose class is what it was stands on in the state it had, with what is known of it now. */
function standingOf({ chainId, gap }: Link, { look, before }: { look: Look; before: Standing | undefined }): Standing {
  if (before?.state.class === gap.class) return { state: before.state, gap };
  const { productId, causes } = gap;
  const because = before && becauseOf(before.gap, gap, look);
  const state = {
    ...{ chainId, productId, class: gap.class, causes, since: look.at, until: null },
    changedBy: because ? { event: because.event, subjectId: because.subjectId } : null,
  };
  return { state, gap };
}

/** The latest of what can have changed it, of the kind that explains such a change best. */
function becauseOf(before: ChainGap, now: ChainGap, { book, happened }: Look): Happening | undefined {
  const near = happened.filter(({ productId }) => book.touchedBy([productId]).has(now.productId));
  for (const event of explaining(before, now)) {
    const [latest] = near.filter((one) => one.event === event).toSorted((a, b) => b.day.localeCompare(a.day));
    if (latest) return latest;
  }
  return undefined;
}

function explaining(before: ChainGap, now: ChainGap): readonly HappeningEvent[] {
  if (before.coverage.city !== now.coverage.city) return ['offer.published'];
  const isBetter = gapClasses.indexOf(now.class) > gapClasses.indexOf(before.class);
  const isOutside = [before.class, now.class].includes('outside-dependent');
  if (isOutside)
    return isBetter ? ['deal.step-confirmed', 'purchase.changed'] : ['purchase.changed', 'deal.step-confirmed'];
  return isBetter
    ? ['need.chosen', 'need.withdrawn', 'deal.step-confirmed']
    : ['need.published', 'purchase.changed', 'offer.published'];
}
