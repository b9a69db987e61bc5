import type { CaseRequest } from '@zhitong/domain/needs/case-request';

/** What bodies and the bureau do to a case, in the order of the buttons. What a firm does stands on the firm’s page. */
export const caseDeeds = [
  ...(['accept', 'answer', 'help', 'transfer', 'ask-helper', 'ask-firm', 'extend', 'hand-back'] as const),
  ...(['agree-extension', 'refuse-extension', 'close', 'reopen'] as const),
] satisfies readonly CaseRequest[];
export type CaseDeed = (typeof caseDeeds)[number];

/** Done by the button itself: there is nothing to write. */
export const instantDeeds: readonly CaseDeed[] = ['accept', 'agree-extension', 'refuse-extension', 'reopen'];

export const caseKeys = {
  a: 'answer',
  h: 'hand-back',
  r: 'ask-firm',
  e: 'extend',
} as const satisfies Record<string, CaseDeed>;

const staying: readonly CaseRequest[] = ['accept', 'agree-extension', 'refuse-extension', 'reopen'];

/** After these there is more to do on the same case; after all others the next one is shown. */
export const staysAfter = (action: CaseRequest): boolean => staying.includes(action);

/** What goes with an action. */
export interface CaseGiven {
  readonly text?: string;
  readonly reason?: string;
  readonly to?: string;
  readonly matter?: string;
  readonly days?: number;
}
