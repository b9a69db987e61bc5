import { expect, it } from 'vitest';
import type { Viewer } from '#platform/viewer';
import { type DecidingFacts, decisionsOf } from './brief-decisions.ts';

const now = new Date('2026-11-29T09:00:00+08:00');
const demand = { confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' } as const;
const waiting = {
  ...{ id: 'case', needId: 'need', productId: 'cloth', title: '熔喷布', asker: { id: 'firm', name: '甲' } },
  ...{ body: { id: 'body', name: '市工信局' }, since: now, escalated: false, handBacks: 0 },
};
const facts = (more: Partial<DecidingFacts>): DecidingFacts => ({
  ...{ stuck: [], classes: [], now, feedbackDue: new Date('2026-12-02T17:00:00+08:00') },
  ...{ gaps: [{ productId: 'cloth', class: 'missing', demand }], needs: new Map([['cloth', ['need']]]) },
  ...more,
});
const viewer: Viewer = {
  ...{ city: '371000', personId: 'p', personName: '演示-巳', postId: 'post', userId: 'u' },
  ...{ organisationId: 'o', organisationName: '链长办', address: '127.0.0.1', requestId: 'r' },
  role: 'chief-office',
};
const told = (more: Partial<DecidingFacts>) =>
  decisionsOf(facts(more), { viewer, language: 'zh', nameOf: (id) => id }).map(({ kind, signable }) => [
    kind,
    signable,
  ]);

it('an open gap that nobody is late with is for the list of gaps, not for the chief', () => {
  expect(told({})).toEqual([]);
  expect(told({ stuck: [{ ...waiting, late: false }] })).toEqual([]);
});

it('a gap whose need is overdue with its body is for the chief, and one signature orders it', () => {
  expect(told({ stuck: [{ ...waiting, late: true }] })).toEqual([['gap', true]]);
  expect(
    told({ stuck: [{ ...waiting, late: true }], gaps: [{ productId: 'cloth', class: 'strong', demand }] }),
  ).toEqual([]);
});

it('a case that went past the head is told once, as the case', () => {
  expect(told({ stuck: [{ ...waiting, late: true, escalated: true }] })).toEqual([['case', true]]);
});
