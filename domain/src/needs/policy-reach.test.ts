import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownFacts, PolicyCondition } from './policy.ts';
import { policyNews, policyReach } from './policy-reach.ts';

const known = (value: number) => ({ value, source: '企业自报', asOf: '2026-11-01' });
const few: PolicyCondition = { fact: 'employees', op: 'at-most', values: [300], text: '职工不超过 300 人' };
const hired: PolicyCondition = { fact: 'graduates', op: 'at-least', values: [1], text: '招用毕业生' };
const both = [few, hired];
const firms: readonly KnownFacts[] = [
  { employees: known(10), graduates: known(2) },
  { employees: known(10) },
  { employees: known(20) },
  { graduates: known(1) },
  { employees: known(900) },
  {},
];
const nothing = { fits: false, lacks: false };

describe('the reach of a policy', () => {
  it('counts who qualifies, who does not and of whom it is unknown, and which single fact would decide for most', () => {
    expect(policyReach(both, firms)).toEqual({
      firms: 6,
      counts: { qualifies: 1, 'one-missing': 3, open: 1, no: 1 },
      deciding: [
        { fact: 'graduates', firms: 2 },
        { fact: 'employees', firms: 1 },
      ],
    });
  });

  it('counts every firm exactly once', () => {
    const facts = fc.record({ employees: fc.integer({ max: 600, min: 0 }).map(known) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(facts), (list) => {
        const { firms: all, counts, deciding } = policyReach(both, list);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all);
        expect(deciding.reduce((sum, one) => sum + one.firms, 0)).toBe(counts['one-missing']);
      }),
    );
  });
});

describe('the news of a policy for a firm', () => {
  it('is that it qualifies, or the single fact that is missing', () => {
    expect(policyNews(both, { employees: known(10), graduates: known(2) }, nothing)).toEqual({ kind: 'fits' });
    expect(policyNews(both, { employees: known(10) }, nothing)).toEqual({ kind: 'lacks', fact: 'graduates' });
    expect(policyNews(both, {}, nothing)).toBeUndefined();
    expect(policyNews(both, { employees: known(900) }, nothing)).toBeUndefined();
  });

  it('is told once of each; who was told of the missing fact is still told that it qualifies, not the other way round', () => {
    expect(policyNews(both, { employees: known(10) }, { fits: false, lacks: true })).toBeUndefined();
    const met = { employees: known(10), graduates: known(2) };
    expect(policyNews(both, met, { fits: false, lacks: true })).toEqual({ kind: 'fits' });
    expect(policyNews(both, met, { fits: true, lacks: true })).toBeUndefined();
    expect(policyNews(both, { employees: known(10) }, { fits: true, lacks: false })).toBeUndefined();
  });
});
