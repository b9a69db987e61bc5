import type { ReasonCode } from './reason.ts';
import type { SentenceMaker } from './reason-words.ts';

/** How the product was found. */
export const productText = {
  'product.same': ({ registered, registeredEn }, language) =>
    language === 'zh' ? `直接生产：${registered}` : `Makes it: ${registeredEn ?? registered}`,
  'product.kind': ({ registered, registeredEn }, language) =>
    language === 'zh' ? `生产它的一种：${registered}` : `Makes a kind of it: ${registeredEn ?? registered}`,
  'product.broader': ({ registered, registeredEn, wanted, wantedEn }, language) =>
    language === 'zh'
      ? `登记的是“${registered}”，是否做${wanted}未知`
      : `Registered as ${registeredEn ?? registered}; ${wantedEn ?? wanted} unknown`,
  'product.substitute': ({ registered, registeredEn }, language) =>
    language === 'zh'
      ? `可作替代：${registered}（依据：产品库）`
      : `Possible substitute: ${registeredEn ?? registered} (by the product graph)`,
  'product.material': ({ via, viaEn }, language) =>
    language === 'zh'
      ? `用同一种原料（${via}），可问能否转产`
      : `Same material (${viaEn ?? via}); could be asked to convert`,
  'product.text': ({ registered }, language) =>
    language === 'zh'
      ? `登记的产品“${registered}”与需求字面相近，请确认`
      : `Registered product “${registered}” reads alike; please confirm`,
} as const satisfies Record<Extract<ReasonCode, `product.${string}`>, SentenceMaker>;
