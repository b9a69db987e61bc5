import type { Language } from '../language.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { amountText, figureText, type SentenceMaker } from './reason-words.ts';
import { rateText } from './unit-words.ts';

/** Can they make enough? The figure is shown in the unit of the need, so that the two can be compared at sight. */
export const capacityText = {
  'capacity.enough': (params, language) =>
    language === 'zh'
      ? `产能够：${haveText(params, language)}（需要 ${needText(params, language)}）`
      : `Enough: ${haveText(params, language)} (${needText(params, language)})`,
  'capacity.short': (params, language) => {
    const missing = Number(params.needed ?? 0) - Number(params.available ?? 0);
    const rate = rateText(params.unit, params.per, language);
    return language === 'zh'
      ? `产能差 ${amountText(missing)} ${rate}：可供 ${amountText(params.available)}（需要 ${figureText(params.needed)}）`
      : `${amountText(missing)} ${rate} short: ${amountText(params.available)} of ${figureText(params.needed)}`;
  },
  'capacity.unknown': (params, language) => {
    if (params.registered === null || params.registered === undefined)
      return language === 'zh' ? '产能未登记' : 'Capacity unknown';
    const have = registeredText(params, language);
    return language === 'zh'
      ? `登记产能 ${have}，与需求数量无法直接比较，请确认`
      : `Registered ${have}; cannot be compared with what is needed, please confirm`;
  },
} as const satisfies Record<Extract<ReasonCode, `capacity.${string}`>, SentenceMaker>;

function haveText(params: Reason['params'], language: Language): string {
  return params.available === null || params.available === undefined
    ? registeredText(params, language)
    : `${amountText(params.available)} ${rateText(params.unit, params.per, language)}`;
}

/** the unit is said once: `6 吨/天（需要 5）`, but in full where the other figure has another unit */
function needText(params: Reason['params'], language: Language): string {
  const same = params.available !== null && params.available !== undefined;
  return same
    ? figureText(params.needed)
    : `${figureText(params.needed)} ${rateText(params.unit, params.per, language)}`;
}

function registeredText({ registered, registeredUnit, registeredPer }: Reason['params'], language: Language): string {
  return `${figureText(registered)} ${rateText(registeredUnit, registeredPer, language)}`;
}
