import type { Language, Sentence } from '../language.ts';
import { addDays } from '../needs/calendar-day.ts';
import { cityDay, spokenDay } from '../needs/city-day.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import { afterTargetAction, type NextStep, type TargetAction, type TargetState } from './target-history.ts';
import type { TargetRefusalCode } from './target-refusals.ts';
import {
  followingStages,
  isTargetOver,
  type TargetLoss,
  type TargetStage,
  targetStages,
  targetStatusWords,
} from './target-stage.ts';

/** In characters. */
export const targetLimits = { note: 500, next: 100, reason: 200 } as const;
const farthestDays = 730;

const fields = {
  note: { zh: '记录', en: 'The note' },
  next: { zh: '下一步', en: 'The next step' },
  reason: { zh: '理由', en: 'The reason' },
} as const satisfies Record<keyof typeof targetLimits, Sentence>;

export interface TargetStep extends NextStep {
  readonly stage: TargetStage;
  readonly note: string | null;
  /** for going back */
  readonly reason: string | null;
}

/** What may come next: on, back with a reason, or once more the same. */
export function nextStages({ status }: Pick<TargetState, 'status'>): {
  readonly on: readonly TargetStage[];
  readonly back: readonly TargetStage[];
  readonly same: boolean;
} {
  if (isTargetOver(status)) return { on: [], back: [], same: false };
  return { ...followingStages[status], same: true };
}

/** May this step be noted now? Ensures: a note, a next step and its day, but for the stage after which nothing is left to do. */
export function decideStep(state: TargetState, step: TargetStep, { at }: { at: Date }): TargetState {
  decideOpen(state);
  const { status } = state;
  const { on, back } = nextStages(state);
  const { stage, note, next, due, reason } = step;
  if (stage !== status && !on.includes(stage) && !back.includes(stage)) throw notNext(state, stage);
  if (back.includes(stage) && reason === null) throw refuse('targets.backwards', between(state, stage));
  decideWords({ note, next, reason });
  if (note === null) throw missing('note');
  if (stage !== 'producing') decideNext({ next, due }, at);
  return afterTargetAction(state, { kind: 'stepped', at, stage, next, due });
}

/** A firm that was not won: the code says why, and `other` says it in words. */
export function decideLoss(
  state: TargetState,
  { code, note, at }: { code: TargetLoss; note: string | null; at: Date },
): TargetState {
  decideOpen(state);
  decideWords({ note });
  if (code === 'other' && note === null) throw missing('note');
  return afterTargetAction(state, { kind: 'lost', at, code });
}

/** Whoever has it now gives it to somebody else. */
export function decideGiving(
  state: TargetState,
  action: TargetAction & { kind: 'given' },
  { note, owner }: { note: string | null; owner: string },
): TargetState {
  decideOpen(state);
  decideWords({ note });
  if (state.ownerPost === action.post) throw refuse('targets.same-owner', { owner });
  return afterTargetAction(state, action);
}

/** A second body takes part in the one target. */
export function decideEntering(
  state: TargetState,
  action: TargetAction & { kind: 'entered' },
  { body }: { body: string },
): TargetState {
  decideOpen(state);
  if (bodiesOf(state).includes(action.body)) throw refuse('targets.taking-part', { body });
  return afterTargetAction(state, action);
}

export function decideOpen({ status, since }: TargetState): void {
  if (!isTargetOver(status)) return;
  const { zh: stateZh, en: stateEn } = targetStatusWords[status];
  throw refuse('targets.over', { ...spokenDay(since), stateZh, stateEn });
}

/** What is said at the beginning may be left out; what is said holds as in any step. */
export function decideBeginning({ note, next, due }: NextStep & { readonly note: string | null }, at: Date): void {
  decideWords({ note, next });
  if (due !== null && next === null) throw missing('next');
  if (next !== null) decideNext({ next, due }, at);
}

export function decideWords(words: Readonly<Partial<Record<keyof typeof targetLimits, string | null>>>): void {
  for (const name of ['note', 'next', 'reason'] as const) {
    const length = words[name]?.length ?? 0;
    const limit = targetLimits[name];
    if (length > limit)
      throw refuse('targets.too-long', { fieldZh: fields[name].zh, fieldEn: fields[name].en, limit, length });
  }
}

/** Who works on it. */
export function bodiesOf({ ownerBody, participants }: TargetState): readonly string[] {
  return [ownerBody, ...participants];
}

function decideNext({ next, due }: NextStep, at: Date): void {
  if (next === null) throw missing('next');
  if (due === null) throw missing('due');
  const today = cityDay(at);
  if (due < today) throw refuse('targets.due-past', { due, today });
  const last = addDays(today, farthestDays);
  if (due > last) throw refuse('targets.due-far', { last });
}

const parts = { ...fields, due: { zh: '下一步的期限', en: 'the day of the next step' } } as const;

function missing(name: keyof typeof parts): Refusal {
  return refuse('targets.incomplete', { missingZh: parts[name].zh, missingEn: parts[name].en, field: name });
}

function between({ status }: TargetState, stage: TargetStage) {
  const [now, to] = [targetStatusWords[status], targetStatusWords[stage]];
  return { nowZh: now.zh, nowEn: now.en, stageZh: to.zh, stageEn: to.en };
}

function notNext(state: TargetState, stage: TargetStage): Refusal {
  const { on, back } = nextStages(state);
  const allowed = targetStages.filter((one) => on.includes(one) || back.includes(one));
  const words = (language: Language) =>
    allowed.map((one) => targetStatusWords[one][language]).join(language === 'zh' ? '、' : ', ');
  return refuse('targets.not-next', {
    ...{ ...between(state, stage), allowedZh: words('zh'), allowedEn: words('en'), allowed },
  });
}

function refuse(code: TargetRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
