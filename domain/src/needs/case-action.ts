import type { CaseHandBackCode, CaseReopening, CaseUnsolvedCode } from './case-codes.ts';
import type { CasePlacing } from './case-placing.ts';

/** Who acts: the firm that asks, the body that answers for the case now, a helping body, the bureau, or the platform itself. */
export const caseSides = ['firm', 'lead', 'helper', 'bureau', 'system'] as const;
export type CaseSide = (typeof caseSides)[number];

interface Done {
  readonly at: Date;
}

/**
 * Everything that can happen to a case, oldest first in its history. `body` is the organisation that acted, `next` the one that answers
 * for the case from this instant on: whatever moves a case names both, so that no instant is left without an accountable body.
 */
export type CaseAction =
  | (Done & {
      readonly kind: 'submitted';
      readonly next: string;
      readonly placing?: CasePlacing;
      /** the firm itself named the body, and no matter */
      readonly chosen?: true;
      /** of a sourcing need: the platform asks suppliers at once and says whom, so nobody has to sign */
      readonly running?: true;
    })
  /** `words`: signed with words to the firm, which are the first answer */
  | (Done & { readonly kind: 'accepted'; readonly body: string; readonly words?: true })
  | (Done & { readonly kind: 'answered'; readonly body: string })
  | (Done & {
      readonly kind: 'handed-back';
      readonly body: string;
      readonly code: CaseHandBackCode;
      readonly next: string;
    })
  | (Done & {
      readonly kind: 'arbitrated';
      readonly next: string;
      readonly dutyNumber: string | null;
      readonly dutyTitle?: string;
    })
  | (Done & { readonly kind: 'transferred'; readonly next: string })
  | (Done & {
      readonly kind: 'helper-asked';
      readonly body: string;
      readonly helper: string;
      readonly allowanceMs: number;
    })
  | (Done & { readonly kind: 'helper-answered'; readonly helper: string })
  // of a funding need: the firm asks a bank, the bank offers or declines, the firm takes an offer
  | (Done & { readonly kind: 'bank-asked'; readonly helper: string; readonly allowanceMs: number })
  | (Done & { readonly kind: 'bank-offered' | 'bank-declined'; readonly helper: string })
  | (Done & { readonly kind: 'offer-accepted'; readonly helper: string })
  // of a technology need: the target sheet goes to centres and universities, they answer, a centre takes the case over
  | (Done & { readonly kind: 'sheet-sent'; readonly helpers: readonly string[]; readonly allowanceMs: number })
  | (Done & { readonly kind: 'sheet-answered'; readonly helper: string })
  | (Done & { readonly kind: 'taken'; readonly next: string })
  // the firm takes an answer; whoever gave the answer the firm has the word on mends it
  | (Done & { readonly kind: 'answer-taken'; readonly helper: string })
  | (Done & { readonly kind: 'answer-mended'; readonly body: string })
  | (Done & { readonly kind: 'extension-asked'; readonly body: string; readonly extensionMs: number })
  | (Done & { readonly kind: 'extension-agreed' | 'extension-refused'; readonly side: 'firm' | 'bureau' })
  | (Done & { readonly kind: 'confirmed' })
  | (Done & { readonly kind: 'not-solved' })
  | (Done & { readonly kind: 'closed'; readonly code: CaseUnsolvedCode })
  | (Done & { readonly kind: 'withdrawn' })
  | (Done & {
      readonly kind: 'reopened';
      readonly next: string;
      readonly allowanceMs: number;
      /** why it was taken up again, where the firm did not ask for it itself: who said so is nowhere in the case */
      readonly because?: CaseReopening;
    })
  // of a sourcing need: the firm has chosen a supplier on the page of the need
  | (Done & { readonly kind: 'chosen' })
  // said between the two sides; the clock does not hear it
  | (Done & { readonly kind: 'reminded' })
  | (Done & { readonly kind: 'supplemented' })
  | (Done & { readonly kind: 'firm-asked'; readonly body: string });

export type CaseActionKind = CaseAction['kind'];

/** `waiting`: nobody has signed for it yet. `answered`: the firm has the word. The last three are ends. */
export const caseStatuses = ['waiting', 'handling', 'answered', 'solved', 'unsolved', 'withdrawn'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

type Allowed = Readonly<Partial<Record<CaseSide, readonly CaseActionKind[]>>>;

const handling = ['answered', 'handed-back', 'helper-asked', 'extension-asked', 'firm-asked', 'closed'] as const;
const saying = ['supplemented', 'reminded'] as const;
const deciding = ['extension-agreed', 'extension-refused'] as const;
const helping = ['helper-answered', 'bank-offered', 'bank-declined', 'sheet-answered'] as const;

/**
 * What each side may do next. The server refuses by this table, the web draws its buttons from it. A body can answer, ask for help or
 * time, or hand back. It can never say that a case is solved; as unsolved, with a coded cause, it closes one it has answered, also when the
 * firm has said that the answer solves nothing. The platform closes one only where the bureau has ruled that a need kept back is none.
 */
export const allowedCaseActions = {
  waiting: {
    firm: [...saying, 'withdrawn', ...deciding, 'bank-asked', 'offer-accepted', 'answer-taken'],
    lead: ['accepted', ...handling],
    helper: [...helping, 'taken'],
    bureau: ['transferred', ...deciding, 'closed'],
    system: ['arbitrated', 'chosen', 'closed', 'sheet-sent'],
  },
  handling: {
    firm: [...saying, 'withdrawn', ...deciding, 'bank-asked', 'offer-accepted', 'answer-taken'],
    lead: handling,
    helper: [...helping, 'taken'],
    bureau: ['transferred', ...deciding, 'closed'],
    system: ['arbitrated', 'chosen', 'closed', 'sheet-sent'],
  },
  answered: {
    firm: ['confirmed', 'not-solved', 'withdrawn', 'offer-accepted', 'answer-taken'],
    lead: ['answered', 'answer-mended', 'closed'],
    helper: [...helping, 'answer-mended'],
    bureau: ['transferred', 'closed'],
    system: ['chosen'],
  },
  solved: { firm: ['reopened'], system: ['reopened'] },
  unsolved: { firm: ['reopened'], bureau: ['reopened'], system: ['reopened'] },
  withdrawn: {},
} as const satisfies Record<CaseStatus, Allowed>;

/** Statuses in which the work is over; a bad rating or new facts may still reopen the first two. */
export function isCaseOver(status: CaseStatus): boolean {
  return status === 'solved' || status === 'unsolved' || status === 'withdrawn';
}
