import type { DirectedGraph } from './directed-graph.ts';
import { strongComponents } from './strong-components.ts';

/** A graph with every strong component drawn together to one node: the edges of component c lead to `targets[offsets[c] … )`. */
export interface Condensation {
  /** component of each node */
  readonly of: Uint32Array;
  readonly count: number;
  /** all nodes, those of component 0 first, then of 1, and so on */
  readonly members: Uint32Array;
  readonly offsets: Uint32Array;
  /** smaller than the component itself, each once */
  readonly targets: Uint32Array;
}

/** Purpose: the graph of strong components, free of cycles and of parallel edges. Cost: O(V + E) time and memory. */
export function condensed(graph: DirectedGraph): Condensation {
  const { of, count } = strongComponents(graph);
  const { members, ends } = gathered(of, count);
  const offsets = new Uint32Array(count + 1);
  const targets = new Uint32Array(graph.targets.length);
  // the component from which another was met last, counted from 1
  const metFrom = new Uint32Array(count);
  let kept = 0;
  for (let component = 0; component < count; component += 1) {
    metFrom[component] = component + 1;
    for (const node of members.subarray(ends[component - 1] ?? 0, ends[component])) {
      for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge += 1) {
        const target = of[graph.targets[edge] ?? 0] ?? 0;
        if (metFrom[target] === component + 1) continue;
        metFrom[target] = component + 1;
        targets[kept] = target;
        kept += 1;
      }
    }
    offsets[component + 1] = kept;
  }
  return { of, count, members, offsets, targets: targets.slice(0, kept) };
}

/** Nodes by component (counting sort), and where each component ends. */
function gathered(of: Uint32Array, count: number): { members: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(count);
  for (const component of of) ends[component] = (ends[component] ?? 0) + 1;
  for (let component = 1; component < count; component += 1)
    ends[component] = (ends[component] ?? 0) + (ends[component - 1] ?? 0);
  const members = new Uint32Array(of.length);
  const next = ends.slice();
  for (let node = of.length - 1; node >= 0; node -= 1) {
    const component = of[node] ?? 0;
    const at = (next[component] ?? 0) - 1;
    members[at] = node;
    next[component] = at;
  }
  return { members, ends };
}
