import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { PolicyCondition } from './policy.ts';
import { allowedPaperDeeds, decideContent, decidePaperDeed, isAnswerable, type Paper } from './policy-paper.ts';

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return 'taken';
};
const draft: Paper = { state: 'draft', edition: 1, version: 0 };

describe('the paper of a policy', () => {
  it('is drafted, published, revised, published again and ended', () => {
    const published = decidePaperDeed(draft, 'published', 1);
    expect(published).toEqual({ state: 'published', edition: 2, version: 1 });
    const revised = decidePaperDeed(published, 'changed', 2);
    expect(revised).toEqual({ state: 'revised', edition: 3, version: 1 });
    expect(decidePaperDeed(revised, 'published', 3)).toEqual({ state: 'published', edition: 4, version: 2 });
    expect(decidePaperDeed(published, 'ended', 2).state).toBe('ended');
  });

  it('is not published twice, and of two editors the second one is told to read first', () => {
    const published = decidePaperDeed(draft, 'published', 1);
    expect(codeOf(() => decidePaperDeed(published, 'published', 1))).toBe('policies.published-already');
    const changed = decidePaperDeed(draft, 'changed', 1);
    expect(codeOf(() => decidePaperDeed(changed, 'changed', 1))).toBe('policies.changed-meanwhile');
    expect(codeOf(() => decidePaperDeed(changed, 'published', 1))).toBe('policies.changed-meanwhile');
  });

  it('that was never published cannot be ended, and an ended one stays as it is', () => {
    expect(codeOf(() => decidePaperDeed(draft, 'ended', 1))).toBe('policies.not-published');
    const ended: Paper = { state: 'ended', edition: 5, version: 1 };
    for (const deed of ['changed', 'published', 'ended'] as const)
      expect(codeOf(() => decidePaperDeed(ended, deed, 5))).toBe('policies.ended');
  });

  it('counts up an edition with every deed and a version with every publication, whatever the order', () => {
    const deeds = fc.array(fc.constantFrom('changed' as const, 'published' as const, 'ended' as const), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(deeds, (list) => {
        let paper = draft;
        for (const deed of list) {
          const allowed: readonly string[] = allowedPaperDeeds[paper.state];
          const before = paper;
          if (!allowed.includes(deed)) {
            expect(codeOf(() => decidePaperDeed(before, deed, before.edition))).not.toBe('taken');
            continue;
          }
          paper = decidePaperDeed(before, deed, before.edition);
          expect(paper.edition).toBe(before.edition + 1);
          expect(paper.version - before.version).toBe(deed === 'published' ? 1 : 0);
        }
      }),
    );
  });
});

describe('what a policy says', () => {
  const content = (conditions: readonly PolicyCondition[]) => ({
    ...{ title: '演示', bodyId: 'b', benefit: '补贴', basis: '文件', documentNumber: null },
    ...{ validFrom: '2026-01-01', validTo: null, conditions },
  });
  const of = (fact: PolicyCondition['fact'], op: PolicyCondition['op'], ...values: (string | number)[]) => ({
    ...{ fact, op, values, text: '条件' },
  });

  it('is taken when each condition can be answered', () => {
    const fit = [
      of('region', 'in', '371071'),
      of('size', 'in', '小型', '微型'),
      of('industry', 'in', '35'),
      of('certificate', 'holds', 'ISO 13485'),
      of('employees', 'at-most', 300),
      of('exports', 'yes'),
    ];
    expect(codeOf(() => decideContent(content(fit)))).toBe('taken');
  });

  it('is refused with the number of the condition that cannot be answered', () => {
    const unfit = [
      of('employees', 'in', '300'),
      of('employees', 'at-most', '三百'),
      of('employees', 'at-most', 1, 2),
      of('size', 'in', '巨型'),
      of('region', 'in', '高区'),
      of('industry', 'in', '制造业'),
      of('certificate', 'holds', '  '),
      of('certificate', 'holds'),
      of('exports', 'yes', 1),
      of('exports', 'at-least', 1),
    ];
    for (const condition of unfit) expect(isAnswerable(condition), JSON.stringify(condition)).toBe(false);
    expect(codeOf(() => decideContent(content([of('exports', 'yes'), ...unfit])))).toBe('policies.condition-unfit');
  });

  it('is refused when its last day is before its first', () => {
    expect(codeOf(() => decideContent({ ...content([]), validTo: '2025-12-31' }))).toBe('policies.dates');
  });
});
