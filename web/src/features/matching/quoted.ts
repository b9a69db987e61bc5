import type { Response } from '@zhitong/contract/matching/match-contract';
import type { Language } from '@zhitong/domain/language';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { formatAmount } from '#platform/format-number';

/** `5 吨`: what a quote offers, in its own unit. */
export function formatQuoted(response: Response, language: Language): string {
  if (response.quantity === undefined) return '—';
  return `${formatAmount(response.quantity, language)} ${unitText(response.unit ?? '', language)}`.trim();
}
