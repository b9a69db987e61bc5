import type { Need } from '@zhitong/contract/needs/need-contract';
import type { Language } from '@zhitong/domain/language';
import { formatDate } from '#platform/format-date';
import { formatParts } from '#platform/format-list';
import { formatNeedSubject } from '#platform/format-need';
import { formatNeedLimit } from '#platform/format-quantity';
import type { Say } from '#platform/text';
import type { needsText } from './needs-text.ts';

interface Reader {
  readonly language: Language;
  readonly say: Say<typeof needsText.zh>;
}

/** The need as one line for WeChat; prices and contacts never stand in it. */
export function asPlainText(need: Need, address: string, { language, say }: Reader): string {
  const facts = [
    ...need.limits.map((limit) => formatNeedLimit(limit, language)),
    ...need.certificates,
    need.deadline && formatDate(need.deadline, language),
    need.place?.text,
  ].filter((fact) => typeof fact === 'string');
  return say('copyHead', {
    subject: formatNeedSubject(need, language),
    facts: formatParts(facts, language) || say('notStated'),
    answers: say('copyAnswers', { quoted: need.counts.quoted }),
    address,
  });
}
