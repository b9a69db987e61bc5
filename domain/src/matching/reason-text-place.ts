import type { Language } from '../language.ts';
import type { Reason } from './reason.ts';
import type { Tier } from './tier.ts';
import { tiers } from './tier.ts';

/** `本市（临港区），约 18 公里`. */
export function placeText(params: Reason['params'], language: Language): string {
  const tier = tiers.find((name) => name === params.tier) ?? 'unknown';
  const where = tierText(tier, params, language) + inBrackets(params, language);
  if (params.km === null || params.km === undefined) return where;
  return language === 'zh' ? `${where}，约 ${params.km} 公里` : `${where}, about ${params.km} km`;
}

function inBrackets({ place, placeEn }: Reason['params'], language: Language): string {
  const named = language === 'zh' ? place : placeEn;
  if (named === null || named === undefined) return '';
  return language === 'zh' ? `（${named}）` : ` (${named})`;
}

/** The name of a tier; the circle is called by its own name where it is known. */
export function tierText(tier: Tier, { circle, circleEn }: Reason['params'], language: Language): string {
  if (tier !== 'circle') return tierNames[tier][language];
  return String((language === 'zh' ? circle : circleEn) ?? tierNames.circle[language]);
}

const tierNames = {
  district: { zh: '本区', en: 'In the district' },
  city: { zh: '本市', en: 'In the city' },
  circle: { zh: '都市圈', en: 'In the city circle' },
  province: { zh: '省内', en: 'In the province' },
  nation: { zh: '国内', en: 'In the country' },
  abroad: { zh: '境外', en: 'Abroad' },
  unknown: { zh: '所在地未知', en: 'Place unknown' },
} as const satisfies Record<Tier, Record<Language, string>>;
