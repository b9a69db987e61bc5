import type { ProductFacts } from './chain-facts.ts';
import type { ChainContent } from './chain-map.ts';
import { type ChainStructure, withStandIns } from './chain-structure.ts';
import type { Diagnosing } from './diagnosis.ts';
import { type DrillRules, stockDaysIn } from './drill-rules.ts';
import {
  type DrillSource,
  hasSourceBeside,
  outsideBuyers,
  type Replacement,
  replacementOf,
  sourceKey,
  sourcesOf,
} from './drill-source.ts';
import { stopDays } from './stop-days.ts';

/** red: it stops before it is replaced. unknown: it may. holds: it is replaced in time. unaffected: it goes on. */
export const drillVerdicts = ['red', 'unknown', 'holds', 'unaffected'] as const;
export type DrillVerdict = (typeof drillVerdicts)[number];

/** Whose stop is measured: the chain leader (链主), else the first downstream product. */
export interface DrillTarget {
  readonly kind: 'leader' | 'downstream';
  /** by which it is seen to stop */
  readonly products: readonly string[];
}

/** A product without a known source left. */
export interface Lost {
  readonly productId: string;
  readonly replacement: Replacement;
  /** registered substitutes no source is left of either, or known at all: they stand in for nothing */
  readonly sourceless: readonly string[];
}

/** What happens when one source is gone. */
export interface DrillOutcome {
  readonly taken: DrillSource;
  /** products it was the only known source of */
  readonly lost: readonly Lost[];
  /** products of the chain that stop with them, soonest first */
  readonly stops: readonly { readonly productId: string; readonly days: number }[];
  readonly target: DrillTarget['kind'];
  /** the product by which the target stops, and when; null: it goes on */
  readonly survive: { readonly productId: string; readonly days: number } | null;
  /** until it can go on; not certain: at least; null: it never stopped */
  readonly recover: { readonly days: number; readonly certain: boolean } | null;
  readonly verdict: DrillVerdict;
  /** local firms that buy the lost products from elsewhere, of the product with the fewest; null: a firm was taken out */
  readonly buyers: number | null;
}

export interface ChainDrill {
  /** how many were taken out, one at a time */
  readonly firms: number;
  readonly regions: number;
  /** the leader makes a product of the chain, so that its stop can be measured */
  readonly leaderKnown: boolean;
  /** of those without which a product has no known source left, the worst first */
  readonly outcomes: readonly DrillOutcome[];
  /** products no source is known of: the drill says nothing about them */
  readonly unsourced: readonly string[];
}

export interface Drilling extends Omit<Diagnosing, 'rules'> {
  readonly rules: DrillRules;
}

interface Exercise {
  readonly rules: DrillRules;
  readonly structure: ChainStructure;
  readonly facts: ReadonlyMap<string, ProductFacts>;
  /** of products of the chain, and of what is registered to stand in for one */
  readonly factsOf: (productId: string) => ProductFacts;
  readonly leader: DrillTarget | null;
  readonly leaderId: string | null;
  readonly downstream: DrillTarget;
}

/** Takes out each source of a chain in turn (N-1). O(sources of it) and O(V · E) of the chain for each that is the only one of something. */
export function drillChain(content: Pick<ChainContent, 'segments' | 'leaderId'>, given: Drilling): ChainDrill {
  const exercise = exerciseOf(content, given);
  const sources = new Map([...exercise.facts].map(([id, facts]) => [id, sourcesOf(facts)]));
  const all = new Map([...sources.values()].flatMap((of) => [...of]));
  const only = Map.groupBy(sources, ([, of]) => (of.size === 1 ? [...of.keys()][0] : undefined));
  const outcomes = [...all].flatMap(([key, taken]) => {
    const lost = (only.get(key) ?? []).map(([productId]) => productId);
    return lost.length === 0 ? [] : [outcomeOf(taken, lost, exercise)];
  });
  const count = (kind: DrillSource['kind']) => [...all.values()].filter((one) => one.kind === kind).length;
  return {
    ...{ firms: count('firm'), regions: count('region'), outcomes: outcomes.toSorted(worstFirst) },
    leaderKnown: exercise.leader !== null,
    unsourced: [...sources].filter(([, of]) => of.size === 0).map(([id]) => id),
  };
}

function exerciseOf(
  { segments, leaderId }: Pick<ChainContent, 'segments' | 'leaderId'>,
  { book, today, rules }: Drilling,
): Exercise {
  const products = segments.flatMap((segment) => segment.products);
  const facts = new Map(products.map((id) => [id, book.factsOf(id, today)]));
  const own = products.filter((id) => facts.get(id)?.makers.some((one) => one.organisationId === leaderId));
  const down = segments.filter(({ tier }) => tier === 'downstream').flatMap((segment) => segment.products);
  return {
    ...{ rules, facts, leaderId, structure: book.structureOf(products) },
    factsOf: (id) => facts.get(id) ?? book.factsOf(id, today),
    leader: own.length > 0 ? { kind: 'leader', products: own } : null,
    downstream: { kind: 'downstream', products: down },
  };
}

function outcomeOf(taken: DrillSource, lostIds: readonly string[], given: Exercise): DrillOutcome {
  const { rules, factsOf, leaderId, structure } = given;
  const gone = new Set([sourceKey(taken)]);
  const hasSource = (id: string) => hasSourceBeside(factsOf(id), gone);
  // a lost product of the chain lasts as long as its stock, and comes back with its replacement
  const standsIn = (_: string, other: string) => lostIds.includes(other) || hasSource(other);
  const exercise = { ...given, structure: withStandIns(structure, standsIn) };
  // without the leader itself the question is what stops after it
  const isLeader = taken.kind === 'firm' && taken.id === leaderId;
  const target = (isLeader ? null : exercise.leader) ?? exercise.downstream;
  const lost = lostIds.map((productId) => {
    const of = factsOf(productId);
    const sourceless = (structure.substitutes.get(productId) ?? []).filter((other) => !hasSource(other));
    const replacement = replacementOf(of, taken, rules.qualifyDays);
    return { productId, replacement, sourceless, buyers: outsideBuyers(of) };
  });
  const stops = stopsOf(lostIds, exercise);
  const survive = firstOf(target, stops);
  const recover = survive && recoverDays(lost, target, exercise);
  return {
    ...{ taken, target: target.kind, survive, recover, verdict: verdictOf(survive, recover) },
    lost: lost.map(({ buyers: _, ...one }) => one),
    stops: [...stops]
      .filter(([id]) => !lostIds.includes(id))
      .map(([productId, days]) => ({ productId, days }))
      .toSorted((a, b) => a.days - b.days || a.productId.localeCompare(b.productId)),
    buyers: taken.kind === 'firm' ? null : Math.min(...lost.map(({ buyers }) => buyers)),
  };
}

const stopsOf = (lost: readonly string[], { structure, rules }: Exercise) =>
  stopDays(structure, lost, (id) => stockDaysIn(rules, id));

function firstOf({ products }: DrillTarget, stops: ReadonlyMap<string, number>): DrillOutcome['survive'] {
  const found = products.flatMap((productId) => {
    const days = stops.get(productId);
    return days === undefined ? [] : [{ productId, days }];
  });
  const [first] = found.toSorted((a, b) => a.days - b.days || a.productId.localeCompare(b.productId));
  return first ?? null;
}

/** The first day at which what is not replaced yet stops the target no more. */
function recoverDays(
  lost: readonly Lost[],
  target: DrillTarget,
  exercise: Exercise,
): { days: number; certain: boolean } {
  const goesOn = (given: readonly Lost[]): number => {
    const days = [...new Set(given.map(({ replacement }) => replacement.days))].toSorted((a, b) => a - b);
    const isBack = (day: number) => {
      const gone = given.filter(({ replacement }) => replacement.days > day).map(({ productId }) => productId);
      return firstOf(target, stopsOf(gone, exercise)) === null;
    };
    return days.find(isBack) ?? 0;
  };
  const days = goesOn(lost);
  const never = (one: Replacement) => (one.certain ? one : { ...one, days: Number.POSITIVE_INFINITY });
  const surely = goesOn(lost.map((one) => ({ ...one, replacement: never(one.replacement) })));
  return { days, certain: surely === days };
}

function verdictOf(survive: DrillOutcome['survive'], recover: DrillOutcome['recover']): DrillVerdict {
  if (survive === null || recover === null) return 'unaffected';
  if (survive.days < recover.days) return 'red';
  return recover.certain ? 'holds' : 'unknown';
}

/** Red first, among them the longest standstill; the rest by what stops soonest. */
function worstFirst(a: DrillOutcome, b: DrillOutcome): number {
  return (
    drillVerdicts.indexOf(a.verdict) - drillVerdicts.indexOf(b.verdict) ||
    standstill(b) - standstill(a) ||
    (a.survive?.days ?? 0) - (b.survive?.days ?? 0) ||
    b.stops.length - a.stops.length ||
    sourceKey(a.taken).localeCompare(sourceKey(b.taken))
  );
}

/** Days between stopping and going on, as far as they are known. */
export const standstill = ({ survive, recover }: Pick<DrillOutcome, 'survive' | 'recover'>): number =>
  survive === null || recover === null ? 0 : Math.max(0, recover.days - survive.days);
