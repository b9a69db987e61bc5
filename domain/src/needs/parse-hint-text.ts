import type { Language } from '../language.ts';
import type { HintCode, ParseHint } from './parse-result.ts';

/** What would save a round of questions, in the reader's language. */
export function hintText({ code, params }: ParseHint, language: Language): string {
  return sentences[code][language](params);
}

type Params = ParseHint['params'];

const sentences = {
  product: { zh: () => '没认出产品，请选一个', en: () => 'No product recognised: choose one' },
  several: {
    zh: ({ count }) => `读出 ${count} 样产品，但一条需求只有一个数量和交期；各不相同时请分开发布`,
    en: ({ count }) =>
      `${count} products read, but a need has one quantity and one date; post them apart where they differ`,
  },
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
