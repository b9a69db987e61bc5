import type { CaseActionKind } from './case-action.ts';

/** What a person asks to do to a case, in the words of the API. The word of the firm on an answer has an address of its own. */
export const caseRequests = [
  'accept',
  'answer',
  'hand-back',
  'transfer',
  'ask-helper',
  'help',
  'ask-firm',
  'extend',
  'agree-extension',
  'refuse-extension',
  'close',
  'withdraw',
  'reopen',
  'remind',
  'supplement',
] as const;
export type CaseRequest = (typeof caseRequests)[number];

export const requestKinds = {
  accept: 'accepted',
  answer: 'answered',
  'hand-back': 'handed-back',
  transfer: 'transferred',
  'ask-helper': 'helper-asked',
  help: 'helper-answered',
  'ask-firm': 'firm-asked',
  extend: 'extension-asked',
  'agree-extension': 'extension-agreed',
  'refuse-extension': 'extension-refused',
  close: 'closed',
  withdraw: 'withdrawn',
  reopen: 'reopened',
  remind: 'reminded',
  supplement: 'supplemented',
} as const satisfies Record<CaseRequest, CaseActionKind>;

/** The request that leads to an action; undefined: the platform does it, or the firm by its word on an answer. */
export function requestOf(kind: CaseActionKind): CaseRequest | undefined {
  return caseRequests.find((request) => requestKinds[request] === kind);
}

/** What must come with a request. `text`: words the other side reads; `reason`: a coded reason; `to`: a body. */
export const requestNeeds: Readonly<Partial<Record<CaseRequest, readonly ('text' | 'reason' | 'to')[]>>> = {
  answer: ['text'],
  'hand-back': ['reason'],
  transfer: ['to'],
  'ask-helper': ['to', 'text'],
  help: ['text'],
  'ask-firm': ['text'],
  extend: ['text'],
  close: ['reason'],
  supplement: ['text'],
};

/** With these a reason is a code; with all others it is words, as good as the text. */
export const codedRequests: readonly CaseRequest[] = ['hand-back', 'close'];

/** What the bureau does as the bureau, also to a case it holds itself. */
export const bureauRequests: readonly CaseRequest[] = [
  'transfer',
  'agree-extension',
  'refuse-extension',
  'close',
  'reopen',
];
