import { normaliseText } from '../matching/text-normal.ts';
import { firstMatches, type Reading, spanOf } from '../matching/text-span.ts';
import { multiplierPattern, numberPattern, readNumber } from './parse-number.ts';
import { type IpWish, readinessLevels } from './target-words.ts';

/** What a firm’s words say of a target sheet beside its targets; null: nothing. */
export interface TechnologyWish {
  readonly trl: number | null;
  readonly budgetFen: number | null;
  readonly ipWish: IpWish | null;
}

/** Read for the firm to correct. Cost: linear. */
export function readTechnologyWish(text: string): TechnologyWish {
  const { text: normal } = normaliseText(text);
  return {
    trl: readReadiness(normal)[0]?.value ?? null,
    budgetFen: readBudgets(normal)[0]?.value ?? null,
    ipWish: ipWords.find(([, pattern]) => pattern.test(normal))?.[0] ?? null,
  };
}

/** `成熟度7级`, `TRL≥6`, `技术就绪水平达到七级`, in a normalised text. */
export function readReadiness(text: string): readonly Reading<number>[] {
  return firstMatches(text, readiness).flatMap((match) => {
    const value = readNumber(match.groups?.number ?? '');
    return readinessLevels.some((level) => level === value) ? [{ value, ...spanOf(match) }] : [];
  });
}

/** What it would spend: `预算80万`, `经费不超过五十万元`, `愿意出三十万到五十万` (the most of it), in a normalised text. */
export function readBudgets(text: string): readonly Reading<number>[] {
  return firstMatches(text, budget).flatMap((match) => {
    const { low = '', high, multiplier, yuan } = match.groups ?? {};
    const number = high ?? low;
    const isMoney = multiplier !== undefined || yuan !== undefined || /[万亿]$/.test(number);
    const value = Math.round(readNumber(number, multiplier) * 100);
    return isMoney && value > 0 ? [{ value, ...spanOf(match) }] : [];
  });
}

const readiness =
  /(?:技术)?(?:成熟度|就绪(?:度|水平)|(?<![a-z])trl)(?:等级|水平)?[^,。;\d一二三四五六七八九]{0,6}(?<number>[1-9一二三四五六七八九])(?!\d)\s?级?/g;
const budget = new RegExp(
  `(?:预算|经费|愿意?出|可出|出资|投入|悬赏)[^,。;\\d零一二两三四五六七八九十百]{0,6}(?<low>${numberPattern})(?:(?:万|元)?[-~至到](?<high>${numberPattern}))?\\s?(?:[多余]|左右)?(?<multiplier>${multiplierPattern})?\\s?(?<yuan>元|块)?(?:以内|左右|以下)?`,
  'g',
);
const ipWords: readonly (readonly [IpWish, RegExp])[] = [
  ['joint', /(?:知识产权|专利|成果|权利)[^,。;]{0,6}(?:共有|共享|双方)|共有[^,。;]{0,4}(?:知识产权|专利|成果)/],
  ['own', /(?:知识产权|专利|成果|权利)[^,。;]{0,4}归(?:我|本|企业|公司|甲)/],
  ['licence', /许可(?:使用|实施)|专利许可|授权使用/],
];
