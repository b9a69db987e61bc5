import type { DutyState, DutyTerm, Matter } from './duty.ts';
import { type DutyChanges, noChanges } from './duty-changes.ts';
import { orphansMade } from './duty-judging.ts';
import type { Orphan } from './duty-orphans.ts';
import { earlierEnd, isBefore, laterDay, reaches } from './duty-span.ts';

/** Who answers for a matter from a day on. */
export interface Charge {
  readonly bodyId: string;
  readonly ownerPostId: string;
  readonly deputyPostId: string | null;
}

export type DutyOutcome =
  | { readonly kind: 'decided'; readonly changes: DutyChanges }
  | { readonly kind: 'orphaned'; readonly orphans: readonly Orphan[] }
  /** the matter is over by then */
  | { readonly kind: 'ended-before' };

export interface Assigning {
  readonly matter: Matter;
  readonly from: string;
  readonly charge: Charge;
  /** the first day that is not the giver's to decide, where something else is planned; null or absent: all of them are */
  readonly until?: string | null;
  /** who follows when one of the posts named runs out */
  readonly next?: Charge | undefined;
  readonly newId: () => string;
}

/** Names body, owner and deputy from a day on; what was planned for later is replaced, up to `until`. Also how a matter moves. */
export function decideAssigning(state: DutyState, assigning: Assigning): DutyOutcome {
  const { matter, from, until = null } = assigning;
  if (!isBefore(from, matter.to) || from < matter.from) return { kind: 'ended-before' };
  const later = state.terms.filter(
    (term) => term.dutyId === matter.id && reaches(term, from) && isBefore(term.from, until),
  );
  const end = later.map((term) => ({ id: term.id, to: laterDay(term.from, from) }));
  return judged(state, { ...noChanges, terms: { end, add: termsFrom(state, assigning) } }, from);
}

/** A new matter, with who answers for it from its first day. */
export function decideEntering(state: DutyState, assigning: Assigning): DutyOutcome {
  const { matter } = assigning;
  const add = termsFrom(state, assigning);
  const changes = { ...noChanges, matters: { end: [], add: [matter] }, terms: { end: [], add } };
  return judged(state, changes, matter.from);
}

/** The matter leaves the table on a day. */
export function decideEnding(state: DutyState, { matter, on }: { matter: Matter; on: string }): DutyOutcome {
  if (!isBefore(on, matter.to)) return { kind: 'ended-before' };
  const later = state.terms.filter((term) => term.dutyId === matter.id && reaches(term, on));
  const end = later.map((term) => ({ id: term.id, to: laterDay(term.from, on) }));
  const to = laterDay(matter.from, on);
  return judged(
    state,
    { ...noChanges, matters: { end: [{ id: matter.id, to }], add: [] }, terms: { end, add: [] } },
    on,
  );
}

function termsFrom(state: DutyState, { matter, from, until, charge, next, newId }: Assigning): readonly DutyTerm[] {
  const dutyId = matter.id;
  const to = earlierEnd(until ?? null, matter.to);
  const whole = { ...charge, id: newId(), dutyId, from, to };
  const runsOut = firstEnd(state, charge);
  // whoever is gone before the first day is no first holder: the judge says so
  if (next === undefined || runsOut === null || runsOut <= from || !isBefore(runsOut, to)) return [whole];
  return [
    { ...whole, to: runsOut },
    { ...next, id: newId(), dutyId, from: runsOut, to },
  ];
}

function firstEnd({ posts }: DutyState, { ownerPostId, deputyPostId }: Charge): string | null {
  const named = posts.filter(({ id }) => id === ownerPostId || id === deputyPostId);
  return named.reduce<string | null>((end, post) => earlierEnd(end, post.to), null);
}

function judged(state: DutyState, changes: DutyChanges, since: string): DutyOutcome {
  const orphans = orphansMade(state, changes, since);
  return orphans.length > 0 ? { kind: 'orphaned', orphans } : { kind: 'decided', changes };
}
