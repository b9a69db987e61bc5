import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionOutcome,
  factWords,
  type KnownFacts,
  missingFacts,
  type PolicyCondition,
  type PolicyFact,
  type PolicyValue,
  policyFacts,
  policyOperators,
  policyVerdict,
} from './policy.ts';

const known = (value: PolicyValue) => ({ value, source: '企业自报', asOf: '2026-11-01' });
const employees: PolicyCondition = { fact: 'employees', op: 'at-most', values: [300], text: '职工不超过 300 人' };
const medical: PolicyCondition = { fact: 'industry', op: 'in', values: ['358', '27'], text: '医药或医疗器械行业' };
const licensed: PolicyCondition = { fact: 'certificate', op: 'holds', values: ['高新技术企业'], text: '高新技术企业' };

describe('a condition', () => {
  it('is unknown while nothing is known of its fact, and never taken for no', () => {
    expect(conditionOutcome(employees, {})).toBe('unknown');
    expect(conditionOutcome(licensed, {})).toBe('unknown');
  });

  it('is met or not by what is known', () => {
    expect(conditionOutcome(employees, { employees: known(300) })).toBe('true');
    expect(conditionOutcome(employees, { employees: known(301) })).toBe('false');
    expect(conditionOutcome(medical, { industry: known('3584') })).toBe('true');
    expect(conditionOutcome(medical, { industry: known('1819') })).toBe('false');
    expect(conditionOutcome(licensed, { certificate: known(['高新技术企业证书']) })).toBe('true');
    expect(conditionOutcome(licensed, { certificate: known([]) })).toBe('false');
    expect(
      conditionOutcome({ fact: 'exports', op: 'yes', values: [], text: '有出口' }, { exports: known(false) }),
    ).toBe('false');
  });
});

describe('a policy', () => {
  it('fits when every condition is met, and names the one fact that is missing', () => {
    const facts: KnownFacts = { industry: known('3584') };
    expect(policyVerdict([medical], facts)).toBe('qualifies');
    expect(policyVerdict([medical, employees], facts)).toBe('one-missing');
    expect(missingFacts([medical, employees, employees], facts)).toEqual(['employees']);
    expect(policyVerdict([medical, employees, licensed], facts)).toBe('open');
  });

  it('does not fit by one condition that is not met, whatever is unknown', () => {
    expect(policyVerdict([medical, employees, licensed], { industry: known('1819') })).toBe('no');
  });

  it('comes to the same as asking one condition after the other, and learning a fact never undoes a no', () => {
    const facts = Object.keys(policyFacts) as PolicyFact[];
    const condition = fc.record({
      fact: fc.constantFrom(...facts),
      op: fc.constantFrom(...policyOperators),
      values: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('35', '甲')), {
        minLength: 1,
        maxLength: 3,
      }),
      text: fc.constant('条件'),
    });
    const value = fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.boolean(),
      fc.constantFrom('3584', '甲'),
      fc.array(fc.constantFrom('甲', '乙')),
    );
    const state = fc.dictionary(
      fc.constantFrom(...facts),
      value.map((one) => known(one)),
    );
    const world = fc.record({
      list: fc.array(condition, { minLength: 1, maxLength: 6 }),
      ...{ held: state, fact: fc.constantFrom(...facts), more: value },
    });
    fc.assert(
      fc.property(world, ({ list, held, fact, more }) => {
        const outcomes = list.map((one) => conditionOutcome(one, held));
        const verdict = policyVerdict(list, held);
        expect(verdict === 'no').toBe(outcomes.includes('false'));
        expect(verdict === 'qualifies').toBe(outcomes.every((one) => one === 'true'));
        if (verdict === 'no' && !(fact in held))
          expect(policyVerdict(list, { ...held, [fact]: known(more) })).toBe('no');
      }),
    );
  });

  it('shows what it knows in words', () => {
    expect(factWords(1200, 'zh')).toBe('1,200');
    expect(factWords(2_788_330, 'zh', 'sales')).toMatch(/^278\.\d+ 万元$/);
    expect(factWords(300, 'zh', 'investment')).toBe('300 万元');
    expect(factWords(6, 'en', 'researchShare')).toBe('6%');
    expect(factWords(true, 'en')).toBe('yes');
    expect(factWords([], 'zh')).toBe('没有登记');
  });
});
