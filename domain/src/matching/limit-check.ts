import type { NeedLimit, OfferLimit } from './limit.ts';
import { isSameProperty } from './limit-names.ts';
import { unitFactor } from './unit-conversion.ts';

export type LimitVerdict = 'met' | 'not-met' | 'unknown';

export interface LimitCheck {
  readonly limit: NeedLimit;
  readonly verdict: LimitVerdict;
  /** what the offer states about it; null when nothing is registered */
  readonly stated: OfferLimit | null;
}

/**
 * Compares what is asked with what the maker states. Of several statements the kindest counts; a statement in a unit that cannot be
 * converted says nothing. Nothing registered is unknown, never no.
 */
export function checkLimit(limit: NeedLimit, offered: readonly OfferLimit[]): LimitCheck {
  const checks = offered
    .filter((stated) => isSameProperty(stated.name, limit.name))
    .map((stated): LimitCheck => ({ limit, stated, verdict: compareLimit(limit, stated) }));
  return checks.find(isMet) ?? checks.find(isUnknown) ?? checks[0] ?? { limit, stated: null, verdict: 'unknown' };
}

/**
 * Met: every value the maker may reach is asked for, or both ends are stated and some value is (it can be set so).
 * Not met: no value is. Otherwise unknown.
 */
export function compareLimit(limit: NeedLimit, stated: OfferLimit): LimitVerdict {
  const factor = unitFactor(stated.unit, limit.unit);
  if (factor === null || (stated.low === undefined && stated.high === undefined)) return 'unknown';
  const low = stated.low === undefined ? Number.NEGATIVE_INFINITY : stated.low * factor;
  const high = stated.high === undefined ? Number.POSITIVE_INFINITY : stated.high * factor;
  const ends = [accepts(limit, low), accepts(limit, high)];
  if (ends.every(Boolean)) return 'met';
  if (!touches(limit, low, high)) return 'not-met';
  return stated.low !== undefined && stated.high !== undefined ? 'met' : 'unknown';
}

/** Is this value asked for? The asked sets are intervals, so that both ends inside means all inside. */
function accepts({ op, value }: NeedLimit, reached: number): boolean {
  switch (op) {
    case '>=':
      return reached >= value - slack(value);
    case '>':
      return reached > value + slack(value);
    case '<=':
    case '±':
      return reached <= value + slack(value);
    case '<':
      return reached < value - slack(value);
    case '=':
      return Math.abs(reached - value) <= slack(value);
  }
}

/** Is any value between low and high asked for? */
function touches(limit: NeedLimit, low: number, high: number): boolean {
  return accepts(limit, low) || accepts(limit, high) || (limit.op === '=' && low <= limit.value && limit.value <= high);
}

/** Rounding in unit conversion must not turn equal figures into unequal ones. */
function slack(value: number): number {
  return Math.abs(value) * 1e-9;
}

function isMet(check: LimitCheck): boolean {
  return check.verdict === 'met';
}

function isUnknown(check: LimitCheck): boolean {
  return check.verdict === 'unknown';
}
