import { describe, expect, it } from 'vitest';
import { newAnswerSearch } from './known-answers.ts';

const answer = (id: string, words: { title: string; text: string }, dutyId: string | null = null) => ({
  id,
  ...words,
  dutyId,
});
const answers = [
  answer('a', { title: '员工宿舍用电能不能按居民价计费？', text: '可以，凭宿舍用途证明申请核定。' }, 'power'),
  answer('b', { title: '工伤认定要带什么材料？', text: '诊断证明和劳动合同。' }, 'injury'),
  answer('c', { title: '出口退税几天到账？', text: '三个工作日内。' }, 'refund'),
  answer('d', { title: '货车进城区的通行证怎么办？', text: '在手机上申请。' }),
];
const search = newAnswerSearch(answers, [{ official: '工伤', everyday: ['干活受伤'] }]);
const found = (text: string, matters: { dutyId: string; confidence: number }[] = [], limit = 3) =>
  search.find(text, { matters, limit }).map((one) => one.answer.id);

describe('answers that exist already', () => {
  it('are found by the words of the request, the likeliest first', () => {
    expect(found('我们的员工宿舍用电按商业计价，能按居民价吗')[0]).toBe('a');
  });

  it('are found by what people call a thing', () => {
    expect(found('工人干活受伤了要带什么材料')).toEqual(['b']);
  });

  it('are lifted where routing proposes their matter', () => {
    const text = '税款迟迟没有退';
    expect(found(text)).toEqual([]);
    expect(found(`${text}到账`, [{ dutyId: 'refund', confidence: 1 }])).toEqual(['c']);
  });

  it('are not shown for words they do not speak of, nor for nothing', () => {
    expect(found('想租一台离心机做试验')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(newAnswerSearch([], []).find('工伤', { matters: [], limit: 3 })).toEqual([]);
  });

  it('are never more than asked for', () => {
    expect(found('宿舍用电 工伤认定 出口退税 通行证', [], 0)).toEqual([]);
  });
});
