import type { Language } from '../language.ts';
import { evidenceText, propertyText } from './property-words.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { dateText, figureText, type SentenceMaker, withUnit } from './reason-words.ts';

/** Each figure that was asked for, with what is registered about it. */
export const limitText = {
  'limit.met': (params, language) =>
    language === 'zh'
      ? `符合 ${params.name}：${statedText(params, language)}（要求 ${askedText(params, language)}）${provenText(params, language)}`
      : `${propertyText(params.name, language)} met: ${statedText(params, language)} (${askedText(params, language)})${provenText(params, language)}`,
  'limit.not-met': (params, language) =>
    language === 'zh'
      ? `不符合 ${params.name}：${statedText(params, language)}（要求 ${askedText(params, language)}）`
      : `${propertyText(params.name, language)} not met: ${statedText(params, language)} (${askedText(params, language)})`,
  'limit.unknown': (params, language) => {
    const registered = params.low !== null || params.high !== null;
    if (registered) {
      const stated = statedText(params, language);
      return language === 'zh'
        ? `未知 ${params.name}：登记 ${stated}，不足以判断（要求 ${askedText(params, language)}）`
        : `${propertyText(params.name, language)} unknown: ${stated} does not tell (${askedText(params, language)})`;
    }
    return language === 'zh'
      ? `未知 ${params.name}：该企业未登记（要求 ${askedText(params, language)}）`
      : `${propertyText(params.name, language)} unknown: not registered (${askedText(params, language)})`;
  },
} as const satisfies Record<Extract<ReasonCode, `limit.${string}`>, SentenceMaker>;

const operatorSigns: Readonly<Record<string, string>> = {
  '>=': '≥ ',
  '<=': '≤ ',
  '>': '> ',
  '<': '< ',
  '=': '',
  '±': '±',
};

function askedText({ op, value, unit }: Reason['params'], language: Language): string {
  return `${operatorSigns[String(op)] ?? ''}${withUnit(value ?? null, unit ?? null, language)}`;
}

/** One figure, a range, or the one end that is registered. */
function statedText({ low, high, statedUnit }: Reason['params'], language: Language): string {
  if (low === high) return withUnit(low, statedUnit, language);
  if (low === null || low === undefined)
    return `${language === 'zh' ? '最高' : 'up to'} ${withUnit(high, statedUnit, language)}`;
  if (high === null || high === undefined)
    return `${language === 'zh' ? '最低' : 'from'} ${withUnit(low, statedUnit, language)}`;
  return `${figureText(low)}–${withUnit(high, statedUnit, language)}`;
}

function provenText({ evidence, date }: Reason['params'], language: Language): string {
  if (evidence === null || evidence === undefined) return '';
  const kind = evidenceText(evidence, language);
  if (date === null || date === undefined) return language === 'zh' ? `，${kind}` : `, ${kind}`;
  return language === 'zh' ? `，${kind} ${dateText(date, language)}` : `, ${kind} of ${dateText(date, language)}`;
}
