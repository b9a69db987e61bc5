import { type TargetLoss, type TargetStage, type TargetStatus, targetLosses, targetStages } from './target-stage.ts';

/** When a target came to a stage; oldest first. The last one says where it is now. */
export interface StageEntry {
  readonly status: TargetStatus;
  readonly at: Date;
}

export interface FunnelTarget {
  readonly entries: readonly StageEntry[];
  readonly loss: TargetLoss | null;
}

export interface FunnelRow {
  readonly stage: TargetStage;
  /** are there now */
  readonly now: number;
  /** ever came so far */
  readonly reached: number;
  /** whole days that those who left it spent in it; null: nobody has left it */
  readonly medianDays: number | null;
  /** how many stays that median stands on */
  readonly stays: number;
}

export interface TargetFunnel {
  readonly rows: readonly FunnelRow[];
  readonly losses: readonly { readonly code: TargetLoss; readonly count: number }[];
}

const dayMs = 86_400_000;

/**
 * Counts and times of the stages. A record that is one with another counts in the other alone. A stage that was skipped counts as
 * reached; a stay counts once it is over, however it ended. O(entries log entries).
 */
export function targetFunnel(targets: readonly FunnelTarget[]): TargetFunnel {
  const counted = targets.filter(({ entries }) => entries.at(-1)?.status !== 'joined');
  const stays = Map.groupBy(counted.flatMap(staysOf), ({ stage }) => stage);
  const reached = counted.map(({ entries }) => Math.max(...entries.map(({ status }) => placeOf(status))));
  return {
    rows: targetStages.map((stage, place) => {
      const days = (stays.get(stage) ?? []).map((stay) => stay.days);
      return {
        ...{ stage, now: counted.filter(({ entries }) => entries.at(-1)?.status === stage).length },
        reached: reached.filter((furthest) => furthest >= place).length,
        ...{ medianDays: median(days), stays: days.length },
      };
    }),
    losses: targetLosses
      .map((code) => ({ code, count: counted.filter(({ loss }) => loss === code).length }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count),
  };
}

const places = new Map<TargetStatus, number>(targetStages.map((stage, place) => [stage, place]));
const placeOf = (status: TargetStatus) => places.get(status) ?? -1;

function staysOf({ entries }: FunnelTarget): { stage: TargetStage; days: number }[] {
  return entries.flatMap(({ status, at }, place) => {
    const left = entries[place + 1]?.at;
    const stage = targetStages.find((one) => one === status);
    return left && stage ? [{ stage, days: Math.floor((left.getTime() - at.getTime()) / dayMs) }] : [];
  });
}

/** Of an even number the mean of the middle two, rounded down: whole days. */
function median(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.floor((low + high) / 2);
}
