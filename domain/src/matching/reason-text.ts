import type { Language } from '../language.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { capacityText } from './reason-text-capacity.ts';
import { askedFirstText } from './reason-text-cascade.ts';
import { certificateText } from './reason-text-certificate.ts';
import { limitText } from './reason-text-limit.ts';
import { placeText } from './reason-text-place.ts';
import { productText } from './reason-text-product.ts';
import type { SentenceMaker } from './reason-words.ts';

/** The sentence of a reason in the reader's language. Everything it says is in `params`. */
export function reasonText({ code, params }: Reason, language: Language): string {
  return makers[code](params, language);
}

const makers = {
  'product.same': productText['product.same'],
  'product.kind': productText['product.kind'],
  'product.broader': productText['product.broader'],
  'product.substitute': productText['product.substitute'],
  'product.material': productText['product.material'],
  'product.text': productText['product.text'],
  'limit.met': limitText['limit.met'],
  'limit.not-met': limitText['limit.not-met'],
  'limit.unknown': limitText['limit.unknown'],
  'capacity.enough': capacityText['capacity.enough'],
  'capacity.short': capacityText['capacity.short'],
  'capacity.unknown': capacityText['capacity.unknown'],
  'certificate.held': certificateText['certificate.held'],
  'certificate.expired': certificateText['certificate.expired'],
  'certificate.unknown': certificateText['certificate.unknown'],
  tier: placeText,
  record: ({ deliveries, onTime }, language) =>
    language === 'zh'
      ? `近 12 个月成交 ${deliveries} 笔，${onTime}/${deliveries} 按期`
      : `${deliveries} deals in 12 months, ${onTime} of ${deliveries} on time`,
  'asked-first': askedFirstText,
  'record.none': (_, language) => (language === 'zh' ? '平台上暂无成交' : 'No deals here yet'),
} as const satisfies Record<ReasonCode, SentenceMaker>;
