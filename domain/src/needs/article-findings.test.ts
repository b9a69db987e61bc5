import { expect, test } from 'vitest';
import { articleFindings, toWrite, withoutNames } from './article-findings.ts';

const said = (text: string, known: readonly string[] = []) =>
  articleFindings(text, known).map((one) => `${one.kind} ${one.said}`);

test('mobile numbers, landlines with an area code and numbers after 电话 point to somebody', () => {
  expect(said('请打 138-0000-1111，或 0631-5200000，电话：5201234')).toEqual([
    ...['phone 138-0000-1111', 'phone 0631-5200000', 'phone 5201234'],
  ]);
});

test('amounts, years, articles of a law and document numbers point to nobody', () => {
  expect(said('〔2026〕1 号第十四条：每人 1500 元，最长 12 个月，2026-01-01 起，共 13800 元')).toEqual([]);
});

test('a credit code is one finding, not a telephone number beside it', () => {
  expect(said('代码 91371000MA3C8XJL7R')).toEqual(['credit-code 91371000MA3C8XJL7R']);
  expect(said('代码 ９１３７１０００ＭＡ３Ｃ８ＸＪＬ７Ｒ')).toEqual(['credit-code 91371000MA3C8XJL7R']);
});

test('a firm is found by what its name ends in, and by the names of the directory', () => {
  expect(said('请联系威海净川材料有限公司办理')).toEqual(['firm-name 威海净川材料有限公司']);
  expect(said('净川熔喷做过同样的事', ['净川熔喷'])).toEqual(['firm-name 净川熔喷']);
});

test('the same word twice is one finding', () => {
  expect(said('13800001111，13800001111')).toEqual(['phone 13800001111']);
});

test('what the author still has to write is found', () => {
  expect(said(`工伤认定：${toWrite.question}`)).toEqual([`unwritten ${toWrite.question}`]);
});

test('names, mobile numbers and codes do not come along from the answer to one firm', () => {
  const text = '威海净川材料有限公司（净川）的演示-丙：请打 13912345678，代码 91371000MA3C8XJL7R。';
  expect(withoutNames(text, ['净川', '威海净川材料有限公司', '演示-丙', ''])).toBe(
    '贵单位（贵单位）的贵单位：请打 〔电话〕，代码 〔统一社会信用代码〕。',
  );
});
