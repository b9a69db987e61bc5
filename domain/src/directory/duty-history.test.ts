import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, day, days, histories, horizon, play } from '../testing/duty-histories.ts';
import { answerers, faultsOn } from '../testing/duty-oracle.ts';
import type { DutyState, DutyTerm } from './duty.ts';
import { deskOf, whoAnswers } from './duty-answering.ts';
import { findOrphans } from './duty-orphans.ts';
import { holdsOn } from './duty-span.ts';

describe('the duty table, over any history of hires, leaves, hand-overs, endings and moves', () => {
  it('has exactly one person answering for every matter on every day, who is there and sits in the responsible body', () => {
    const tally = new Map<string, number>();
    fc.assert(
      fc.property(histories, (history) => {
        for (const { state, today } of play(history, tally))
          for (const one of days.slice(today)) expect(faultsOn(state, one)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    // the history is not empty talk: everything is accepted at times, and what must be refused is
    for (const said of ['enter decided', 'assign decided', 'move decided', 'end decided', 'vacate vacated'])
      expect(tally.get(said) ?? 0, said).toBeGreaterThan(20);
    for (const said of [
      'vacate without-successor',
      'vacate orphaned',
      'leave decided',
      'leave orphaned',
      'role vacated',
    ])
      expect(tally.get(said) ?? 0, said).toBeGreaterThan(0);
  });

  it('names the same person as the plain rule does, and for a reason that is true', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { state } = play(history).at(-1) ?? { state: beginning };
        for (const one of days)
          for (const term of state.terms) if (holdsOn(term, one)) compareAnswers(state, term, one);
      }),
      { numRuns: 150 },
    );
  });

  it('never rewrites a day that is over', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const played = play(history);
        played.forEach(({ state }, at) => {
          const next = played[at + 1];
          if (!next) return;
          for (const one of days.slice(0, next.today))
            expect(chargesOn(next.state, one)).toEqual(chargesOn(state, one));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('finds an orphan exactly where the plain rule finds one, in tables that nobody kept in order', () => {
    fc.assert(
      fc.property(disorder, (state) => {
        const firstDays = new Map(findOrphans(state, day(3)).map(({ matter, day: on }) => [matter.number, on]));
        const plain = new Map<string, string>();
        for (const one of days.slice(3))
          for (const fault of faultsOn(state, one)) {
            const number = fault.split(':')[0] ?? '';
            if (!plain.has(number)) plain.set(number, one);
          }
        expect(firstDays).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

function compareAnswers(state: DutyState, term: DutyTerm, one: string): void {
  const desk = deskOf(state);
  const named = whoAnswers(term, one, desk);
  expect(named ? [named.post.id] : []).toEqual(answerers(state, term, one));
  expect(named?.because === 'owner').toBe(desk.leaveOn(term.ownerPostId, one) === undefined);
  if (named?.because === 'cover') expect(named.path[0]?.id).toBe(term.ownerPostId);
}

function chargesOn(state: DutyState, one: string) {
  return state.matters
    .filter((matter) => holdsOn(matter, one))
    .map(({ id }) => state.terms.filter((term) => term.dutyId === id && holdsOn(term, one)).map(chargeWords))
    .toSorted();
}

const chargeWords = ({ dutyId, bodyId, ownerPostId, deputyPostId }: DutyTerm) =>
  [dutyId, bodyId, ownerPostId, deputyPostId].join(' ');

const span = fc
  .tuple(fc.nat(20), fc.option(fc.nat(15), { nil: null }))
  .map(([from, last]) => ({ from: day(from), to: last === null ? null : day(from + last) }));
const postId = fc.constantFrom('p0', 'p1', 'p2', 'p3');

const disorder: fc.Arbitrary<DutyState> = fc
  .tuple(
    fc.array(span, { minLength: 4, maxLength: 4 }),
    fc.array(fc.tuple(span, fc.nat(2), postId, fc.option(postId, { nil: null })), { maxLength: 6 }),
    fc.array(fc.tuple(span, postId, fc.option(postId, { nil: null })), { maxLength: 5 }),
    fc.array(span, { minLength: 1, maxLength: 3 }),
  )
  .map(([held, terms, leaves, matters]) => ({
    matters: matters.map((own, at) => ({ ...own, id: `m${at}`, number: `${at}`, title: 't' })),
    terms: terms.map(([own, at, ownerPostId, deputyPostId], n) => ({
      ...{ ...own, id: `t${n}`, dutyId: `m${at}`, bodyId: 'water', ownerPostId, deputyPostId },
    })),
    posts: held.map((own, at) => ({
      ...{ ...own, id: `p${at}`, personId: `n${at % 3}`, personName: '', bodyId: at === 3 ? 'power' : 'water' },
      role: 'handler' as const,
    })),
    leaves: oneAtATime(
      leaves.map(([own, away, coverPostId], n) => ({
        ...{ ...own, id: `l${n}`, to: own.to ?? day(horizon), postId: away, coverPostId },
      })),
    ),
  }));

/** The database holds no two leaves of one post on one day. */
function oneAtATime(leaves: DutyState['leaves']): DutyState['leaves'] {
  return leaves.filter(({ postId: own }, at) => leaves.findIndex((other) => other.postId === own) === at);
}
