import type { ClassReason, ClassReasonCode } from './need-class.ts';

/**
 * What tells a seller from a buyer is who gives and who takes. A seller is the one who gives: it opens a clause with a verb of giving, tells
 * who it is, promises, and speaks to the reader. The same word of wanting is the writer’s wish in 需要纸箱, and the reader’s in 有需要的请联系.
 */
const patterns = {
  offers: {
    code: 'offers-itself',
    is: anyOf(
      // the writer as the one who makes, keeps or provides
      /我(?:司|厂|公司|们)(?:是|为|主营|专业|专注|致力于|生产|供应|提供|代理|推出|现有|有|可|能|承接|长期)[^，。；\n]{0,16}/,
      /本(?:公司|厂|店)(?:主营|专业|专注|供应|承接|现有|新到|常年|备有|长期|生产|代理|提供)[^，。；\n]{0,12}/,
      /自己的(?:厂子|工厂|厂)|自家(?:工厂|厂子)|厂家直(?:销|供)|源头(?:厂家|工厂)|老厂/,
      // a clause that opens with giving
      /(?<![^，。；！!？?：:\s])(?:供(?=[：:])|供应|出售|销售|批发|零售|转让|出租|甩卖|代办|专营|主营|承接|诚招|提供)[^，。；！!\n]{0,14}/,
      /现货(?:供应|充足|秒发)|长期供应|大量供应|专业(?:生产|加工|代理|承接|定制)|招商加盟|承接[^，。\n]{0,8}(?:加工|订单|业务|外协)/,
      /(?:厂房|仓库|场地|设备|商铺|车间)(?:出租|转让|出售)|库存(?:处理|清理|\s*\d+)|低价(?:出|转)(?!口)|给钱就卖/,
      // who it is: founded, large, certified
      /成立于\s*\d{4}|占地\s*\d+|拥有员工|通过\s?ISO\s?\d+|产品(?:远销|畅销)/,
      /we (?:supply|offer|manufacture|produce|are an? (?:leading|professional))|our (?:factory|products|catalogue)/,
    ),
  },
  praise: {
    code: 'promotes',
    is: anyOf(
      /价格(?:优惠|从优|面议|好商量|比别人低)|质优价廉|物美价廉|量大(?:从优|优惠|价优)|品质(?:保证|上乘)|质量(?:上乘|过硬|可靠)|值得信赖/,
      /优惠(?:多多|促销|价)|特价|促销|限时|清仓|抢购|全网(?:最低|低价)|行业领先|信誉(?:第一|至上)|包邮|打折|\d折|合作共赢|返点/,
      /欢迎(?:来电|咨询|选购|订购|新老客户|各界|广大)|免费(?:试用|拿样|寄样|咨询)|期待(?:您|与您|贵)[^，。\n]{0,6}/,
      // prices that are named by whoever sells
      /出厂价|批发价|(?:\d+(?:\.\d+)?\s*元|[一二三四五六七八九十百千]+(?:元|毛|块))[^，。\n]{0,4}起|零元/,
      // promises of a service
      /一站式|一条龙|不成功不收费|先做后付|手续简单|当天(?:放款|发货)|天天发车|全国发货|一件代发|可开专票|随叫随到|随时看房|交期有保障/,
      /原装正品|假一罚十|规格(?:型号)?齐全|型号(?:齐全|全)|设备先进|手慢无|名额有限|火热|新品上市|远销/,
      // the reader is spoken to
      /(?:助|帮|为|让)(?:您|贵)|您身边|为客户提供|有意者|私聊|扫码|(?:需要|想要)[^，。\n]{0,6}的(?:找我|联系我|加我)/,
      /best price|high quality|great discount|special offer|contact us|welcome to|years?[’']? experience|find our/,
    ),
  },
  contact: {
    code: 'gives-contact',
    is: anyOf(
      /(?:微信|加微|vx|v信|qq|电话|手机|热线|咨询|联系)[^\d，。\n]{0,8}[\da-z_-]{5,}|1[3-9]\d{9}|400[- ]?\d{3,4}[- ]?\d{3,4}/,
      /https?:\/\/\S+|www\.\S+|[\w.]+@[\w.]+\.\w+/,
    ),
  },
  wish: {
    code: 'no-wish',
    is: anyOf(
      /急需|需要|需求|需(?=[^\s，。]{0,12}\d)|求购|采购|拟购|想买|想找|想要|想(?:定|订)(?:做|制|购)|要买|要货|要(?=\s*\d)|寻找|寻求|寻(?=\S)/,
      /找(?:一家|几家|家|个|能|做|供应商|厂)|收购|询价|订购|定做|定制(?:一批|\d)|(?<![不稀])缺(?!陷|点|席)(?:货|料|口)?(?=\S)/,
      /请报价|报个?价|(?<![要需追请])求(?=\S{2})|谁家?有|哪(?:家|里)(?:有|能)|有货的|多少(?:钱|一)?|招标/,
      /looking for|look for|we need|need(?:ed)?\b|want(?:ed)? to buy|purchase|inquiry|require|buy\b/,
    ),
  },
  amount: {
    code: 'no-wish',
    is: anyOf(
      /\d+(?:\.\d+)?\s*(?:吨|公斤|千克|kg|t\b|件|个|双|根|条|块|张|瓶|袋|车|批|只|台|套|米|平方|卷|箱|片|支|万|桶|pcs|sets?|pieces)/,
    ),
  },
  onlyPrices: {
    code: 'only-prices',
    is: anyOf(
      /(?:只|仅)(?:是|为了)?(?:问|询|了解|摸)(?:一下|个|下)?(?:行情|价格?|底价|市场价)|(?:不|暂不|没打算|不打算|近期不)(?:采购|买|下单)/,
      /(?:了解|摸摸|摸个|打听)(?:一下|下)?(?:行情|市场价|底价|价位|底)|(?:做|写)(?:市场)?(?:调研|调查|论文)[^。\n]{0,10}(?:价|报价)|比(?:个|一下)?价(?:而已|表)/,
      /(?:没有|暂无|没)(?:采购|购买)(?:计划|打算|意向)|不(?:着?急|急着)买|随便问问|论文[^。\n]{0,16}价/,
      /just (?:checking|comparing|want to know) (?:the )?(?:market )?prices?|not buying|no plan to buy/,
    ),
  },
} as const satisfies Record<string, { readonly code: ClassReasonCode; readonly is: RegExp }>;

/** Wanting that is somebody else’s: of whoever reads the text, or of customers in general. */
const ofReader = anyOf(
  /有(?:任何)?(?:需要|需求)|(?:您|贵司|贵公司|客户|用户|老板们?|各位)(?:的)?(?:各种|不同)?(?:需要|需求|采购|要求)|各种需求/,
  /满足[^，。；\n]{0,10}(?:需求|要求)|欢迎[^，。；！!\n]{0,12}(?:采购|订购|询价|定制)|免费报价|招(?:商|生)/,
);

/** What is asked of a supplier is no praise of one’s own: 要求质量可靠. */
const demanded = anyOf(/(?:要求|希望|务必|最好|优先)[^。；\n]{0,24}/);

export type Stretches = Readonly<Record<keyof typeof patterns, readonly ClassReason[]>>;

export function findStretches(text: string): Stretches {
  const of = ({ code, is }: { code: ClassReasonCode; is: RegExp }): ClassReason[] =>
    spansOf(text, is).map((span) => ({ code, span, count: null }));
  const [reader, demands] = [spansOf(text, ofReader), spansOf(text, demanded)];
  return {
    offers: of(patterns.offers),
    praise: outside(of(patterns.praise), demands),
    contact: of(patterns.contact),
    wish: outside(of(patterns.wish), reader),
    amount: of(patterns.amount),
    onlyPrices: of(patterns.onlyPrices),
  };
}

type Span = NonNullable<ClassReason['span']>;

function spansOf(text: string, is: RegExp): readonly Span[] {
  return [...text.matchAll(is)].map((match) => {
    const [quote] = match;
    return { start: match.index, end: match.index + quote.length, quote };
  });
}

function outside(found: readonly ClassReason[], others: readonly Span[]): readonly ClassReason[] {
  return found.filter(({ span }) => !others.some((other) => span && span.start < other.end && other.start < span.end));
}

function anyOf(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => source).join('|'), 'giu');
}
