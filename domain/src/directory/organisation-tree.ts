import type { Period } from './organisation-history.ts';

/** Where an organisation belonged, stretch by stretch; stretches never overlap. */
export interface Placement {
  readonly name: string;
  readonly periods: readonly (Period & { readonly parentId: string | null })[];
}

export interface Move extends Period {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * A move that would put an organisation below itself, on whatever day it is in force: the names on the way round, or undefined.
 * `placements` holds the organisation itself and everything that is above the new parent at any time.
 * Parents change on few days, so only those days are walked: O(days × depth).
 */
export function findCycle(placements: ReadonlyMap<string, Placement>, move: Move): readonly string[] | undefined {
  if (move.parentId === null) return undefined;
  for (const day of daysToWalk(placements, move)) {
    const path = walkUp(placements, move, day);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** `A→B→A` as the refusal shows it. */
export function cycleText(names: readonly string[]): string {
  return names.join('→');
}

/** Before all days; compares below every ISO date. */
const ever = '';

function daysToWalk(placements: ReadonlyMap<string, Placement>, move: Move): readonly string[] {
  const first = move.from ?? ever;
  const later = [...placements.values()].flatMap(({ periods }) => periods.map(({ from }) => from ?? ever));
  return [first, ...later.filter((day) => day > first && (move.to === null || day < move.to))];
}

function walkUp(
  placements: ReadonlyMap<string, Placement>,
  { id, parentId }: Move,
  day: string,
): readonly string[] | undefined {
  const nameOf = (at: string) => placements.get(at)?.name ?? at;
  const path = [nameOf(id)];
  const met = new Set<string>();
  for (let at = parentId; at !== null && !met.has(at); at = parentOn(placements, at, day)) {
    path.push(nameOf(at));
    if (at === id) return path;
    met.add(at);
  }
  return undefined;
}

function parentOn(placements: ReadonlyMap<string, Placement>, id: string, day: string): string | null {
  const period = placements
    .get(id)
    ?.periods.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
  return period?.parentId ?? null;
}
