import type { Sentence } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { ChainVersionState } from './chain-version.ts';

/** What people do with a version on its way: begin it, save it, hand it in, send it back, publish it, throw it away. */
export const draftActions = ['begin', 'save', 'send', 'return', 'publish', 'discard'] as const;
export type DraftAction = (typeof draftActions)[number];

/** Who did what; the list of them is what is stored, the state is derived from it. */
export interface DraftDeed {
  readonly action: DraftAction;
  readonly personId: string;
}

/** State → what may be done in it. Asked by the server to refuse, and by the screen to draw buttons. */
export const allowedDraftActions = {
  draft: ['save', 'send', 'discard'],
  review: ['return', 'publish'],
  published: [],
  discarded: [],
} as const satisfies Record<ChainVersionState, readonly DraftAction[]>;

const stateAfter = {
  begin: 'draft',
  save: 'draft',
  send: 'review',
  return: 'draft',
  publish: 'published',
  discard: 'discarded',
} as const satisfies Record<DraftAction, ChainVersionState>;

export const versionStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  review: { zh: '审核中', en: 'In review' },
  published: { zh: '已发布', en: 'Published' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Record<ChainVersionState, Sentence>;

/** The state of a version is where its accepted actions have led. */
export function foldDraft(deeds: readonly DraftDeed[]): ChainVersionState {
  return deeds.reduce<ChainVersionState>((_, { action }) => stateAfter[action], 'draft');
}

/** Whoever sent it last; undefined: nobody yet. */
export function sentBy(deeds: readonly DraftDeed[]): string | undefined {
  return deeds.findLast(({ action }) => action === 'send')?.personId;
}

/** What this person may do now: four eyes on every map that is published. */
export function actionsFor(deeds: readonly DraftDeed[], personId: string): readonly DraftAction[] {
  const allowed: readonly DraftAction[] = allowedDraftActions[foldDraft(deeds)];
  return sentBy(deeds) === personId ? allowed.filter((action) => action !== 'publish') : allowed;
}

interface Wish {
  readonly action: DraftAction;
  readonly personId: string;
  readonly reason?: string | undefined;
}

export function decideDraftAction(deeds: readonly DraftDeed[], { action, personId, reason }: Wish): void {
  const state = foldDraft(deeds);
  const allowed: readonly DraftAction[] = allowedDraftActions[state];
  const { zh, en } = versionStateWords[state];
  if (!allowed.includes(action)) throw new Refusal('chains.draft-state', { state: zh, stateEn: en });
  if (action === 'publish' && sentBy(deeds) === personId) throw new Refusal('chains.same-person');
  if (action === 'return' && !reason?.trim()) throw new Refusal('chains.no-reason');
}
