import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCatalogue } from '../matching/match-fixtures.ts';
import { ProductLexicon } from '../matching/product-lexicon.ts';
import { parseNeed } from './parse-need.ts';
import type { ParsedNeed } from './parse-result.ts';

const lexicon = new ProductLexicon(maskCatalogue.products);
/** a Monday */
const today = '2026-11-23';

function parse(text: string): ParsedNeed {
  return parseNeed(text, { lexicon, today, regions: maskCatalogue.regions });
}

function limitsOf(text: string): string[] {
  return parse(text).limits.map(({ name, op, value, unit }) => `${name} ${op} ${value} ${unit}`.trim());
}

describe('what cannot stand is said, never dropped', () => {
  it('refuses a text of more than twenty thousand characters', () => {
    expect(() => parse('布'.repeat(20_001))).toThrow(
      expect.objectContaining({ code: 'needs.text-too-long', details: { length: '20,001' } }),
    );
  });

  it('says that nothing is written', () => {
    expect(parse(' \n ').issues).toEqual([{ code: 'needs.text-empty', details: {} }]);
  });

  it('says that no product was recognised', () => {
    expect(parse('急需 5 吨').issues).toMatchObject([{ code: 'needs.no-product' }]);
  });

  it.each(['熔喷布 -5 吨', '熔喷布，数量：-5', '熔喷布 −5吨', '熔喷布 0 吨'])(
    'says that the quantity of “%s” is not above zero',
    (text) => {
      const { quantity, issues } = parse(text);
      expect(quantity).toBeNull();
      expect(issues).toMatchObject([{ code: 'needs.quantity-not-positive' }]);
    },
  );

  it('says that nobody needs 1e308 tonnes', () => {
    expect(parse('熔喷布 1e308 吨').issues).toMatchObject([
      { code: 'needs.quantity-too-large', details: { amount: '1e+308' } },
    ]);
  });

  it('says that a deadline has passed', () => {
    const { deadline, issues } = parse('熔喷布 5 吨，11月20日前交货');
    expect(deadline).toBeNull();
    expect(issues).toEqual([
      { code: 'needs.deadline-passed', details: { date: '2026-11-20', dateZh: '11月20日', dateEn: '20 Nov 2026' } },
    ]);
  });

  it('says that there is no 30 February', () => {
    expect(parse('熔喷布，2月30日前交货').issues).toMatchObject([{ code: 'needs.deadline-invalid' }]);
  });

  it('does not take the date of a report for a deadline that has passed', () => {
    expect(parse('熔喷布，有2026年9月2日检测报告').issues).toEqual([]);
  });
});

describe('the paragraph of a sourcing manager', () => {
  it('is understood whole, with the words it was read from', () => {
    const text = '急需熔喷布 5 吨/天, BFE≥95, 本周交货, 送到临港';
    const need = parse(text);
    expect(need).toMatchObject({
      products: [{ id: 'meltblown', name: '熔喷布', quote: '熔喷布' }],
      quantity: { amount: 5, unit: '吨', per: 'day' },
      deadline: '2026-11-29',
      place: { text: '临港', region: '371073' },
      limits: [{ name: 'BFE', op: '>=', value: 95, unit: '%' }],
      issues: [],
    });
    expect(need.quotes.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['product', '熔喷布'],
      ['quantity', '5 吨/天'],
      ['limit', 'BFE≥95'],
      ['deadline', '本周'],
      ['place', '临港'],
    ]);
    for (const { start, end, quote } of need.quotes) expect(text.slice(start, end)).toBe(quote);
  });

  it('is understood in traditional characters, full width and with emoji', () => {
    const text = '😀急購熔噴佈５噸／天，ＢＦＥ≥９５％，送到臨港🙏';
    const need = parse(text);
    expect(need.products[0]?.quote).toBe('熔噴佈');
    expect(need.quantity).toEqual({ amount: 5, unit: '吨', per: 'day' });
    expect(need.limits).toEqual([{ name: 'BFE', op: '>=', value: 95, unit: '%' }]);
    expect(need.place?.text).toBe('臨港');
    for (const { start, end, quote } of need.quotes) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('quantities', () => {
  it.each([
    ['五万只/天', { amount: 50_000, unit: '只', per: 'day' }],
    ['5吨', { amount: 5, unit: '吨', per: 'once' }],
    ['3 t/d', { amount: 3, unit: '吨', per: 'day' }],
    ['日产三千套', { amount: 3000, unit: '套', per: 'day' }],
    ['每月2.5万米', { amount: 25_000, unit: '米', per: 'month' }],
    ['100 万只', { amount: 1_000_000, unit: '只', per: 'once' }],
    ['1.2万件/年', { amount: 12_000, unit: '件', per: 'year' }],
    ['每天需要 20 公斤', { amount: 20, unit: '公斤', per: 'day' }],
    ['1,200 pcs', { amount: 1200, unit: '件', per: 'once' }],
    ['半吨', { amount: 0.5, unit: '吨', per: 'once' }],
    ['熔喷布，20吨每天', { amount: 20, unit: '吨', per: 'day' }],
    ['要一批，两万件', { amount: 20_000, unit: '件', per: 'once' }],
    ['一天40方', { amount: 40, unit: '立方米', per: 'day' }],
    ['密度 28 kg/m³，9200套', { amount: 9200, unit: '套', per: 'once' }],
    ['数量: 5000', { amount: 5000, unit: '件', per: 'once' }],
  ])('%s', (text, quantity) => {
    expect(parse(text).quantity).toEqual(quantity);
  });

  it('takes the rate before the lot', () => {
    expect(parse('首批 3 吨，以后 5 吨/天').quantity).toEqual({ amount: 5, unit: '吨', per: 'day' });
  });

  it('does not take months, dates or properties for amounts', () => {
    for (const text of ['3个月内', '11月29日前', '克重25g', 'ISO 9001']) expect(parse(text).quantity).toBeNull();
  });
});

describe('limits', () => {
  it.each([
    ['BFE≥95', ['BFE >= 95 %']],
    ['BFE不低于95%', ['BFE >= 95 %']],
    ['PFE 98以上', ['PFE >= 98 %']],
    ['BFE 95', ['BFE >= 95 %']],
    ['细菌过滤效率>=95', ['BFE >= 95 %']],
    ['克重20-25g', ['克重 >= 20 g/m²', '克重 <= 25 g/m²']],
    ['克重≤25 gsm', ['克重 <= 25 g/m²']],
    ['阻力不超过49Pa', ['过滤阻力 <= 49 Pa']],
    ['厚度0.5毫米以内', ['厚度 <= 0.5 mm']],
    ['厚度小于0.5mm', ['厚度 < 0.5 mm']],
    ['±0.02 mm', ['公差 ± 0.02 mm']],
    ['公差±0.02', ['公差 ± 0.02 mm']],
    ['Φ120', ['直径 = 120 mm']],
    ['中心温度≤-20℃', ['中心温度 <= -20 ℃']],
    ['盐雾时间不低于250h', ['盐雾时间 >= 250 h']],
    ['抗静水压400mmH2O以上', ['抗静水压 >= 400 mmH2O']],
    ['断裂强度≥5.5cN/dtex', ['断裂强度 >= 5.5 cN/dtex']],
    ['黏度 500mPa·s', ['黏度 = 500 mPa·s']],
    ['模穴数16穴', ['模穴数 = 16 穴']],
    ['单件重量 2000 kg', ['单件重量 = 2000 kg']],
    ['SS布，30g/m²', ['克重 = 30 g/m²']],
    ['硬度 82 Shore A', ['硬度 = 82 Shore A']],
    ['φ120±0.05mm', ['直径 = 120 mm', '公差 ± 0.05 mm']],
    ['拉伸强度≥4900MPa，模量不小于230GPa', ['拉伸强度 >= 4900 MPa', '拉伸模量 >= 230 GPa']],
    ['断裂伸长率≥30%', ['断裂伸长率 >= 30 %']],
    ['耐黄变≥4级', ['耐黄变 >= 4 级']],
    ['单价不超过5元', []],
  ])('%s', (text, limits) => {
    expect(limitsOf(text)).toEqual(limits);
  });

  it('marks 3K as a guess: a tow or three thousand', () => {
    expect(parse('碳纤维 3K').quotes).toMatchObject([{ quote: '3K', guess: true }]);
  });
});

it('takes a question about the price of today for no day of delivery', () => {
  for (const text of ['问一下熔喷布今天什么价，随便报个价', '熔喷布 5 吨，今日报价', '今天多少钱一吨熔喷布'])
    expect([text, parse(text).deadline]).toEqual([text, null]);
  expect(parse('熔喷布 5 吨，今天报价，明天交货').deadline).toBe('2026-11-24');
  expect(parse('熔喷布 5 吨，今天交货').deadline).toBe('2026-11-23');
});

describe('deadlines, counted from Monday 23 November 2026', () => {
  it.each([
    ['本周交货', '2026-11-29'],
    ['下周三', '2026-12-02'],
    ['周五前', '2026-11-27'],
    ['11月29日前', '2026-11-29'],
    ['十一月底', '2026-11-30'],
    ['月底前', '2026-11-30'],
    ['下月底', '2026-12-31'],
    ['12月中旬', '2026-12-20'],
    ['3天内', '2026-11-26'],
    ['两周内', '2026-12-07'],
    ['10个工作日内', '2026-12-07'],
    ['48小时内', '2026-11-25'],
    ['后天', '2026-11-25'],
    ['2026-12-01', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['1月15日前', '2027-01-15'],
    ['年底前', '2026-12-31'],
  ])('%s is %s', (text, date) => {
    expect(parse(text).deadline).toBe(date);
  });
});

describe('certificates and places', () => {
  it('knows a certificate by any of its names', () => {
    expect(parse('需ISO13485、器械生产许可证，CE、FDA，IATF 16949、AS9100、CCS 船级社证书').certificates).toEqual([
      'ISO 13485',
      '医疗器械生产许可证',
      'CE',
      'FDA',
      'IATF 16949',
      'AS9100',
      'CCS 船级社证书',
    ]);
  });

  it('does not find CE inside a word', () => {
    expect(parse('surface face').certificates).toEqual([]);
  });

  it('prefers the place behind words of delivery and leaves the names of firms alone', () => {
    expect(parse('威海某某有限公司求购，交货地点：环翠区').place).toEqual({ text: '环翠区', region: '371002' });
    expect(parse('威海某某有限公司求购').place).toBeNull();
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    '熔喷布',
    '克重',
    '5',
    '吨',
    '/天',
    '≥',
    '±',
    'Φ',
    '-',
    '万',
    '11月',
    '日前',
    '送到',
    '临港',
    'ISO ',
    '9001',
    ' ',
    '，',
    '😀',
    'k',
    '%',
    '噸',
  );

  it('is parsed without an error, and every quote stands in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { quotes, quality } = parse(text);
          for (const { start, end, quote } of quotes) expect(text.slice(start, end)).toBe(quote);
          expect(quality.score).toBeGreaterThanOrEqual(0);
          expect(quality.score).toBeLessThanOrEqual(quality.max);
        },
      ),
    );
  });

  it.each([
    '9',
    '万',
    '克重',
    '1-',
    '≥1 ',
    '每月',
    'a',
    '熔喷',
    '11月',
    'φ1',
    ' ',
    'bfe ',
    '送到',
    'iso ',
    '5吨',
    '±1',
    '熔喷布',
    '1,',
    '3天内',
    '-1吨',
  ])('takes well under a second for twenty thousand characters of “%s”', (piece) => {
    const text = piece.repeat(20_000 / piece.length);
    const started = performance.now();
    parse(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
