import { describe, expect, it } from 'vitest';
import { clean, company, named } from './chainkg-dirty-rows.ts';
import { cleaningReasons } from './chainkg-report.ts';
import { cleaningReportText } from './chainkg-report-text.ts';

describe('the report', () => {
  it('says in both languages how often, what became of it and examples, and last what can be used', () => {
    const { report } = clean({ products: named('钢', '铁'), companies: [company('1', '甲公司')] });
    expect(cleaningReportText(report, 'zh')).toEqual([
      '1  没有注明城市，记为“未知” [保留并标记]',
      '   例 1',
      '2  名称不能说明是什么产品，不参加匹配 [保留并标记]',
      '   例 钢 | 铁',
      '可用：企业 1 家（1 个城市），产品 2 个，供给 0 条，“属于”关系 0 条，“由…制成”关系 0 条。',
    ]);
    expect(cleaningReportText(report, 'en')[0]).toBe('1  No city given; recorded as unknown [kept, flagged]');
  });

  it('shows five examples at most, and says so when there is nothing to report', () => {
    const { report } = clean({ products: named(...'甲乙丙丁戊己庚') });
    expect(report.lines).toMatchObject([{ count: 7, examples: ['甲', '乙', '丙', '丁', '戊'] }]);
    expect(cleaningReportText(clean({}).report, 'en')[0]).toBe('Nothing to report.');
  });

  it('can say each of its reasons', () => {
    const lines = Object.entries(cleaningReasons).map(([reason, action]) => ({
      reason,
      action,
      count: 1,
      examples: [],
    }));
    const { kept } = clean({}).report;
    for (const language of ['zh', 'en'] as const)
      for (const line of lines) {
        const [sentence] = cleaningReportText({ lines: [line as never], kept }, language);
        expect(sentence).toMatch(/^1 {2}.{4,} \[.+\]$/);
      }
  });
});
