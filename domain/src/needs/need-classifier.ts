import type { ClassReason, ClassReasonCode, NeedClassing } from './need-class.ts';

/** What the firm did before, for one of the products it asks for now. */
export interface AskingHistory {
  /** needs for one product within the time the city looks back, each with quotes that nobody decided on */
  readonly undecided: number;
  /** as many make price fishing, this one included */
  readonly most: number;
}

export interface ClassedText {
  readonly text: string;
  /** products were recognised in it, or chosen by the firm */
  readonly hasProduct: boolean;
  readonly history: AskingHistory;
}

/**
 * Whether a text on the sourcing list is a wish to buy, by rules over text and behaviour; null: it is. In doubt it is: what is kept back by
 * mistake costs a firm more than an advert costs a reader.
 */
export function classifyNeed({ text, hasProduct, history }: ClassedText): NeedClassing | null {
  const found = findStretches(text);
  return advert(found) ?? fishing(found, history) ?? junk(text, { found, hasProduct });
}

type Stretches = Readonly<Record<keyof typeof patterns, readonly ClassReason[]>>;

/** A wish needs a buying word or an amount with a date; an advert says what the writer itself makes, praises it, or asks to be called. */
function advert(found: Stretches): NeedClassing | null {
  const { offers, praise, contact, wish } = found;
  const shouts = offers.length + praise.length;
  if (wish.length > 0 && !(offers.length > 0 && shouts >= 3 && wish.length < 2)) return null;
  const isAdvert =
    offers.length > 0 ? shouts + contact.length >= 2 : praise.length >= 2 || praise.length * contact.length > 0;
  if (!isAdvert) return null;
  const without = wish.length === 0 ? [whole('no-wish')] : [];
  return { class: 'advert', reasons: [...offers, ...praise, ...contact, ...without].slice(0, 6) };
}

function junk(text: string, { found, hasProduct }: { found: Stretches; hasProduct: boolean }): NeedClassing | null {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2) return { class: 'junk', reasons: [whole('too-short')] };
  if (isGibberish(letters)) return { class: 'junk', reasons: [whole('gibberish')] };
  if (hasProduct || found.wish.length > 0 || found.amount.length > 0) return null;
  const reasons = [...(letters.length < 5 ? [whole('too-short')] : []), whole('no-product'), whole('no-wish')];
  return { class: 'junk', reasons };
}

function fishing({ onlyPrices }: Stretches, { undecided, most }: AskingHistory): NeedClassing | null {
  const again =
    undecided + 1 >= most && undecided > 0 ? [{ code: 'asked-again' as const, span: null, count: undecided }] : [];
  const reasons = [...onlyPrices, ...again];
  return reasons.length > 0 ? { class: 'fishing', reasons } : null;
}

const whole = (code: ClassReasonCode): ClassReason => ({ code, span: null, count: null });

/** One letter again and again, or Latin letters without vowels and words. */
function isGibberish(letters: string): boolean {
  const kinds = new Set(letters).size;
  if (letters.length >= 5 && kinds <= Math.max(2, letters.length / 6)) return true;
  if (!/^[a-z]{6,}\d*$/iu.test(letters)) return /^\d+$/u.test(letters);
  const vowels = letters.match(/[aeiou]/giu)?.length ?? 0;
  return vowels / letters.length < 0.22 || /(?:asdf|qwer|zxcv|hjkl|jkl|sdfg)/iu.test(letters);
}

const patterns = {
  offers: {
    code: 'offers-itself',
    is: /我(?:司|厂|公司|们)(?:是|为|主营|专业|专注|生产|供应|现有|有|可|能|承接|长期)[^，。；\n]{0,16}|本(?:公司|厂|店)(?:主营|专业|专注|供应|承接|现有|长期|生产)[^，。；\n]{0,12}|厂家直(?:销|供)|源头(?:厂家|工厂)|现货(?:供应|充足|秒发)|长期供应|大量供应|专业(?:生产|加工|代理|承接|定制)|诚招代理|招商加盟|承接[^，。\n]{0,8}(?:加工|订单|业务)|we (?:supply|offer|manufacture|produce|are a (?:leading|professional))|our (?:factory|products)/giu,
  },
  praise: {
    code: 'promotes',
    is: /价格优惠|质优价廉|物美价廉|量大(?:从优|优惠|价优)|品质(?:保证|上乘)|质量(?:上乘|过硬|可靠)|值得信赖|优惠(?:多多|促销|价)|特价|促销|限时|清仓|抢购|全网(?:最低|低价)|行业领先|信誉(?:第一|至上)|欢迎(?:来电|咨询|选购|订购|新老客户|各界)|包邮|免费(?:试用|拿样|寄样|咨询)|打折|\d折|合作共赢|best price|high quality|great discount|special offer|contact us|welcome to/giu,
  },
  contact: {
    code: 'gives-contact',
    is: /(?:微信|加微|vx|v信|qq|电话|手机|热线|咨询|联系)[^\d，。\n]{0,8}[\da-z_-]{5,}|1[3-9]\d{9}|400[- ]?\d{3,4}[- ]?\d{3,4}|https?:\/\/\S+|www\.\S+|[\w.]+@[\w.]+\.\w+/giu,
  },
  wish: {
    code: 'no-wish',
    is: /急需|需要|需求|需(?=[^\s，。]{0,12}\d)|求购|采购|想买|想找|想要|要买|寻找|寻求|寻(?=\S)|找(?:一家|几家|家|个|能|做|供应商|厂)|收购|询价|订购|定制(?:一批|\d)|缺(?:货|料|口)?(?=\S)|请报价|报价|求(?=\S{2})|looking for|we need|need(?:ed)?\b|want(?:ed)? to buy|purchase|inquiry|require|buy\b/giu,
  },
  amount: {
    code: 'no-wish',
    is: /\d+(?:\.\d+)?\s*(?:吨|公斤|千克|kg|t\b|件|个|双|根|条|块|张|瓶|袋|车|批|只|台|套|米|平方|卷|箱|片|支|万|桶|pcs|sets?|pieces)/giu,
  },
  onlyPrices: {
    code: 'only-prices',
    is: /(?:只|仅)(?:是|为了)?(?:问|询|了解|摸)(?:一下|个|下)?(?:行情|价格?|底价|市场价)|(?:不|暂不|没打算|不打算|近期不)(?:采购|买|下单)|(?:了解|摸摸|摸个|打听)(?:一下|下)?(?:行情|市场价|底价|价位)|(?:做|写)(?:市场)?(?:调研|调查|论文)[^。\n]{0,10}(?:价|报价)|比(?:个|一下)?价而已|just (?:checking|comparing) (?:the )?prices?|not buying/giu,
  },
} as const satisfies Record<string, { readonly code: ClassReasonCode; readonly is: RegExp }>;

function findStretches(text: string): Stretches {
  const of = ({ code, is }: { code: ClassReasonCode; is: RegExp }): ClassReason[] =>
    [...text.matchAll(is)].map((match) => {
      const [quote] = match;
      return { code, span: { start: match.index, end: match.index + quote.length, quote }, count: null };
    });
  return {
    ...{ offers: of(patterns.offers), praise: of(patterns.praise), contact: of(patterns.contact) },
    ...{ wish: of(patterns.wish), amount: of(patterns.amount), onlyPrices: of(patterns.onlyPrices) },
  };
}
