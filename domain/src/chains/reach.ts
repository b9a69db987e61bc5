import type { CapabilityCover } from './capability-cover.ts';
import type { Gap } from './gap.ts';
import { isWeak } from './gap-class.ts';
import type { ReachReason } from './reach-reason-text.ts';
import type { Relatedness } from './reach-table.ts';

export const reachAdvices = ['grow-here', 'bring-in'] as const;
export type ReachAdvice = (typeof reachAdvices)[number];

/** How far a weak link lies from what the city already makes, has and asks for. */
export interface Reach {
  /** 0..1: relatedness × capability cover × unmet demand, with the 90 % interval of the relatedness */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** what its makers usually have and nobody here has */
  readonly missing: readonly string[];
  readonly advice: ReachAdvice;
  readonly reasons: readonly ReachReason[];
}

export interface ReachRules {
  /** unmet demand counts half from so many firms on */
  readonly halfDemand: number;
  /** a firm that only makes something from it counts so much of one that asks for it or buys it elsewhere */
  readonly userWeight: number;
  /** share of what makers usually have that must be here to advise growing it */
  readonly equipped: number;
  readonly mostLacks: number;
}

export const usualReachRules: ReachRules = { halfDemand: 2, userWeight: 0.5, equipped: 0.5, mostLacks: 3 };

export interface ReachFacts {
  readonly gap: Pick<Gap, 'class' | 'openNeeds' | 'demand' | 'coverage' | 'users'>;
  readonly relatedness: Relatedness;
  readonly cover: CapabilityCover | null;
}

/**
 * Null: not known, or nothing to ask (the link is not weak). Where it is not known what its makers have, the cover counts as whole and
 * the reasons say so: what nobody registered lowers nothing.
 */
export function reachOf({ gap, relatedness, cover }: ReachFacts, rules: ReachRules = usualReachRules): Reach | null {
  if (!isWeak(gap.class) || relatedness.kind === 'unknown') return null;
  const share = cover === null ? 1 : cover.held / cover.usual;
  const factor = share * unmetDemand(gap, rules);
  const isNear = relatedness.density >= relatedness.average;
  return {
    ...{ score: relatedness.density * factor, low: relatedness.low * factor, high: relatedness.high * factor },
    missing: (cover?.missing ?? []).map(({ name }) => name),
    advice: isNear && share >= rules.equipped ? 'grow-here' : 'bring-in',
    reasons: [...nearReasons(relatedness, isNear), ...coverReasons(cover, rules), ...demandReasons(gap)],
  };
}

/**
 * 0..1: d / (d + half), d the open needs, the firms that buy it elsewhere, and in part those that only use it while nobody makes it.
 * It is reckoned from what anybody may see of the gap: of too few buyers, whose number is kept back, it tells no more than the gap does.
 */
function unmetDemand(gap: ReachFacts['gap'], { halfDemand, userWeight }: ReachRules): number {
  const users = gap.coverage.city === 0 ? gap.users * userWeight : 0;
  const wanted = gap.openNeeds + (gap.demand.buyers ?? 1) + users;
  return wanted / (wanted + halfDemand);
}

function nearReasons({ density, average, low, high }: Known, isNear: boolean): ReachReason[] {
  const params = { percent: percent(density), average: percent(average) };
  const reasons: ReachReason[] = [{ code: isNear ? 'near' : 'far', params }];
  const isUnsure = low <= average && average <= high;
  if (isUnsure) reasons.push({ code: 'unsure', params: { low: percent(low), high: percent(high) } });
  return reasons;
}

type Known = Extract<Relatedness, { kind: 'known' }>;

function coverReasons(cover: CapabilityCover | null, { mostLacks }: ReachRules): ReachReason[] {
  if (cover === null) return [{ code: 'holdings-unknown', params: {} }];
  const lacks = cover.missing
    .slice(0, mostLacks)
    .map(
      ({ name, nearest }): ReachReason =>
        nearest === null
          ? { code: 'lacks', params: { name } }
          : { code: 'lacks-nearest', params: { name, city: nearest.city, kilometres: nearest.kilometres } },
    );
  return [{ code: 'equipped', params: { held: cover.held, usual: cover.usual } }, ...lacks];
}

function demandReasons({ openNeeds, demand, users, coverage }: ReachFacts['gap']): ReachReason[] {
  const reasons: ReachReason[] = [];
  if (openNeeds > 0) reasons.push({ code: 'asked', params: { count: openNeeds } });
  if (demand.withheld === 'few') reasons.push({ code: 'bought-by-few', params: {} });
  else if (demand.buyers !== null && demand.buyers > 0)
    reasons.push({ code: 'bought', params: { count: demand.buyers } });
  if (users > 0 && coverage.city === 0) reasons.push({ code: 'used', params: { count: users } });
  return reasons.length > 0 ? reasons : [{ code: 'not-asked', params: {} }];
}

const percent = (share: number) => Math.round(share * 100);
