import type { DutyState } from './duty.ts';
import { applyChanges, type DutyChanges } from './duty-changes.ts';
import { findOrphans, type Orphan } from './duty-orphans.ts';

/**
 * Matters that a change would leave to nobody on a day on or after `since`. One that was left to nobody before, by a hand in the
 * database, and that the change does not touch, is not its fault: it must not keep the rest of the body from being put in order.
 */
export function orphansMade(state: DutyState, changes: DutyChanges, since: string): readonly Orphan[] {
  const after = findOrphans(applyChanges(state, changes), since);
  if (after.length === 0) return after;
  const before = new Map(findOrphans(state, since).map(({ matter, day }) => [matter.id, day]));
  const touched = new Set(changes.terms.add.map(({ dutyId }) => dutyId));
  return after.filter(({ matter: { id }, day }) => {
    const was = before.get(id);
    return touched.has(id) || was === undefined || day < was;
  });
}
