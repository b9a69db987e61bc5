import { writtenOnly } from './phrase-terms.ts';

/** What is searched for: the whole phrase without empty words, and its parts where it names several products. */
export interface SplitPhrase {
  /** letters and figures as written */
  readonly written: string;
  /** without words that name no product */
  readonly whole: string;
  /** `中间体及材料单体` → 中间体, 材料单体; empty when the phrase is one part */
  readonly parts: readonly string[];
}

/** Requires: a normalised phrase. Never empty where `written` is not: a phrase of empty words alone keeps them. */
export function splitPhrase(phrase: string): SplitPhrase {
  const whole = withoutEmptyWords(phrase);
  const parts = phrase
    .split(joint)
    .map(withoutEmptyWords)
    .filter((part) => part !== '');
  return { written: writtenOnly(phrase), whole, parts: parts.filter((part) => part !== whole) };
}

function withoutEmptyWords(phrase: string): string {
  const written = writtenOnly(phrase);
  const kept = written.replace(emptyWord, '');
  return kept === '' ? written : kept;
}

/** Where a list of products is joined. */
const joint = /[\s、,;。:/()+&]+|及其|以及|及|和|与|或|暨/u;

/** Words of annual reports and of purchasing that fit every product and so name none. */
const emptyWord = /其它|其他|其余|主要|相关|系列|产品|业务|商品|分部|收入|销售|板块|行业|项目|等/gu;
