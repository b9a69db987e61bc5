import { classOf, naturalClasses } from '@zhitong/algorithms/grouping/natural-classes';
import { type Cluster, clusterMarks, type Mark } from '@zhitong/algorithms/grouping/point-clusters';

/** How many classes the ramp has. */
export const heatClasses = 5;

/** 分级：areas with as many firms as this, counted in. */
export interface HeatStep {
  readonly from: number;
  readonly to: number;
}

/** The classes of a map by natural breaks, from the fewest firms of an area to the most. No area, no class. */
export function heatSteps(counts: readonly number[]): HeatStep[] {
  const ends = naturalClasses(counts, heatClasses);
  const sorted = counts.toSorted((a, b) => a - b);
  return ends.map((to, at) => {
    const before = ends[at - 1] ?? Number.NEGATIVE_INFINITY;
    return { from: sorted.find((count) => count > before) ?? to, to };
  });
}

export function stepOf(count: number, steps: readonly HeatStep[]): number {
  return classOf(
    count,
    steps.map(({ to }) => to),
  );
}

/** Which of the five colours a step has: a single step is drawn in the middle of the ramp, not in its palest colour. */
export function rampOf(step: number, steps: number): number {
  return steps === 1 ? 2 : Math.round((step * (heatClasses - 1)) / (steps - 1));
}

/** Counts that would cover each other on the map become one. */
export function heatClusters(marks: readonly Mark[], reach: number): readonly Cluster[] {
  return clusterMarks(marks, reach);
}
