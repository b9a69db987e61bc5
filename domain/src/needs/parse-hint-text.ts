import type { Language } from '../language.ts';
import type { HintCode, ParseHint } from './parse-result.ts';

/** What would save a round of questions, in the reader's language. */
export function hintText({ code, params }: ParseHint, language: Language): string {
  return sentences[code][language](params);
}

type Params = ParseHint['params'];

const sentences = {
  product: { zh: () => '没认出产品，请选一个', en: () => 'No product recognised: choose one' },
  quantity: { zh: () => '数量未写', en: () => 'Quantity not written' },
  deadline: { zh: () => '交货时间未写', en: () => 'Delivery date not written' },
  place: { zh: () => '交货地点未写', en: () => 'Place of delivery not written' },
  certificates: { zh: () => '资质要求未写，没有可不写', en: () => 'Certificates not written; leave out if none' },
  limit: { zh: ({ name }) => `${name}未写`, en: ({ name }) => `${name} not written` },
  confirm: {
    zh: ({ quote }) => `“${quote}”是猜的，请确认`,
    en: ({ quote }) => `“${quote}” is a guess, please confirm`,
  },
} as const satisfies Record<HintCode, Record<Language, (params: Params) => string>>;
