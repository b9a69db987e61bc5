import { describe, expect, it } from 'vitest';
import { fillCounted } from './counted-words.ts';
import type { DrillOutcome } from './drill.ts';
import { drillText } from './drill-words.ts';
import { gapCauseText } from './gap-cause-text.ts';
import { reachReasonText } from './reach-reason-text.ts';

describe('a sentence that counts', () => {
  const template = 'Without it {count|# product stops|# products stop}; {users} stay';

  it('says one in the singular and all else in the plural', () => {
    expect(fillCounted(template, { count: 1, users: 7 })).toBe('Without it 1 product stops; 7 stay');
    expect(fillCounted(template, { count: '1', users: 7 })).toBe('Without it 1 product stops; 7 stay');
    expect(fillCounted(template, { count: 0, users: 1 })).toBe('Without it 0 products stop; 1 stay');
    expect(fillCounted(template, { count: '1,200', users: 1 })).toBe('Without it 1,200 products stop; 1 stay');
  });

  it('says of one firm that it uses a product, and of one need that it is open', () => {
    const named = { language: 'en', nameOf: (id: string) => id } as const;
    expect(gapCauseText({ code: 'no-maker', params: { users: 1 } }, named)).toContain('1 local firm uses it or has');
    expect(gapCauseText({ code: 'no-maker', params: { users: 2 } }, named)).toContain('2 local firms use it or have');
    const reason = { code: 'asked', params: { count: 1 } } as const;
    expect(reachReasonText(reason, { language: 'en', placeOf: String })).toBe('1 need for it is still open');
  });

  it('says of a source that stops nothing that nothing stops, in both languages', () => {
    const gone: DrillOutcome = {
      ...{ taken: { kind: 'firm', id: 'a', name: '甲' }, target: 'downstream', verdict: 'unaffected' },
      ...{ survive: null, recover: null, stops: [], buyers: null },
      lost: [{ productId: 'film', replacement: { maker: null, days: 30, certain: true }, sourceless: [] }],
    };
    const names = { taken: '甲', leader: null, nameOf: () => '薄膜' };
    expect(drillText(gone, { ...names, language: 'zh' })).toBe('甲断供，薄膜没有别的已知来源；链上没有产品因此停产');
    expect(drillText(gone, { ...names, language: 'en' })).toBe(
      'Without 甲, no known source of 薄膜 is left; no product of the chain stops for it',
    );
  });
});
