import { describe, expect, it } from 'vitest';
import type { CapabilityCover } from './capability-cover.ts';
import { type ReachFacts, reachOf } from './reach.ts';
import { reachReasonCodes, reachReasonText } from './reach-reason-text.ts';
import type { Relatedness } from './reach-table.ts';

const priceless = { confirmedFen: null, declaredFen: null, kilometres: null };
const nobody = { ...priceless, buyers: 0, withheld: 'none' } as const;
const coverage = { city: 0, circle: 0, province: 0, nation: 2, abroad: 0 };
const missing = { class: 'missing', openNeeds: 2, users: 0, demand: nobody, coverage } as const;
const near: Relatedness = { kind: 'known', density: 0.4, low: 0.3, high: 0.5, average: 0.2 };
const cover: CapabilityCover = {
  ...{ usual: 2, held: 1 },
  missing: [{ name: 'TS', nearest: { city: '370600', kilometres: 60 } }],
};
const asked = (more: Partial<ReachFacts> = {}) => reachOf({ gap: missing, relatedness: near, cover, ...more });
const codes = (more: Partial<ReachFacts> = {}) => asked(more)?.reasons.map(({ code }) => code);

describe('how far a weak link lies', () => {
  it('is relatedness × capability cover × unmet demand, with an interval', () => {
    // 0.4 × 1/2 × 2/(2 + 2)
    expect(asked()).toMatchObject({ missing: ['TS'], advice: 'grow-here' });
    expect(asked()?.score).toBeCloseTo(0.1, 12);
    expect(asked()?.low).toBeCloseTo(0.075, 12);
    expect(asked()?.high).toBeCloseTo(0.125, 12);
  });

  it('is not known where the relatedness is not, and not asked of a link that is strong or unknown', () => {
    expect(asked({ relatedness: { kind: 'unknown' } })).toBeNull();
    expect(asked({ gap: { ...missing, class: 'strong' } })).toBeNull();
    expect(asked({ gap: { ...missing, class: 'unknown' } })).toBeNull();
  });

  it('advises to bring in what is farther than the average product, or what the city is not equipped for', () => {
    expect(asked({ relatedness: { ...near, average: 0.6 } })?.advice).toBe('bring-in');
    expect(codes({ relatedness: { ...near, average: 0.6 } })).toContain('far');
    expect(asked({ cover: { ...cover, usual: 3 } })?.advice).toBe('bring-in');
  });

  it('says that it is not certain where the interval holds the average', () => {
    expect(codes()).toEqual(['near', 'equipped', 'lacks-nearest', 'asked']);
    expect(codes({ relatedness: { ...near, average: 0.35 } })).toContain('unsure');
  });

  it('lowers nothing for what nobody registered, and says so', () => {
    expect(asked({ cover: null })?.score).toBeCloseTo(0.2, 12);
    expect(codes({ cover: null })).toContain('holdings-unknown');
  });

  it('grows with open needs, buyers elsewhere and users, and is 0 while nobody wants it', () => {
    const score = (gap: Partial<ReachFacts['gap']>) =>
      asked({ gap: { ...missing, openNeeds: 0, ...gap } })?.score ?? -1;
    expect(score({})).toBe(0);
    expect(codes({ gap: { ...missing, openNeeds: 0 } })).toContain('not-asked');
    expect(score({ users: 4 })).toBe(score({ openNeeds: 2 }));
    expect(score({ openNeeds: 3 })).toBeGreaterThan(score({ openNeeds: 2 }));
    expect(score({ demand: { ...nobody, buyers: 6 } })).toBe(score({ openNeeds: 6 }));
    const madeHere = { ...coverage, city: 1 };
    expect(score({ users: 4, class: 'single-source', coverage: madeHere })).toBe(0);
  });

  it('tells of one buyer no more than of four: their number is kept back', () => {
    const few = { ...priceless, buyers: null, withheld: 'few' } as const;
    expect(codes({ gap: { ...missing, openNeeds: 0, demand: few } })).toContain('bought-by-few');
    expect(asked({ gap: { ...missing, openNeeds: 0, demand: few } })?.score).toBeCloseTo(0.4 / 2 / 3, 12);
  });

  it('has a sentence for every reason in both languages, with every place filled', () => {
    const params = { percent: 40, average: 20, low: 30, high: 50, held: 1, usual: 2, name: 'TS', city: '370600' };
    for (const code of reachReasonCodes)
      for (const language of ['zh', 'en'] as const) {
        const reason = { code, params: { ...params, kilometres: 60, count: 3 } };
        const text = reachReasonText(reason, { language, placeOf: () => '烟台' });
        expect(text).not.toMatch(/[{}]/);
      }
    const lacks = { code: 'lacks-nearest', params: { name: 'TS', city: '370600', kilometres: 60 } } as const;
    expect(reachReasonText(lacks, { language: 'zh', placeOf: () => '烟台' })).toBe(
      '本市没有企业登记“TS”，最近的在烟台，约 60 公里',
    );
  });
});
