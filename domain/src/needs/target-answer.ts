import type { OrganisationKind } from '../directory/organisation.ts';
import type { Sentence } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { isReached, type TargetSheet } from './target-sheet.ts';

/** What an answer says of one target. `open`: nobody can say yet. */
export const targetVerdicts = ['met', 'not-met', 'open'] as const;
export type TargetVerdict = (typeof targetVerdicts)[number];

export const targetVerdictWords = {
  met: { zh: '达到', en: 'Met' },
  'not-met': { zh: '达不到', en: 'Not met' },
  open: { zh: '待定', en: 'Open' },
} as const satisfies Record<TargetVerdict, Sentence>;

/** One target in an answer. A target is named by its place in the sheet, from 1. */
export interface TargetAnswer {
  readonly target: number;
  readonly verdict: TargetVerdict;
  /** what was reached, in the unit of the target */
  readonly value: number | null;
  /** where it is written, or what stands against it */
  readonly evidence: string | null;
  /** ISO date on which it was measured, or the evidence written */
  readonly day: string | null;
  /** id of a stored file */
  readonly file: string | null;
}

/** May an answer be given like this? Target by target, none left out; what is claimed comes with its evidence. */
export function decideTargetAnswers(
  sheet: TargetSheet,
  answers: readonly TargetAnswer[],
  today: string,
): readonly TargetAnswer[] {
  const named = new Set(answers.map(({ target }) => target));
  const missing = sheet.targets.filter((_target, at) => !named.has(at + 1)).map(({ metric }) => metric);
  if (missing.length > 0)
    throw new Refusal('technology.answer-incomplete', { missingZh: missing.join('、'), missingEn: missing.join(', ') });
  if (named.size < answers.length || answers.some(({ target }) => sheet.targets[target - 1] === undefined))
    throw new Refusal('technology.unknown-target', { count: sheet.targets.length });
  if (answers.every(({ verdict }) => verdict === 'open')) throw new Refusal('technology.nothing-answered');
  for (const answer of answers) decideAnswer(sheet, answer, today);
  return answers;
}

function decideAnswer(sheet: TargetSheet, answer: TargetAnswer, today: string): void {
  const { target: number, verdict, value, evidence, day } = answer;
  const target = sheet.targets[number - 1];
  if (target === undefined || verdict === 'open') return;
  const { metric } = target;
  if (verdict === 'met' && value === null) throw new Refusal('technology.value-missing', { metric });
  if ((evidence ?? '').trim() === '' || day === null) throw new Refusal('technology.evidence-missing', { metric });
  if (day > today) throw new Refusal('technology.day-ahead', { metric, date: day });
  if (value === null) return;
  if (!Number.isFinite(value)) throw new Refusal('technology.value-missing', { metric });
  if (isReached(target, value) !== (verdict === 'met'))
    throw new Refusal(verdict === 'met' ? 'technology.value-short' : 'technology.value-enough', { metric, value });
}

/** Whether an answer leaves nothing open: given by whoever answers for the case, the firm has the word on it. */
export const isWholeAnswer = (answers: readonly TargetAnswer[]): boolean =>
  answers.every(({ verdict }) => verdict !== 'open');

export interface Taking {
  readonly kind: OrganisationKind;
  readonly own: string;
  /** the body that answers for the case now */
  readonly lead: { readonly id: string; readonly name: string };
  /** centres that have taken it at some time */
  readonly takers: readonly string[];
  readonly isOver: boolean;
}

/** May this body take the case over now? One centre has it at a time; a university answers, and does not lead. */
export function decideTaking({ kind, own, lead, takers, isOver }: Taking): void {
  if (isOver) throw new Refusal('technology.over');
  if (kind !== 'centre') throw new Refusal('technology.only-centres-take');
  if (lead.id === own) throw new Refusal('technology.yours-already');
  if (takers.includes(lead.id)) throw new Refusal('technology.taken-already', { body: lead.name });
}
