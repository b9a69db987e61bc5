import type { Language } from '../language.ts';
import type { MatchNote, NoteCode } from './reason.ts';
import { amountText, figureText } from './reason-words.ts';
import { rateText } from './unit-words.ts';

type Params = MatchNote['params'];

/** The sentence about the whole list: why it was widened, or that nobody fits. */
export function noteText({ code, params }: MatchNote, language: Language): string {
  return sentences[code][language](params);
}

const sentences = {
  'widened.none': {
    zh: (params) => `${areaZh(params.from, params)}没有符合全部已知要求的企业，已扩到${areaZh(params.to, params)}`,
    en: (params) =>
      `Nobody in ${areaEn(params.from, params)} meets all that is known; widened to ${areaEn(params.to, params)}`,
  },
  'widened.capacity': {
    zh: (params) =>
      `${areaZh(params.from, params)} ${sumZh(params)}，不够 ${figureText(params.needed)}${unknownZh(params)}，已扩到${areaZh(params.to, params)}`,
    en: (params) => `${sumEn(params)}${unknownEn(params)}; widened to ${areaEn(params.to, params)}`,
  },
  nobody: {
    zh: (params) =>
      `${listOf(params, areaZh, '、')}都没有登记能做的企业。已列为缺链线索${reaches(params, 'nation') ? '' : '，是否扩到全国？'}`,
    en: (params) =>
      `Nobody registered in ${listOf(params, areaEn, ', ')}. Noted as a gap.${reaches(params, 'nation') ? '' : ' Search the nation?'}`,
  },
} as const satisfies Record<NoteCode, Record<Language, (params: Params) => string>>;

function sumZh({ firms, sum, unit, per }: Params): string {
  return `${figureText(firms)} 家产能合计 ${amountText(sum)} ${rateText(unit, per, 'zh')}`;
}

function sumEn({ firms, sum, needed, unit, per, from }: Params): string {
  return `${figureText(firms)} ${from === 'city' ? 'city ' : ''}firms make ${amountText(sum)} of ${figureText(needed)} ${rateText(unit, per, 'en')}`;
}

function unknownZh({ unknown }: Params): string {
  return Number(unknown ?? 0) > 0 ? `（另有 ${figureText(unknown)} 家产能未登记）` : '';
}

function unknownEn({ unknown }: Params): string {
  return Number(unknown ?? 0) > 0 ? ` (${figureText(unknown)} more without a registered capacity)` : '';
}

function listOf(
  params: Params,
  nameOf: (tier: Params[string] | undefined, params: Params) => string,
  joint: string,
): string {
  return String(params.tiers ?? '')
    .split(',')
    .map((tier) => nameOf(tier, params))
    .join(joint);
}

function reaches({ tiers }: Params, tier: string): boolean {
  return String(tiers ?? '')
    .split(',')
    .includes(tier);
}

function areaZh(tier: Params[string] | undefined, { circle }: Params): string {
  return tier === 'circle' ? String(circle ?? '都市圈') : (areas[String(tier)]?.zh ?? '已查范围');
}

function areaEn(tier: Params[string] | undefined, { circleEn }: Params): string {
  return tier === 'circle' ? String(circleEn ?? 'the city circle') : (areas[String(tier)]?.en ?? 'the area searched');
}

const areas: Readonly<Record<string, Record<Language, string>>> = {
  district: { zh: '本区', en: 'the district' },
  city: { zh: '本市', en: 'the city' },
  province: { zh: '省内', en: 'the province' },
  nation: { zh: '全国', en: 'the nation' },
  abroad: { zh: '境外', en: 'other countries' },
  unknown: { zh: '所在地未知的企业中', en: 'firms whose place is unknown' },
};
