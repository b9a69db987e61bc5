import { Refusal } from '../refusal.ts';
import {
  type ClaimAction,
  type ClaimActionKind,
  type ClaimStatus,
  claimActors,
  claimFiles,
  claimLevel,
  claimStatus,
  nextClaimActions,
} from './claim.ts';
import type { ClaimRefusalCode } from './claim-refusals.ts';
import type { ClaimReturnCode } from './claim-return.ts';
import { mostEvidenceFiles } from './evidence-decision.ts';
import type { OrganisationKind } from './organisation.ts';

export interface ClaimTarget {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** name of the organisation it was merged into */
  readonly mergedInto: string | null;
  /** the claimant holds a post there */
  readonly own: boolean;
  /** day of the claimant's own unsettled claim */
  readonly openSince: string | null;
}

/** May this person claim this firm? Throws the refusal that says why not. */
export function decideClaimable({ name, kind, mergedInto, own, openSince }: ClaimTarget): void {
  if (kind !== 'enterprise') throw refuse('claims.not-a-firm', { name });
  if (mergedInto !== null) throw refuse('claims.merged', { name, into: mergedInto });
  if (own) throw refuse('claims.own-firm', { name });
  if (openSince !== null) throw refuse('claims.open-already', { name, date: openSince });
}

/** Files named by their ids: all known as one's own, none of them elsewhere, and not too many in all. */
export function decideFiles(given: {
  readonly wanted: readonly string[];
  readonly known: readonly string[];
  readonly before: readonly string[];
}): void {
  const unknown = given.wanted.filter((id) => !given.known.includes(id)).length;
  if (unknown > 0) throw refuse('claims.evidence-unknown', { count: unknown });
  const count = new Set([...given.before, ...given.wanted]).size;
  if (count > mostEvidenceFiles) throw refuse('claims.too-many-files', { most: mostEvidenceFiles, count });
}

export interface ClaimStep {
  readonly kind: ClaimActionKind;
  readonly fileIds: readonly string[];
  readonly code: ClaimReturnCode | undefined;
  readonly words: string;
  /** the person acting is the one who claims */
  readonly own: boolean;
}

/** May this be done to the claim now? Throws the refusal that says why not. */
export function decideClaimStep(actions: readonly ClaimAction[], step: ClaimStep): void {
  const actor = claimActors[step.kind];
  if (actor === 'bureau' && step.own) throw refuse('claims.own-claim');
  if (step.kind === 'verified' && claimLevel(actions) === 'self-declared') throw refuse('claims.no-papers');
  if (!nextClaimActions(actions, actor).includes(step.kind)) throw notNow(claimStatus(actions));
  const needsWords = wordsNeeded(actions, step);
  if (needsWords) throw refuse(needsWords);
}

function wordsNeeded(actions: readonly ClaimAction[], step: ClaimStep): ClaimRefusalCode | undefined {
  const silent = step.words.trim() === '';
  if (step.kind === 'supplemented' && silent && step.fileIds.length === 0) return 'claims.nothing-added';
  if (step.kind === 'returned' && step.code === undefined) return 'claims.code-missing';
  if (step.kind === 'returned' && step.code === 'other' && silent) return 'claims.words-missing';
  if (step.kind === 'approved' && silent && claimFiles(actions).length === 0) return 'claims.how-known';
  return undefined;
}

const statusWords = {
  waiting: { zh: '正在等市工信局审核', en: 'is waiting for the bureau' },
  returned: { zh: '已退回，等申请人补充', en: 'was returned and waits for the claimant' },
  withdrawn: { zh: '已由申请人撤回', en: 'was withdrawn by the claimant' },
  approved: { zh: '已经批准', en: 'has been approved' },
} as const satisfies Record<ClaimStatus, { zh: string; en: string }>;

function notNow(status: ClaimStatus): Refusal {
  return refuse('claims.not-now', { status: statusWords[status].zh, statusEn: statusWords[status].en });
}

function refuse(code: ClaimRefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(code, details);
}
