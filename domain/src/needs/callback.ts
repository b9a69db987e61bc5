import type { Sentence } from '../language.ts';

/** What a firm said when the bureau called it back about a closed case (回访). */
export const callbackOutcomes = ['solved', 'not-solved', 'unreached', 'declined'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

export const callbackWords = {
  solved: { zh: '属实，已解决', en: 'True: it is solved' },
  'not-solved': { zh: '企业说没有解决', en: 'The firm says it is not solved' },
  unreached: { zh: '没有联系上', en: 'Not reached' },
  declined: { zh: '企业不愿回答', en: 'The firm did not wish to answer' },
} as const satisfies Record<CallbackOutcome, Sentence>;
