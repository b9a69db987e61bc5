import type { Sentence } from '../language.ts';
import type { CaseRequest, requestNeeds } from './case-request.ts';

/** The parts of a request, as the refusal names those that are missing. */
export const casePartWords = {
  text: { zh: '说明', en: 'what you say' },
  reason: { zh: '原因', en: 'the reason' },
  to: { zh: '单位', en: 'the body' },
} as const satisfies Record<NonNullable<(typeof requestNeeds)[CaseRequest]>[number], Sentence>;
