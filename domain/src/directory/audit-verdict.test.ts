import { describe, expect, it } from 'vitest';
import { type BreakReason, breakReasons, thousands, verdictSentence } from './audit-verdict.ts';

const at = new Date('2026-11-22T19:00:00Z');
const broken = (reason: BreakReason, who: string | null = '系统管理员') => ({
  ...{ at, entries: 18_301 },
  broken: { reason, position: 18_302, at: who === null ? null : '2026-11-02T08:40:00.000Z', who },
});

describe('what a check found', () => {
  it('is said with number and time when the chain holds', () => {
    const verdict = { at, entries: 184_220, broken: null };
    expect(verdictSentence(verdict, 'zh')).toBe('已核对 184,220 条，链完整（11月23日 03:00）');
    expect(verdictSentence(verdict, 'en')).toBe('184,220 entries checked, chain intact (23 Nov 03:00)');
  });

  it('names the first broken entry with its time and whose it says it is', () => {
    expect(verdictSentence(broken('changed'), 'zh')).toBe('第 18,302 条与前一条不符：11月2日 16:40，系统管理员');
    expect(verdictSentence(broken('changed'), 'en')).toBe(
      'Entry 18,302 does not follow from the one before: 2 Nov 16:40, 系统管理员',
    );
  });

  it('says no time and no name of an entry that is not there', () => {
    expect(verdictSentence(broken('missing', null), 'zh')).toBe('第 18,302 条缺失');
  });

  it('has a sentence of its own for every reason', () => {
    expect(new Set(breakReasons.map((reason) => verdictSentence(broken(reason), 'en'))).size).toBe(breakReasons.length);
  });

  it('groups digits by three', () => {
    expect([0, 999, 1000, 1_234_567].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567']);
  });
});
