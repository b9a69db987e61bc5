import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyNeed } from './need-classifier.ts';

const none = { undecided: 0, most: 3 };
const classOf = (text: string, hasProduct = true, undecided = 0) =>
  classifyNeed({ text, hasProduct, history: { ...none, undecided } });

describe('a text on the sourcing list', () => {
  it('that says what is wanted is a wish, also when the firm says what it makes or how to reach it', () => {
    expect(classOf('急需熔喷布 5 吨/天，BFE≥95，本周交货')).toBeNull();
    expect(classOf('我司生产口罩，需要鼻梁条 200 公斤')).toBeNull();
    expect(classOf('采购塑料托盘 1000 个，电话 13800000000')).toBeNull();
  });

  it('that praises and offers without a wish is an advert, with the words it was read from', () => {
    const text = '我司专业生产各类纸箱，厂家直销，量大从优，欢迎来电';
    const advert = classOf(text);
    expect(advert?.class).toBe('advert');
    expect(advert?.reasons.map(({ code }) => code)).toContain('no-wish');
    for (const { span } of advert?.reasons ?? []) if (span) expect(text.slice(span.start, span.end)).toBe(span.quote);
  });

  it('that speaks of what the reader or a customer may want wishes for nothing itself', () => {
    expect(classOf('有需要的老板请联系，各种规格齐全，当天发货')?.class).toBe('advert');
    expect(classOf('我们致力于为客户提供整体方案，满足各种需求')?.class).toBe('advert');
    expect(classOf('客户需要不锈钢法兰 500 件，本月底交货')).toBeNull();
  });

  it('that demands good quality at a good price praises nobody', () => {
    expect(classOf('我司是医疗器械厂，采购熔喷布，要求质量可靠、价格优惠')).toBeNull();
    expect(classOf('我司是熔喷布厂，质量可靠、价格优惠')?.class).toBe('advert');
  });

  it('that offers a service is an advert, not junk, though it names no product', () => {
    expect(classOf('代办各类资质，先做后付', false)?.class).toBe('advert');
    expect(classOf('厂房出租，独栋三层', false)?.reasons[0]).toMatchObject({ code: 'offers-itself' });
  });

  it('that asks for prices only is price fishing, and so is one more need when the quotes of the last were left lying', () => {
    expect(classOf('只是了解一下行情，暂不采购，不锈钢管')?.reasons[0]).toMatchObject({ code: 'only-prices' });
    expect(classOf('采购铝板 2 吨', true, 1)).toBeNull();
    expect(classOf('采购铝板 2 吨', true, 2)).toEqual({
      ...{ class: 'fishing', reasons: [{ code: 'asked-again', span: null, count: 2 }] },
    });
  });

  it('without a product, a wish or an amount is junk', () => {
    expect(classOf('asdfgh', false)?.reasons[0]?.code).toBe('gibberish');
    expect(classOf('。', false)?.reasons[0]?.code).toBe('too-short');
    expect(classOf('今天天气不错', false)?.class).toBe('junk');
  });

  it('whatever it is, is classed without failing, and every span lies in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.boolean(), (text, hasProduct) => {
        for (const { span } of classOf(text, hasProduct)?.reasons ?? [])
          if (span) expect(text.slice(span.start, span.end)).toBe(span.quote);
      }),
    );
  });
});
