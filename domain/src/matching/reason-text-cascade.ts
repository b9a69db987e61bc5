import type { Language } from '../language.ts';
import { cascadeRings, ringWords } from '../needs/cascade-ring.ts';
import type { Reason } from './reason.ts';

/** `先问了本市，到时无人报价`: why a supplier further away is asked now. */
export function askedFirstText({ rings, why }: Reason['params'], language: Language): string {
  const asked = String(rings ?? '').split(',');
  const names = cascadeRings.filter((ring) => asked.includes(ring)).map((ring) => ringWords[ring][language]);
  const where = language === 'zh' ? names.join('、') : names.join(', ');
  const known = whys.find((one) => one === why) ?? 'silent';
  return sentences[known][language](where);
}

const whys = ['silent', 'unsuited', 'nobody', 'by-hand', 'together'] as const;

const sentences = {
  silent: { zh: (where) => `先问了${where}，到时无人报价`, en: (where) => `Asked first without an answer: ${where}` },
  unsuited: {
    zh: (where) => `先问了${where}，报价未采用`,
    en: (where) => `Asked first, the quotes did not suit: ${where}`,
  },
  nobody: { zh: (where) => `${where}没有已知的供应商`, en: (where) => `No supplier is known nearer: ${where}` },
  together: {
    zh: (where) => `截止日期前来不及一级一级询问，与${where}同时询问`,
    en: (where) => `The deadline leaves no time to ask one after the other; asked together with: ${where}`,
  },
  'by-hand': { zh: (where) => `先问了${where}，买方要求同时询问这里`, en: (where) => `Asked early, beside ${where}` },
} as const satisfies Record<(typeof whys)[number], Record<Language, (where: string) => string>>;
