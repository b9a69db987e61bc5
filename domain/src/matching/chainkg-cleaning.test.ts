import { describe, expect, it } from 'vitest';
import { byHand, clean, company, material, named } from './chainkg-dirty-rows.ts';

describe('companies', () => {
  it('that were renamed become one, under the newer name, the former name kept', () => {
    const companies = [company('600690', '海尔智家股份有限公司'), company('600690', '青岛海尔股份有限公司')];
    const cleaned = clean({ companies });
    expect(cleaned.companies).toMatchObject([{ name: '海尔智家股份有限公司', formerNames: ['青岛海尔股份有限公司'] }]);
    expect(cleaned.reasons).toEqual({ 'company.renamed': 1, 'company.city-missing': 1 });
  });

  it('never take over the full name of another firm that the file puts under their code', () => {
    const companies = [
      company('688096', '江苏京源环保股份有限公司', { name: '京源环保', listed_on: '2020-04-09' }),
      company('688096', '大连港股份有限公司', { name: '京源环保', listed_on: '2010-12-06' }),
      company('688078', '中国银行股份有限公司', { name: '龙软科技', listed_on: '2006-07-05' }),
      company('688078', '三一重工股份有限公司', { name: '龙软科技', listed_on: '2003-07-03' }),
    ];
    const cleaned = clean({ companies });
    expect(cleaned.companies.map(({ name }) => name)).toEqual(['江苏京源环保股份有限公司', '龙软科技']);
    expect(cleaned.reasons['company.foreign-name']).toBe(3);
  });

  it('stand in their own city, and in 000000 when the file or the table of regions does not know it', () => {
    const codes = ['1', '2', '3', '4', '5'];
    const places = [
      ['山东', '威海市'],
      ['北京', '北京市'],
      ['海南', '澄迈县'],
      ['', ''],
      ['山东', '不存在市'],
    ];
    const cleaned = clean({
      companies: codes.map((code) => company(code, `公司${code}`)),
      company_region: codes.map((code, at) => ({ code, province: places[at]?.[0] ?? '', city: places[at]?.[1] ?? '' })),
    });
    expect(cleaned.companies.map(({ city, region }) => [city, region])).toEqual([
      ['371000', '371000'],
      ['110100', '110100'],
      ['469000', '469023'],
      ['000000', null],
      ['000000', null],
    ]);
    expect(cleaned.reasons).toEqual({ 'company.city-missing': 1, 'company.city-unknown': 1 });
  });

  it('carry the name of their industry', () => {
    const cleaned = clean({
      companies: [company('1', '甲公司')],
      industries: [{ code: '720902', name: '出版' }],
      company_industry: [{ code: '1', industry_code: '720902' }],
    });
    expect(cleaned.companies[0]?.industry).toBe('出版');
  });
});

describe('products', () => {
  it('that differ only in width, case or spaces are one', () => {
    const cleaned = clean({ products: named('聚酰胺6(PA6)', '聚酰胺6（pa6）', '熔喷布') });
    expect(cleaned.products.map(({ name }) => name)).toEqual(['聚酰胺6(PA6)', '熔喷布']);
    expect(cleaned.reasons).toEqual({ 'product.duplicate': 1 });
  });

  it('lose line breaks and stray quotation marks, but keep quotation marks that come in pairs', () => {
    const cleaned = clean({ products: named('光纤复合\n架空地线\n', '家电维修系统"', '防伪"碘盐标志"') });
    expect(cleaned.products.map(({ name }) => name)).toEqual(['光纤复合架空地线', '家电维修系统', '防伪"碘盐标志"']);
    expect(cleaned.reasons).toEqual({ 'product.name-broken': 2 });
  });

  it.each(['钢', '2.1.5', '其他', '合计', '分部间抵销', '主营业务', '适量', '平衡项目', 'C-'])(
    'called %s are flagged as junk',
    (name) => {
      expect(clean({ products: named(name) }).products).toMatchObject([{ name, junk: true }]);
    },
  );

  it.each(['EVA', '其他化工产品批发', '电容器分部', 'IC卡', '聚合计量泵', '材料试验机'])(
    'called %s are not junk',
    (name) => {
      expect(clean({ products: named(name) }).products).toMatchObject([{ name, junk: false }]);
    },
  );

  it('with the name or the alias of a hand-made product join it, so that both graphs connect', () => {
    const handMade = {
      products: [byHand('meltblown-cloth', '熔喷布', ['熔喷无纺布']), byHand('mask', '口罩')],
      relations: [],
    };
    const cleaned = clean(
      { products: named('熔喷无纺布', '口罩', '聚丙烯'), product_relations: [material('熔喷无纺布', '聚丙烯')] },
      handMade,
    );
    expect(cleaned.products.map(({ name }) => name)).toEqual(['聚丙烯']);
    expect(cleaned.relations).toMatchObject([{ fromId: 'meltblown-cloth', toId: cleaned.products[0]?.id }]);
    expect(cleaned.reasons).toEqual({ 'product.joined': 2 });
  });
});

describe('offers', () => {
  const companies = [company('1', '甲公司')];
  const offer = (product: string, revenue_share: string, code = '1') => ({ code, product, revenue_share });

  it('of one company and product are one, with the largest possible share', () => {
    const cleaned = clean({
      companies,
      products: named('钢管'),
      company_product: [offer('钢管', '0.2'), offer('钢管', '0.5'), offer('钢管', '3.2')],
    });
    expect(cleaned.offers).toMatchObject([{ productText: '钢管', revenueShare: 0.5 }]);
    expect(cleaned.reasons).toMatchObject({ 'offer.duplicate': 2, 'offer.share-impossible': 1 });
  });

  it.each(['-59', '3.2', 'viel', 'NaN'])('with the share %s have an unknown share, never a wrong one', (share) => {
    const cleaned = clean({ companies, products: named('钢管'), company_product: [offer('钢管', share)] });
    expect(cleaned.offers).toMatchObject([{ revenueShare: null }]);
    expect(cleaned.reasons['offer.share-impossible']).toBe(1);
  });

  it('of an unknown company or without a product are dropped, of an unlisted product kept', () => {
    const cleaned = clean({
      companies,
      products: named('钢管'),
      company_product: [offer('钢管', '1', '9'), offer(' \n', '1'), offer('铜管', '')],
    });
    expect(cleaned.offers).toMatchObject([{ productText: '铜管', revenueShare: null }]);
    expect(cleaned.products.map(({ name }) => name)).toEqual(['钢管', '铜管']);
    expect(cleaned.reasons).toMatchObject({
      'offer.company-missing': 1,
      'offer.product-empty': 1,
      'product.unlisted': 1,
    });
  });
});
