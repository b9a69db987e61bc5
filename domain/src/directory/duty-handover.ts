import type { DutyLeave, DutyState, DutyTerm, Matter } from './duty.ts';
import { type DutyChanges, noChanges } from './duty-changes.ts';
import { laterDay, reaches } from './duty-span.ts';

/** Who takes over when a post ends: matter by matter, and one for all the others. */
export interface Successors {
  readonly all?: string | undefined;
  readonly each?: ReadonlyMap<string, string> | undefined;
}

export interface HandOver {
  readonly postId: string;
  /** the first day on which the post no longer answers */
  readonly on: string;
  readonly successors: Successors;
  readonly newId: () => string;
}

export type HandOverOutcome =
  | { readonly kind: 'handed-over'; readonly changes: DutyChanges; readonly matters: readonly Matter[] }
  /** these matters have no successor yet */
  | { readonly kind: 'without-successor'; readonly matters: readonly Matter[] };

/** The matters a post owns or deputises on or after a day, by number. */
export function mattersOf(state: DutyState, { postId, on }: { postId: string; on: string }): readonly Matter[] {
  const held = new Set(termsOf(state, { postId, on }).map(({ dutyId }) => dutyId));
  return state.matters.filter(({ id }) => held.has(id)).toSorted((a, b) => compareNumbers(a.number, b.number));
}

/** Numbers as people count: 9 before 10. */
export function compareNumbers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true }) || (one < other ? -1 : Number(one > other));
}

/**
 * Takes a post out of all its matters and covers from a day on. A successor who is the other of owner and deputy already
 * becomes the owner, and the matter is left with a vacant deputy: it still has exactly one who answers.
 */
export function handOver(state: DutyState, given: HandOver): HandOverOutcome {
  const { postId, on, successors } = given;
  const matters = mattersOf(state, given);
  const successorOf = (dutyId: string) => successors.each?.get(dutyId) ?? successors.all;
  const open = matters.filter(({ id }) => [undefined, postId].includes(successorOf(id)));
  if (open.length > 0) return { kind: 'without-successor', matters: open };
  const terms = termsOf(state, given);
  const persons = new Map(state.posts.map(({ id, personId }) => [id, personId]));
  const changes: DutyChanges = {
    ...noChanges,
    terms: {
      end: terms.map(({ id, from }) => ({ id, to: laterDay(from, on) })),
      add: terms.map((term) => ({
        ...{ ...term, id: given.newId(), from: laterDay(term.from, on) },
        ...replaced(term, { postId, by: successorOf(term.dutyId) ?? postId, persons }),
      })),
    },
    leaves: replaceCovers(state, given),
  };
  return { kind: 'handed-over', changes, matters };
}

function termsOf({ terms }: DutyState, { postId, on }: { postId: string; on: string }): readonly DutyTerm[] {
  return terms.filter((term) => (term.ownerPostId === postId || term.deputyPostId === postId) && reaches(term, on));
}

interface Replacing {
  readonly postId: string;
  readonly by: string;
  readonly persons: ReadonlyMap<string, string>;
}

function replaced({ ownerPostId, deputyPostId }: DutyTerm, { postId, by, persons }: Replacing) {
  const owner = ownerPostId === postId ? by : ownerPostId;
  const deputy = deputyPostId === postId ? by : deputyPostId;
  const same = deputy !== null && persons.get(owner) === persons.get(deputy);
  return { ownerPostId: owner, deputyPostId: same ? null : deputy };
}

/** Its own leaves are over; where it was to cover for others, the successor of everything does, or else the deputies. */
function replaceCovers({ leaves }: DutyState, { postId, on, successors, newId }: HandOver) {
  const own = leaves.filter((leave) => leave.postId === postId && reaches(leave, on));
  const covered = leaves.filter((leave) => leave.coverPostId === postId && reaches(leave, on));
  const coverOf = (leave: DutyLeave) =>
    successors.all === undefined || successors.all === leave.postId ? null : successors.all;
  return {
    end: [...own, ...covered].map(({ id, from }) => ({ id, to: laterDay(from, on) })),
    add: covered.map((leave) => ({
      ...{ ...leave, id: newId(), from: laterDay(leave.from, on), coverPostId: coverOf(leave) },
    })),
  };
}
