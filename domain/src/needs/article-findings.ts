/** What an answer that everybody may read should not say: it points to one person or one firm. */
export const articleFindingKinds = ['phone', 'credit-code', 'firm-name', 'unwritten'] as const;
export type ArticleFindingKind = (typeof articleFindingKinds)[number];

export interface ArticleFinding {
  readonly kind: ArticleFindingKind;
  /** as it stands in the text */
  readonly said: string;
}

/** Stands where the author still has to write: it is not published like that. */
export const toWrite = {
  question: '〔请把问题写成一句话〕',
  phone: '〔电话〕',
  creditCode: '〔统一社会信用代码〕',
} as const;

/** Everything in the text that points to somebody; each word once, in the order of the kinds. `knownFirms` are names of the directory. O(text). */
export function articleFindings(text: string, knownFirms: readonly string[] = []): readonly ArticleFinding[] {
  const plain = text.normalize('NFKC');
  const found = (kind: ArticleFindingKind, said: Iterable<string>) =>
    [...new Set(said)].map((one) => ({ kind, said: one }));
  const codes = plain.match(creditCodes) ?? [];
  const withoutCodes = plain.replace(creditCodes, ' ');
  const spelt = (plain.match(firmNames) ?? []).map((name) => name.replace(leading, ''));
  const known = knownFirms.filter((name) => plain.includes(name.normalize('NFKC')));
  // a name of the directory says more than the end of it that the pattern catches
  const names = [...known, ...spelt.filter((name) => !known.some((one) => one.includes(name) || name.includes(one)))];
  return [
    ...found('phone', withoutCodes.match(phones) ?? []),
    ...found('credit-code', codes),
    ...found('firm-name', names),
    ...found(
      'unwritten',
      Object.values(toWrite).filter((mark) => plain.includes(mark)),
    ),
  ];
}

/** What may not be carried from the answer to one firm into an answer for all: its name, its person, mobile numbers, credit codes. */
export function withoutNames(text: string, names: readonly string[]): string {
  const blanked = [...names]
    .filter((name) => name.trim().length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, '贵单位'), text);
  return blanked.replace(creditCodes, toWrite.creditCode).replace(mobiles, toWrite.phone);
}

const creditCodes = /(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}(?![0-9A-Za-z])/g;
const mobiles = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
/** Mobile numbers, and landlines with their area code or seven or eight digits after 电话. */
const phones =
  /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|(?<=(?:电话|热线|座机)[:: ]?)\d{7,8})(?!\d)/g;
const firmNames = /[\p{Script=Han}()（）]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|合作社)/gu;
/** Words that come before a name and are none of it. */
const leading = /^(?:.*(?:请联系|联系|例如|比如|以及|和|与|如|由|向|到|找|是|的))(?=[\p{Script=Han}]{4,})/u;
