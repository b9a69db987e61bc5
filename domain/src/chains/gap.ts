import type { CapacityBalance } from './capacity-balance.ts';
import { balanceOf, shortCause } from './capacity-told.ts';
import {
  type BuyingFact,
  type CoverageRing,
  coverageRingOf,
  coverageRings,
  isElsewhere,
  isLocal,
  type MakerFact,
  type ProductFacts,
} from './chain-facts.ts';
import type { Standing } from './chain-standing.ts';
import { type Finding, type GapCause, type GapClass, gapClasses } from './gap-class.ts';
import { type FragilityRules, fragileFindings } from './gap-fragility.ts';
import { type GapPrice, isToldWhole, priceOf, toldFen } from './gap-price.ts';
import { fewestBuyers, isEnough } from './published-sum.ts';

/** What is found out about one link of a chain. */
export interface Gap {
  readonly productId: string;
  readonly class: GapClass;
  /** why, the one that decides first */
  readonly causes: readonly GapCause[];
  /** what local firms buy of it from outside the city, a year */
  readonly demand: GapPrice;
  /** makers by ring, each firm once, in its nearest ring */
  readonly coverage: Readonly<Record<CoverageRing, number>>;
  /** makers in no ring: where they are is not known */
  readonly unplaced: number;
  readonly openNeeds: number;
  /** local firms that make something from it */
  readonly users: number;
  /** products of the chain that stop without it */
  readonly stops: readonly string[];
  /** ISO date of the youngest fact it stands on; null: none with a date */
  readonly asOf: string | null;
}

export interface GapRules extends FragilityRules {
  /** a link is outside-dependent from this share of its known purchases on, 0..1 */
  readonly outsideShare: number;
  /** so many firms stand behind every figure of a cause and of a price */
  readonly fewestBuyers: number;
}

export const usualGapRules: GapRules = {
  ...{ outsideShare: 0.5, stopsFragile: 3, fewMakers: 2, cutOffFragile: 3, onlyWayFragile: 2, longRun: 4 },
  fewestBuyers,
};

export interface LinkOfChain {
  readonly productId: string;
  readonly facts: ProductFacts;
  /** what stops without it, and whether something can stand in */
  readonly stops: readonly string[];
  readonly replaceable: boolean;
  /** where it stands in the graph of its chain */
  readonly standing: Standing;
}

/**
 * The class of a link with its causes, from rows alone. The worst class that has a cause decides; a cause that does not decide is kept.
 * A link about which nothing is known is *unknown*, never *missing*.
 */
export function diagnoseLink(link: LinkOfChain, rules: GapRules = usualGapRules): Gap {
  const { facts, stops } = link;
  const local = firmsOf(facts.makers.filter(({ ring }) => isLocal(ring)));
  const outside = facts.bought.filter(({ ring }) => isElsewhere(ring));
  const balance = balanceOf(facts);
  const findings = findingsOf(link, { local, outside, balance, rules });
  const [decides = nothingKnown] = findings.toSorted(
    (a, b) => gapClasses.indexOf(a.class) - gapClasses.indexOf(b.class),
  );
  return {
    productId: link.productId,
    class: decides.class,
    causes: [decides.cause, ...findings.filter((one) => one !== decides).map(({ cause }) => cause)],
    demand: priceOf(outside, rules.fewestBuyers),
    ...placesOf(facts.makers),
    openNeeds: facts.needs.filter(({ open }) => open).length,
    users: facts.users.size,
    stops,
    asOf: youngest(facts),
  };
}

interface Seen {
  readonly local: ReadonlyMap<string, MakerFact>;
  readonly outside: readonly BuyingFact[];
  readonly balance: CapacityBalance;
  readonly rules: GapRules;
}

const nothingKnown: Finding = { class: 'unknown', cause: { code: 'no-facts', params: {} } };

function findingsOf(link: LinkOfChain, seen: Seen): Finding[] {
  if (seen.local.size === 0) return missingFindings(link, seen);
  const weak = [
    ...capacityFindings(link, seen),
    ...makerFindings(seen),
    ...outsideFindings(link, seen),
    ...fragile(link, seen, 'fragile'),
  ];
  return weak.length > 0 ? weak : [{ class: 'strong', cause: cause('several-makers', { makers: seen.local.size }) }];
}

/** Nobody makes it here: a gap where somebody here is known to need it, else nothing can be said. Few of them are not counted aloud. */
function missingFindings(link: LinkOfChain, seen: Seen): Finding[] {
  const askers = askersOf(link.facts);
  if (askers.size === 0) return [nothingKnown];
  const users = isEnough(askers, seen.rules.fewestBuyers) ? { users: askers.size } : {};
  const openNeeds = link.facts.needs.filter(({ open }) => open).length;
  const unmet: Finding[] =
    openNeeds > 0 ? [{ class: 'missing', cause: cause('unmet-needs', { count: openNeeds }) }] : [];
  return [{ class: 'missing', cause: cause('no-maker', users) }, ...unmet, ...fragile(link, seen, 'missing')];
}

/** Local firms that are known to need it. */
function askersOf({ users, needs, bought }: ProductFacts): ReadonlySet<string> {
  return new Set([...users, ...[...needs, ...bought].map(({ organisationId }) => organisationId)]);
}

function capacityFindings({ facts }: LinkOfChain, { balance, rules }: Seen): Finding[] {
  if (balance.kind === 'short') return [{ class: 'short', cause: shortCause(balance, facts, rules.fewestBuyers) }];
  if (balance.kind === 'open') {
    const { unknown, makers } = balance;
    return [{ class: 'unknown', cause: cause('capacity-unknown', { unknown, makers }) }];
  }
  if (balance.kind === 'differs') {
    const { capacityUnit, demandUnit } = balance;
    return [{ class: 'unknown', cause: cause('units-differ', { capacityUnit, demandUnit }) }];
  }
  return [];
}

function makerFindings({ local }: Seen): Finding[] {
  const [only] = local.values();
  return local.size === 1 && only
    ? [{ class: 'single-source', cause: cause('single-maker', { maker: only.name }) }]
    : [];
}

function outsideFindings({ facts }: LinkOfChain, { outside, rules }: Seen): Finding[] {
  const here = facts.bought.filter(({ ring }) => isLocal(ring));
  const [away, all] = [fenOf(outside), fenOf([...outside, ...here])];
  const isDependent = all > 0 && away / all >= rules.outsideShare;
  if (!isDependent) return [];
  return [{ class: 'outside-dependent', cause: boughtOutside(outside, here, rules) }, ...notChosen(facts, rules)];
}

/** The share is reckoned from what is told of the amounts, and told only where all of them are. */
function boughtOutside(
  outside: readonly BuyingFact[],
  here: readonly BuyingFact[],
  { fewestBuyers: fewest, outsideShare }: GapRules,
): GapCause {
  const [away, near] = [toldFen(priceOf(outside, fewest)), toldFen(priceOf(here, fewest))];
  const isTold = isToldWhole(outside, fewest) && isToldWhole(here, fewest) && away / (away + near) >= outsideShare;
  return cause('bought-outside', isTold ? { percent: Math.round((away / (away + near)) * 100) } : {});
}

/** A reason is told only when enough suppliers heard it, from enough buyers: of a single maker it would tell how it fared. */
function notChosen({ rejections }: ProductFacts, { fewestBuyers: fewest }: GapRules): Finding[] {
  return [...Map.groupBy(rejections, ({ code }) => code)]
    .filter(([, rows]) =>
      isEnough(
        rows.map(({ organisationId }) => organisationId),
        fewest,
      ),
    )
    .filter(([, rows]) =>
      isEnough(
        rows.map(({ buyerId }) => buyerId),
        fewest,
      ),
    )
    .toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
    .slice(0, 3)
    .map(([code, rows]) => ({
      class: 'outside-dependent',
      cause: cause('not-chosen', { count: rows.length, reason: code }),
    }));
}

function fragile(link: LinkOfChain, { local, rules }: Seen, of: GapClass): Finding[] {
  return fragileFindings({ ...link, localMakers: local.size }, { rules, of });
}

function cause(code: GapCause['code'], params: GapCause['params']): GapCause {
  return { code, params };
}

/** Each firm once, nearest first. */
function firmsOf(makers: readonly MakerFact[]): ReadonlyMap<string, MakerFact> {
  return new Map(makers.map((maker) => [maker.organisationId, maker]));
}

function placesOf(makers: readonly MakerFact[]): Pick<Gap, 'coverage' | 'unplaced'> {
  const nearest = new Map<string, CoverageRing | null>();
  for (const { organisationId, ring } of makers) {
    const [reached, known] = [coverageRingOf(ring), nearest.get(organisationId) ?? null];
    const isNearer =
      reached !== null && (known === null || coverageRings.indexOf(reached) < coverageRings.indexOf(known));
    if (isNearer || !nearest.has(organisationId)) nearest.set(organisationId, reached);
  }
  const count = (ring: CoverageRing | null) => [...nearest.values()].filter((one) => one === ring).length;
  return {
    coverage: {
      city: count('city'),
      circle: count('circle'),
      province: count('province'),
      nation: count('nation'),
      abroad: count('abroad'),
    },
    unplaced: count(null),
  };
}

const fenOf = (bought: readonly BuyingFact[]) => bought.reduce((sum, { fen }) => sum + fen, 0);

function youngest({ bought, needs, rejections }: ProductFacts): string | null {
  const days = [...bought, ...needs, ...rejections].map(({ asOf }) => asOf);
  return days.reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}
