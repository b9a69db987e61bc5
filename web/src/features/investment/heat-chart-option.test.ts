import { describe, expect, it } from 'vitest';
import { type ChartArea, type Drawing, focusMark, marksOf, regionsOf } from './heat-chart-option.ts';

const area = (code: string, firms: number, more: Partial<ChartArea> = {}): ChartArea => ({
  ...{ code, name: `${code}市`, firms, at: [Number(code.slice(0, 2)), 0], mark: 'area' },
  ...more,
});
const drawing = (areas: readonly ChartArea[], focus?: string): Drawing => ({
  ...{ areas, codes: ['22', '32', '37'], focus, noData: '无数据', firmsWord: (count) => `${count} 家` },
  colours: {
    ramp: ['1', '2', '3', '4', '5'],
    ...{ card: 'card', ink: 'ink', border: 'border', focus: 'focus', font: 'font', hatch: 'hatch' },
  },
});
const two = [area('22', 9), area('32', 1)];

describe('what the chart draws', () => {
  it('colours areas with firms by their class, hatches the others, and rings what the list stands on', () => {
    expect(regionsOf(drawing(two, '32'))).toEqual([
      { name: '22', itemStyle: { areaColor: '5' } },
      { name: '32', itemStyle: { areaColor: '1', borderColor: 'focus', borderWidth: 2.5 } },
      { name: '37', itemStyle: { areaColor: 'hatch' } },
    ]);
  });

  it('makes one circle of counts that would cover each other, with their sum, and parts them when drawn larger', () => {
    const tips = (scale: number) =>
      marksOf(drawing(two), ([x, y]) => [x * scale, y]).map((mark) => ('tip' in mark ? mark.tip : ''));
    expect(tips(1)).toEqual(['22市 +1 · 10 家']);
    expect(tips(10)).toEqual(['22市 · 9 家', '32市 · 1 家']);
  });

  it('draws a zone as a diamond, and nothing where no place is known', () => {
    const marks = marksOf(drawing([area('22', 3, { mark: 'zone' }), area('32', 1, { at: null })]), (at) => at);
    expect(marks).toEqual([expect.objectContaining({ symbol: 'diamond', name: '22' })]);
  });

  it('names what the list stands on, whatever circle its count is in', () => {
    expect(focusMark(drawing(two, '32'))).toEqual([expect.objectContaining({ name: '32', tip: '32市' })]);
    expect(focusMark(drawing(two, '99'))).toEqual([]);
    expect(focusMark(drawing([area('22', 3, { at: null })], '22'))).toEqual([]);
  });
});
