import type { DutyLeave, DutyState, DutyTerm, HeldPost, Matter } from './duty.ts';
import { cutAt, type Span } from './duty-span.ts';

/** The day on which something that exists is over. */
export interface Ending {
  readonly id: string;
  readonly to: string;
}

interface Changed<Row> {
  readonly end: readonly Ending[];
  readonly add: readonly Row[];
}

/** What a decision does to the state: things end and others begin; nothing is rewritten. */
export interface DutyChanges {
  readonly matters: Changed<Matter>;
  readonly terms: Changed<DutyTerm>;
  readonly posts: Changed<HeldPost>;
  readonly leaves: Changed<DutyLeave>;
}

const none = { end: [], add: [] } as const;
export const noChanges: DutyChanges = { matters: none, terms: none, posts: none, leaves: none };

/** The state as it would be; what the decision is judged by before anything is written. */
export function applyChanges(state: DutyState, changes: DutyChanges): DutyState {
  return {
    matters: applied(state.matters, changes.matters),
    terms: applied(state.terms, changes.terms),
    posts: applied(state.posts, changes.posts),
    leaves: applied(state.leaves, changes.leaves),
  };
}

function applied<Row extends Span & { readonly id: string }>(rows: readonly Row[], { end, add }: Changed<Row>): Row[] {
  const ends = Map.groupBy(end, ({ id }) => id);
  const kept = rows.map((row) => (ends.get(row.id) ?? []).reduce((cut, { to }) => cutAt(cut, to), row));
  return [...kept, ...add];
}

/** One change after another, the later one decided on the state after the earlier. */
export function joinChanges(first: DutyChanges, then: DutyChanges): DutyChanges {
  return {
    matters: joined(first.matters, then.matters),
    terms: joined(first.terms, then.terms),
    posts: joined(first.posts, then.posts),
    leaves: joined(first.leaves, then.leaves),
  };
}

/** What the first added and the second ends is added with its end. */
function joined<Row extends Span & { readonly id: string }>(first: Changed<Row>, then: Changed<Row>): Changed<Row> {
  const added = new Set(first.add.map(({ id }) => id));
  return {
    end: [...first.end, ...then.end.filter(({ id }) => !added.has(id))],
    add: applied(first.add, { end: then.end, add: then.add }),
  };
}
