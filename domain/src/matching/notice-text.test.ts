import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../language.ts';
import { type EventType, eventTypes } from './event.ts';
import { noticeLink } from './notice-link.ts';
import { isNews, noticeText } from './notice-text.ts';

const facts = {
  firm: '威海丙公司（演示）',
  person: '演示-甲',
  product: '熔喷布',
  amount: 5,
  unit: '吨',
  per: 'day',
  matched: 6,
  added: 2,
  reach: 'circle',
  buyer: '威海甲公司（演示）',
  seller: '威海乙公司（演示）',
  supplier: '威海乙公司（演示）',
  priceFen: 2_100_000,
  priceUnit: '吨',
  leadDays: 4,
  code: 'lead-time',
  kind: 'delivery',
  amountFen: 10_500_000,
  by: '威海乙公司（演示）',
};

describe('the sentence of an event', () => {
  it('is there for every event in both languages, with nothing left open', () => {
    for (const type of eventTypes)
      for (const language of languages) {
        const text = noticeText({ type, payload: facts }, language);
        expect(text, `${type} ${language}`).not.toMatch(/undefined|null|NaN|\{|^\s*$/);
      }
  });

  it('does not break on facts that are absent', () => {
    for (const type of eventTypes) expect(noticeText({ type, payload: {} }, 'zh')).not.toMatch(/undefined|NaN/);
  });

  it('says an answer as the buyer reads it', () => {
    const say = (payload: object, language: 'zh' | 'en') =>
      noticeText({ type: 'response.given', payload: { ...facts, ...payload } }, language);
    expect(say({}, 'zh')).toBe('熔喷布 5 吨/天：威海乙公司（演示）报价 2.1 万元/吨，4 天交货');
    expect(say({}, 'en')).toBe('熔喷布 5 t/day: 威海乙公司（演示） quoted ¥21 K/t, 4 days');
    expect(say({ declined: 'too-small' }, 'zh')).toBe('熔喷布 5 吨/天：威海乙公司（演示）做不了（量太小）');
  });

  it('says a rejection to the supplier without a name and to the buyer with whom it told; to the buyer it is no news', () => {
    const say = (type: EventType, language: Language) => noticeText({ type, payload: facts }, language);
    expect(say('match.rejected', 'zh')).not.toContain(facts.supplier);
    expect(say('rejection.given', 'zh')).toContain('未选威海乙公司（演示），原因：交货期');
    expect(say('rejection.given', 'en')).toContain('威海乙公司（演示） not chosen, because of: lead time');
    expect([isNews('match.rejected'), isNews('rejection.given')]).toEqual([true, false]);
  });

  it('leads to the page of its subject; the bureau, who has no supplier inbox, to the need', () => {
    const event = { type: 'opportunity.arrived', subjectId: 'm1', payload: { needId: 'n1' } } as const;
    expect(noticeLink(event, 'firm')).toBe('/opportunities/m1');
    expect(noticeLink(event, 'bureau')).toBe('/needs/n1');
    expect(noticeLink({ type: 'deal.begun', subjectId: 'd1', payload: {} }, 'firm')).toBe('/deals/d1');
  });
});

describe('a new opportunity', () => {
  const facts = { buyer: '甲（演示）', product: '熔喷布', amount: 5, unit: '吨', per: 'day' };
  const said = (payload: Readonly<Record<string, unknown>>, language: 'zh' | 'en') =>
    noticeText({ type: 'opportunity.arrived', payload }, language);

  it('names the day it is wanted by, which tells two needs of one buyer apart', () => {
    expect(said({ ...facts, deadline: '2026-11-29' }, 'zh')).toBe('新商机：甲（演示）需要熔喷布 5 吨/天，11月29日前');
    expect(said({ ...facts, deadline: '2026-11-29' }, 'en')).toMatch(/, by 29 Nov$/);
  });

  it('says nothing of a day where the need names none', () => {
    expect(said({ ...facts, deadline: null }, 'zh')).toBe('新商机：甲（演示）需要熔喷布 5 吨/天');
  });
});
