import type { DuplicateReason } from '@zhitong/domain/directory/duplicate-decision';
import { duplicateReasonText } from '@zhitong/domain/directory/duplicate-text';
import type { Language } from '@zhitong/domain/language';

/** The heaviest first; what neither speaks for nor against is left out. */
export function reasonSentences(reasons: readonly DuplicateReason[], language: Language) {
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= 0.5)
    .slice(0, 6)
    .map(({ code, weight }) => ({
      text: duplicateReasonText[code][language],
      speaks: weight > 0 ? ('for' as const) : ('against' as const),
    }));
}
