export const dealStepKinds = ['sample', 'order', 'delivery', 'reversal'] as const;
export type DealStepKind = (typeof dealStepKinds)[number];

export const dealSides = ['buyer', 'seller'] as const;
export type DealSide = (typeof dealSides)[number];

export interface DealStep {
  readonly kind: DealStepKind;
  /** 分, a safe integer */
  readonly amountFen: number;
  readonly confirmedBy: readonly DealSide[];
}

export const dealStages = ['agreed', 'sampled', 'ordered', 'delivered'] as const;
export type DealStage = (typeof dealStages)[number];

/** What may be written down next. A delivery needs an order both sides confirmed; a reversal needs a confirmed delivery. */
export const allowedDealSteps = {
  agreed: ['sample', 'order'],
  sampled: ['sample', 'order'],
  ordered: ['order', 'delivery'],
  delivered: ['order', 'delivery', 'reversal'],
} as const satisfies Record<DealStage, readonly DealStepKind[]>;

export function isConfirmed(step: DealStep): boolean {
  return step.confirmedBy.includes('buyer') && step.confirmedBy.includes('seller');
}

/** Folds the steps into a stage; a step counts only when both sides confirmed it. */
export function dealStage(steps: readonly DealStep[]): DealStage {
  const confirmed = new Set(steps.filter(isConfirmed).map((step) => step.kind));
  if (confirmed.has('delivery')) return 'delivered';
  if (confirmed.has('order')) return 'ordered';
  return confirmed.has('sample') ? 'sampled' : 'agreed';
}

/** 分: confirmed deliveries less confirmed reversals. */
export function countedFen(steps: readonly DealStep[]): number {
  const confirmed = steps.filter(isConfirmed);
  return sumFen(confirmed, 'delivery') - sumFen(confirmed, 'reversal');
}

/** 分: orders both sides signed. An order is a promise: shown beside the counted amount, never added to it. */
export function orderedFen(steps: readonly DealStep[]): number {
  return sumFen(steps.filter(isConfirmed), 'order');
}

/** 分: deliveries that only one side has confirmed so far. Shown in grey, never added to the counted amount. */
export function oneSidedFen(steps: readonly DealStep[]): number {
  return sumFen(steps.filter(isOneSided), 'delivery');
}

/**
 * 分 that may still be reversed. A reversal waiting for the other side holds its amount back already: otherwise two of them,
 * each small enough alone, could be confirmed into a counted amount below zero.
 */
export function reversibleFen(steps: readonly DealStep[]): number {
  return countedFen(steps) - sumFen(steps.filter(isOneSided), 'reversal');
}

/** Kinds of step that may be written down now: what the server accepts and what the web draws as buttons. */
export function nextDealSteps(steps: readonly DealStep[]): readonly DealStepKind[] {
  const allowed: readonly DealStepKind[] = allowedDealSteps[dealStage(steps)];
  return allowed.filter((kind) => kind !== 'reversal' || reversibleFen(steps) > 0);
}

function isOneSided(step: DealStep): boolean {
  return !isConfirmed(step);
}

function sumFen(steps: readonly DealStep[], kind: DealStepKind): number {
  return steps.reduce((fen, step) => (step.kind === kind ? fen + step.amountFen : fen), 0);
}
