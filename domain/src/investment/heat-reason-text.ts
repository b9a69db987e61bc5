import type { Language, Sentence } from '../language.ts';
import { fillIn } from '../refusal.ts';
import type { Covered } from './heat-candidate.ts';
import type { Candidate } from './heat-rank.ts';

/** Why a firm stands in the list: stored facts only. */
export const heatReasonCodes = [
  'makes-exactly',
  'makes-kind',
  'makes-broader',
  'more-links',
  'supplies-leader',
  'supplies-here',
  'size',
  'listed',
  'certificates',
  'distance',
  'registered-elsewhere',
  'registered-only',
  'working-unknown',
] as const;
export type HeatReasonCode = (typeof heatReasonCodes)[number];

const sentences = {
  'makes-exactly': { zh: '做此品：{product}', en: 'makes exactly this: {product}' },
  'makes-kind': { zh: '做其中一种：{text}（{product}）', en: 'makes a kind of it: {text} ({product})' },
  'makes-broader': {
    zh: '只登记了更宽的“{text}”（{product}）{note}',
    en: 'registered only for the broader {text} ({product}){note}',
  },
  'more-links': { zh: '共对应 {count} 个弱项', en: 'answers {count} weak links' },
  'supplies-leader': {
    zh: '已供链主{leader}（双方确认的成交）',
    en: 'supplies the chain leader {leader} (deals confirmed by both sides)',
  },
  'supplies-here': {
    zh: '已供本市 {count} 家（双方确认的成交）',
    en: 'supplies {count} firms here (deals confirmed by both sides)',
  },
  size: { zh: '{size}企业', en: '{size} firm' },
  listed: { zh: '上市公司 {code}', en: 'listed company {code}' },
  certificates: { zh: '资质 {names}', en: 'certificates {names}' },
  distance: { zh: '距本市约 {kilometres} 公里', en: 'about {kilometres} km away' },
  'registered-elsewhere': {
    zh: '注册在{registered}，实际经营在{working}',
    en: 'registered in {registered}, works in {working}',
  },
  'registered-only': {
    zh: '仅注册在{registered}，实际经营地未知',
    en: 'only registered in {registered}, working address unknown',
  },
  'working-unknown': {
    zh: '注册在{registered}，实际经营地未知',
    en: 'registered in {registered}, working address unknown',
  },
} as const satisfies Record<HeatReasonCode, Sentence>;

const sizeWords: Readonly<Record<string, string>> = { 大型: 'large', 中型: 'medium', 小型: 'small', 微型: 'micro' };

export interface ReasonWords {
  readonly language: Language;
  readonly productName: (id: string) => string;
  readonly placeName: (code: string) => string;
  /** short name of the chain leader */
  readonly leader: string | null;
}

export interface HeatReason {
  readonly code: HeatReasonCode;
  readonly text: string;
}

/** links spelt out before the rest is counted */
const mostLinks = 3;
const mostCertificates = 4;

/** Every reason of a candidate, the one that weighs most first. A firm without one is in no list. */
export function heatReasons(candidate: Candidate, words: ReasonWords): HeatReason[] {
  const say = (code: HeatReasonCode, params: Readonly<Record<string, string | number>> = {}): HeatReason => ({
    code,
    text: fillIn(sentences[code][words.language], params),
  });
  const { covers, suppliesLeader, buyersHere, size, code, certificates, kilometres } = candidate;
  return [
    ...covers.slice(0, mostLinks).map((one) => madeReason(one, words, say)),
    ...(covers.length > mostLinks ? [say('more-links', { count: covers.length })] : []),
    ...(suppliesLeader ? [say('supplies-leader', { leader: words.leader ?? '' })] : []),
    ...(buyersHere > 0 ? [say('supplies-here', { count: buyersHere })] : []),
    ...(size === null ? [] : [say('size', { size: words.language === 'zh' ? size : (sizeWords[size] ?? size) })]),
    ...(code === null ? [] : [say('listed', { code })]),
    ...(certificates.length > 0 ? [say('certificates', { names: listed(certificates, words.language) })] : []),
    ...(kilometres === null ? [] : [say('distance', { kilometres: kilometres.toLocaleString('en') })]),
    ...placeReasons(candidate, words, say),
  ];
}

type Say = (code: HeatReasonCode, params?: Readonly<Record<string, string | number>>) => HeatReason;

function madeReason({ wanted, fit, productText, note }: Covered, { language, productName }: ReasonWords, say: Say) {
  const product = productName(wanted);
  if (fit === 'exact') return say('makes-exactly', { product });
  if (fit === 'kind') return say('makes-kind', { text: productText, product });
  return say('makes-broader', { text: productText, product, note: noteText(note, language) });
}

/** Notes of the catalogue are written in Chinese. */
function noteText(note: string | null, language: Language): string {
  if (note === null) return '';
  return language === 'zh' ? `：${note}` : `: ${note}`;
}

function placeReasons({ place, registeredCity }: Candidate, { placeName }: ReasonWords, say: Say): HeatReason[] {
  if (place.registeredElsewhere !== null && place.city !== null) {
    const [registered, working] = [placeName(place.registeredElsewhere), placeName(place.city)];
    return [say('registered-elsewhere', { registered, working })];
  }
  if (place.working === 'known') return [];
  const registered = placeName(registeredCity);
  return [say(place.registeredOnly ? 'registered-only' : 'working-unknown', { registered })];
}

function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostCertificates).join(language === 'zh' ? '、' : ', ');
  return names.length > mostCertificates ? `${shown} …` : shown;
}
