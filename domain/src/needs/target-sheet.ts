import type { NeedLimit } from '../matching/limit.ts';
import { Refusal } from '../refusal.ts';
import type { TargetOperator } from './target-operator.ts';
import { isTargetUnit } from './target-unit.ts';
import type { IpWish } from './target-words.ts';
import { readinessLevels } from './target-words.ts';

/** One measurable thing a firm wants to be reached. */
export interface Target {
  readonly metric: string;
  readonly operator: TargetOperator;
  readonly value: number;
  /** of a range only */
  readonly upTo: number | null;
  /** empty: a bare number */
  readonly unit: string;
  /** how it is to be proved */
  readonly method: string | null;
  /** under which conditions it must hold */
  readonly environment: string | null;
}

/** What a firm asks of a technology: figures, not prose. A target is named by its place in the list, from 1. */
export interface TargetSheet {
  readonly targets: readonly Target[];
  /** technology readiness wanted, 1 … 9; null: whatever solves it */
  readonly trl: number | null;
  /** null: to be agreed */
  readonly budgetFen: number | null;
  /** null: to be agreed */
  readonly ipWish: IpWish | null;
}

export const mostTargets = 20;
const largestValue = 1e12;
/** 分: a hundred billion yuan, as in the deal ledger */
const mostBudgetFen = 10_000_000_000_000;

/** May a sheet be sent like this? Throws what is wrong with the first target that cannot stand, by its row. */
export function decideSheet(sheet: TargetSheet): TargetSheet {
  const { targets, trl, budgetFen } = sheet;
  if (targets.length === 0) throw new Refusal('technology.no-targets');
  if (targets.length > mostTargets)
    throw new Refusal('technology.too-many-targets', { most: mostTargets, count: targets.length });
  targets.forEach((target, at) => {
    decideTarget(target, at + 1);
  });
  refuseDoubles(targets);
  if (trl !== null && !readinessLevels.some((level) => level === trl)) throw new Refusal('technology.trl-out', { trl });
  if (budgetFen !== null && (budgetFen <= 0 || budgetFen > mostBudgetFen))
    throw new Refusal('technology.budget-implausible');
  return sheet;
}

function decideTarget({ metric, operator, value, upTo, unit }: Target, row: number): void {
  if (metric.trim() === '') throw new Refusal('technology.metric-missing', { row });
  const name = metric.trim();
  if (!isPlausible(value) || (upTo !== null && !isPlausible(upTo)))
    throw new Refusal('technology.value-implausible', { row, metric: name });
  if (operator === 'range' && (upTo === null || upTo <= value))
    throw new Refusal('technology.range-impossible', { row, metric: name, low: value, high: upTo ?? '—' });
  if (!isTargetUnit(unit)) throw new Refusal('technology.unit-unknown', { row, metric: name, unit });
}

const isPlausible = (value: number) => Number.isFinite(value) && Math.abs(value) <= largestValue;

/** The same figure twice, or two that no value could reach together under the same conditions. */
function refuseDoubles(targets: readonly Target[]): void {
  targets.forEach((target, at) => {
    const row = at + 1;
    const before = targets.slice(0, at).findIndex((other) => isSameFigure(target, other));
    const other = targets[before];
    if (other === undefined) return;
    const metric = target.metric.trim();
    if (other.operator === target.operator)
      throw new Refusal('technology.target-twice', { row, other: before + 1, metric });
    if (lowest(target) > highest(other) || lowest(other) > highest(target))
      throw new Refusal('technology.targets-contradict', { row, other: before + 1, metric });
  });
}

function isSameFigure(one: Target, other: Target): boolean {
  const key = ({ metric, unit, environment }: Target) =>
    [metric, unit, environment ?? ''].map((word) => word.trim().toLowerCase()).join('|');
  return key(one) === key(other);
}

const lowest = ({ operator, value }: Target) => (operator === '<=' ? Number.NEGATIVE_INFINITY : value);
const highest = ({ operator, value, upTo }: Target) => {
  if (operator === '>=') return Number.POSITIVE_INFINITY;
  return operator === 'range' ? (upTo ?? value) : value;
};

/** Whether a value that was reached meets the target. */
export function isReached(target: Target, reached: number): boolean {
  return reached >= lowest(target) && reached <= highest(target);
}

/**
 * Targets read from the limits of a firm's words, for it to correct: `≥` and `≤` of one property become a range, a tolerance is a
 * figure not to be exceeded. What has no unit we know is left without.
 */
export function proposeTargets(limits: readonly NeedLimit[]): readonly Target[] {
  const proposed: Target[] = [];
  for (const limit of limits) {
    const target = targetOf(limit);
    const at = proposed.findIndex((other) => canJoin(other, target));
    const other = proposed[at];
    if (other === undefined) proposed.push(target);
    else proposed[at] = joined(other, target);
  }
  return proposed.slice(0, mostTargets);
}

const readAs = {
  '>=': '>=',
  '>': '>=',
  '<=': '<=',
  '<': '<=',
  '±': '<=',
  '=': '=',
} as const satisfies Record<NeedLimit['op'], TargetOperator>;

function targetOf({ name, op, value, unit }: NeedLimit): Target {
  const known = isTargetUnit(unit) ? unit : '';
  return { metric: name, operator: readAs[op], value, upTo: null, unit: known, method: null, environment: null };
}

function canJoin(one: Target, other: Target): boolean {
  const ends = new Set([one.operator, other.operator]);
  return isSameFigure(one, other) && ends.has('>=') && ends.has('<=') && ordered(one, other);
}

const ordered = (one: Target, other: Target) => lowest(one) < highest(other) && lowest(other) < highest(one);

function joined(one: Target, other: Target): Target {
  const [low, high] = one.operator === '>=' ? [one, other] : [other, one];
  return { ...one, operator: 'range', value: low.value, upTo: high.value };
}
