/** A mark on a plane: pixels, or any unit that `reach` is given in. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

export interface Cluster {
  /** positions in the list given, the heaviest first */
  readonly members: readonly number[];
  readonly weight: number;
}

/**
 * Purpose: marks that would cover each other become one with a count.
 * Requires: finite places, `reach` ≥ 0. Ensures: every mark is in exactly one cluster, weights are kept; the first member of a cluster is its
 * heaviest (of equal ones the earlier), every member lies within `reach` of it, and first members lie farther apart than `reach`; the same
 * marks always give the same clusters. Cost: O(n log n + n · clusters).
 */
export function clusterMarks(marks: readonly Mark[], reach: number): Cluster[] {
  const order = marks.map((_, at) => at).sort((a, b) => weightAt(marks, b) - weightAt(marks, a) || a - b);
  const clusters: { readonly x: number; readonly y: number; readonly members: number[]; weight: number }[] = [];
  for (const at of order) {
    const mark = marks[at];
    if (mark === undefined) continue;
    const { x, y, weight } = mark;
    const near = nearestWithin(clusters, mark, reach);
    if (near === undefined) clusters.push({ x, y, members: [at], weight });
    else {
      near.members.push(at);
      near.weight += weight;
    }
  }
  return clusters.map(({ members, weight }) => ({ members, weight }));
}

function nearestWithin<T extends { readonly x: number; readonly y: number }>(
  clusters: readonly T[],
  { x, y }: Mark,
  reach: number,
): T | undefined {
  let nearest: T | undefined;
  let least = reach;
  for (const cluster of clusters) {
    const distance = Math.hypot(cluster.x - x, cluster.y - y);
    if (distance < least || (distance === least && nearest === undefined)) {
      nearest = cluster;
      least = distance;
    }
  }
  return nearest;
}

const weightAt = (marks: readonly Mark[], at: number) => marks[at]?.weight ?? 0;
