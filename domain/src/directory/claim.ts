import type { FactLevel } from './organisation-fact.ts';

/** What was done to a claim, in the words of the trail. */
export const claimActionKinds = ['submitted', 'supplemented', 'withdrawn', 'returned', 'approved', 'verified'] as const;
export type ClaimActionKind = (typeof claimActionKinds)[number];

/** Claims of one person that are not settled yet; who acts for more firms waits until the bureau has decided on some. */
export const mostOpenClaims = 5;

export const claimStatuses = ['waiting', 'returned', 'withdrawn', 'approved'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

export interface ClaimAction {
  readonly kind: ClaimActionKind;
  readonly fileIds: readonly string[];
}

/** What may be done next: the server refuses by it, the web draws its buttons from it. */
export const allowedClaimActions = {
  waiting: ['supplemented', 'withdrawn', 'returned', 'approved'],
  returned: ['supplemented', 'withdrawn'],
  withdrawn: [],
  approved: ['verified'],
} as const satisfies Record<ClaimStatus, readonly ClaimActionKind[]>;

/** Whose action it is: of who claims, or of the bureau. */
export const claimActors = {
  submitted: 'claimant',
  supplemented: 'claimant',
  withdrawn: 'claimant',
  returned: 'bureau',
  approved: 'bureau',
  verified: 'bureau',
} as const satisfies Record<ClaimActionKind, 'claimant' | 'bureau'>;
export type ClaimActor = (typeof claimActors)[ClaimActionKind];

const statusAfter = {
  submitted: 'waiting',
  supplemented: 'waiting',
  withdrawn: 'withdrawn',
  returned: 'returned',
  approved: 'approved',
  verified: 'approved',
} as const satisfies Record<ClaimActionKind, ClaimStatus>;

/** Folds the actions, oldest first. Every claim begins by being submitted. */
export function claimStatus(actions: readonly ClaimAction[]): ClaimStatus {
  const last = actions.at(-1);
  return last ? statusAfter[last.kind] : 'waiting';
}

/** How well it is proved that somebody speaks for the firm: 自报 → 有材料 → 已核实. */
export function claimLevel(actions: readonly ClaimAction[]): FactLevel {
  if (actions.some(({ kind }) => kind === 'verified')) return 'verified';
  return claimFiles(actions).length > 0 ? 'documented' : 'self-declared';
}

/** Every file handed in, in the order of handing in. */
export function claimFiles(actions: readonly ClaimAction[]): readonly string[] {
  return [...new Set(actions.flatMap(({ fileIds }) => fileIds))];
}

/** What this side may do now. A firm is verified by its papers: without any there is nothing to compare. */
export function nextClaimActions(actions: readonly ClaimAction[], actor: ClaimActor): readonly ClaimActionKind[] {
  const level = claimLevel(actions);
  return allowedClaimActions[claimStatus(actions)].filter(
    (kind) => claimActors[kind] === actor && (kind !== 'verified' || level === 'documented'),
  );
}
