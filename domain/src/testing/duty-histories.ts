import fc from 'fast-check';
import type { DutyState, HeldPost, Matter } from '../directory/duty.ts';
import { applyChanges, type DutyChanges, noChanges } from '../directory/duty-changes.ts';
import { decideAssigning, decideEnding, decideEntering } from '../directory/duty-decision.ts';
import { decideLeave, decideReturn } from '../directory/leave-decision.ts';
import { decideRoleChange, decideVacating } from '../directory/post-vacating.ts';
import { addDays } from '../needs/calendar-day.ts';

/** For tests: random histories of a small city, played through the same decisions the server takes. */
export const horizon = 40;
export const day = (count: number) => addDays('2026-11-23', count);
export const days = Array.from({ length: horizon + 1 }, (_, count) => day(count));
const bodies = ['water', 'power', 'roads'];
const people = ['jia', 'yi', 'bing', 'ding', 'wu', 'ji', 'geng', 'xin', 'ren'];

/** Two people in each body, and nothing to do yet. */
export const beginning: DutyState = {
  ...{ matters: [], terms: [], leaves: [] },
  posts: people.slice(0, 6).map((personId, at) => ({
    ...{ id: `p${at}`, personId, personName: personId, bodyId: bodies[at % 3] ?? '' },
    ...{ role: 'handler', from: day(0), to: null },
  })),
};

type Outcome = { readonly kind: string; readonly changes?: DutyChanges };
const impossible: Outcome = { kind: 'impossible' };

export interface Step {
  readonly kind: keyof typeof plays;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** days until it takes effect, and how long it lasts */
  readonly wait: number;
  readonly last: number;
}

interface Turn extends Step {
  readonly on: string;
  readonly until: string | null;
  readonly newId: () => string;
}

const pick = <T>(rows: readonly T[], at: number): T | undefined => rows[at % Math.max(rows.length, 1)];

/** What somebody can ask for; most of it is possible, some of it must be refused. */
const plays = {
  hire: hire,
  enter: (state: DutyState, { a, b, c, on, until, newId }: Turn) => {
    const matter: Matter = { id: newId(), number: newId(), title: 't', from: on, to: until };
    const charge = chargeOf(state, { a, c, bodyId: pick(bodies, b) ?? '' });
    return charge ? decideEntering(state, { matter, from: on, charge, newId }) : impossible;
  },
  assign: (state: DutyState, turn: Turn) => assign(state, turn, bodyNow),
  move: (state: DutyState, turn: Turn) => assign(state, turn, () => pick(bodies, turn.a)),
  end: (state: DutyState, { b, on }: Turn) => {
    const matter = pick(state.matters, b);
    return matter ? decideEnding(state, { matter, on }) : impossible;
  },
  vacate: (state: DutyState, turn: Turn) => {
    const post = pick(state.posts, turn.a);
    const successors = successorsOf(state, turn);
    return post ? decideVacating(state, { post, on: turn.on, successors, newId: turn.newId }) : impossible;
  },
  role: (state: DutyState, turn: Turn) => {
    const post = pick(state.posts, turn.a);
    const role = turn.c > 8 ? 'audit-administrator' : 'handler';
    const { on, newId } = turn;
    return post
      ? decideRoleChange(state, { post, on, role, successors: successorsOf(state, turn), newId })
      : impossible;
  },
  leave: (state: DutyState, { a, b, c, on, wait, last, newId }: Turn) => {
    const post = pick(state.posts, a);
    const to = addDays(on, wait + last);
    const coverPostId = c > 7 ? null : (pick(colleaguesOf(state, post), b)?.id ?? null);
    return post ? decideLeave(state, { id: newId(), post, from: on, to, coverPostId }) : impossible;
  },
  return: (state: DutyState, { a, on }: Turn) => {
    const leave = pick(state.leaves, a);
    return leave ? decideReturn(state, { leave, on }) : impossible;
  },
} as const satisfies Record<string, (state: DutyState, turn: Turn) => Outcome>;

function hire(state: DutyState, { a, b, on, until, newId }: Turn): Outcome {
  if (state.posts.length > 18) return impossible;
  const personId = pick(people, a) ?? '';
  const place = { bodyId: pick(bodies, b) ?? '', from: on, to: until };
  const post: HeldPost = { id: newId(), personId, personName: personId, role: 'handler', ...place };
  return { kind: 'decided', changes: { ...noChanges, posts: { end: [], add: [post] } } };
}

type FindBody = (state: DutyState, matter: Matter, on: string) => string | undefined;

function assign(state: DutyState, { a, b, c, on, newId }: Turn, bodyOf: FindBody): Outcome {
  const matter = pick(state.matters, b);
  const charge = matter && chargeOf(state, { a, c, bodyId: bodyOf(state, matter, on) ?? '' });
  const next = matter && chargeOf(state, { a: a + 1, c: 0, bodyId: charge?.bodyId ?? '' });
  return charge ? decideAssigning(state, { matter, from: on, charge, next, newId }) : impossible;
}

const bodyNow: FindBody = ({ terms }, { id }) => terms.findLast(({ dutyId }) => dutyId === id)?.bodyId;

/** Mostly people of the right body, now and then a stranger. */
function chargeOf(state: DutyState, { a, c, bodyId }: { a: number; c: number; bodyId: string }) {
  const own = c === 11 ? state.posts : state.posts.filter((post) => post.bodyId === bodyId);
  const owner = pick(own, a);
  const deputy = c > 3 ? pick(own, a + c) : undefined;
  return owner && { bodyId, ownerPostId: owner.id, deputyPostId: deputy && deputy !== owner ? deputy.id : null };
}

function colleaguesOf({ posts }: DutyState, post: HeldPost | undefined): readonly HeldPost[] {
  return posts.filter(({ bodyId, id }) => bodyId === post?.bodyId && id !== post.id);
}

function successorsOf(state: DutyState, { a, b, c }: Turn) {
  const colleagues = colleaguesOf(state, pick(state.posts, a));
  const all = c > 8 ? undefined : pick(colleagues, b)?.id;
  const named = state.matters.flatMap(({ id }, at) => {
    const own = at % 3 === 0 ? pick(colleagues, b + at) : undefined;
    return own ? [[id, own.id] as const] : [];
  });
  return { all, each: new Map(named) };
}

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom<Step['kind'][]>(
      ...(['hire', 'enter', 'enter', 'assign', 'assign', 'move', 'move', 'end'] as const),
      ...(['vacate', 'vacate', 'role', 'leave', 'leave', 'leave', 'return'] as const),
    ),
    ...{ a: fc.nat(11), b: fc.nat(11), c: fc.nat(11), wait: fc.nat(5), last: fc.integer({ min: 1, max: 12 }) },
  }),
  { minLength: 10, maxLength: 60 },
);

export interface Played {
  readonly state: DutyState;
  /** the day it was, counted from the first */
  readonly today: number;
}

/** Plays a history; answers the state after each step that was accepted. */
export function play(history: readonly Step[], tally?: Map<string, number>): readonly Played[] {
  let state = beginning;
  let ids = 0;
  const played: Played[] = [];
  history.forEach((step, at) => {
    const today = Math.floor(at / 4);
    const on = day(today + step.wait);
    const until = step.last > 7 ? null : addDays(on, step.last * 4);
    const outcome: Outcome = plays[step.kind](state, { ...step, on, until, newId: () => `i${++ids}` });
    const said = `${step.kind} ${outcome.kind}`;
    tally?.set(said, (tally.get(said) ?? 0) + 1);
    if (!outcome.changes) return;
    state = applyChanges(state, outcome.changes);
    played.push({ state, today });
  });
  return played;
}
