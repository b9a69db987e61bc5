import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbacksADay, drawCallbacks } from './callback-sample.ts';
import { fewestGradesShown, gradeSum, isBadGrade, ratingGrades, ratingState, ratingWords } from './rating.ts';
import { isSelfRating } from './rating-suspicion.ts';
import { lackingFacts } from './request-lacks.ts';

const at = new Date('2026-11-23T02:00:00Z');
const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);

describe('a grade', () => {
  it('has five words in both languages, and the two lowest are bad', () => {
    expect(ratingGrades.map((grade) => ratingWords[grade].zh)).toEqual([
      '非常满意',
      '满意',
      '基本满意',
      '不满意',
      '非常不满意',
    ]);
    expect(ratingGrades.filter(isBadGrade)).toEqual([2, 1]);
  });

  it('is open until it is given or thirty days are over', () => {
    expect(ratingState({ grade: null, expiresAt: later(1) }, at)).toBe('open');
    expect(ratingState({ grade: null, expiresAt: at }, at)).toBe('expired');
    expect(ratingState({ grade: 1, expiresAt: at }, at)).toBe('used');
  });

  it('is shown as part of a sum from five on, never below', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), ([a = 0, b = 0, c = 0, d = 0, e = 0]) => {
        const { count, grades } = gradeSum({ 5: a, 4: b, 3: c, 2: d, 1: e });
        expect(grades !== null).toBe(count >= fewestGradesShown);
      }),
    );
  });

  it('within a minute of the answer, or from where the answer came, is suspicious', () => {
    const rated = (ratedAt: Date, sameAddress = false) => isSelfRating({ answeredAt: at, ratedAt, sameAddress });
    expect([rated(later(60_000)), rated(later(60_001)), rated(later(3_600_000), true)]).toEqual([true, false, true]);
  });
});

describe('the call-back sample', () => {
  it('is the same for the same day and cases in any order, and another on another day', () => {
    const ids = Array.from({ length: 200 }, (_, place) => `case-${place}`);
    const drawn = drawCallbacks('2026-11-23', ids);
    expect(drawn).toHaveLength(callbacksADay);
    expect(drawCallbacks('2026-11-23', ids.toReversed())).toEqual(drawn);
    expect(drawCallbacks('2026-11-24', ids)).not.toEqual(drawn);
  });
});

describe('what a request lacks', () => {
  it('is asked by list, and never what was said', () => {
    expect(lackingFacts('funding', '想贷款')).toEqual(['amount', 'term', 'purpose']);
    expect(lackingFacts('funding', '贷款 500 万，期限一年，用于备货')).toEqual([]);
    expect(lackingFacts('problem', '宿舍停水')).toEqual(['wish', 'since']);
    expect(lackingFacts('sourcing', '采购布')).toEqual([]);
    expect(lackingFacts('technology', ' ')).toEqual([]);
  });
});
