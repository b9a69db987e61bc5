import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import type { AnswerInput, TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import type { TargetVerdict } from '@zhitong/domain/needs/target-answer';

/** One target as a person answers it; nothing chosen is undefined, empty is null. */
export interface ItemFields {
  readonly target: number;
  readonly verdict: TargetVerdict | undefined;
  readonly value: number | null;
  readonly evidence: string;
  readonly day: string;
  readonly file: RequestFile | null;
}

export interface AnswerFields {
  readonly items: readonly ItemFields[];
  readonly note: string;
}

/** The answer that stands, to be changed; else every target unanswered, measured today. */
export function startAnswer({ sheet, answer }: TechnologyAsk, today: string): AnswerFields {
  return {
    note: answer?.note ?? '',
    items: sheet.targets.map((_target, at) => {
      const given = answer?.items.find(({ target }) => target === at + 1);
      return {
        ...{ target: at + 1, verdict: given?.verdict, value: given?.value ?? null, evidence: given?.evidence ?? '' },
        ...{ day: given?.day ?? today, file: given?.file ?? null },
      };
    }),
  };
}

export type AnswerProblem = 'verdict' | 'reached' | 'evidence' | 'day';

/** What is missing, target by target; whether a value fits what is claimed is the server’s to say. */
export function answerProblems({ items }: AnswerFields): readonly { row: number; problem: AnswerProblem }[] {
  return items.flatMap(({ target: row, verdict, value, evidence, day }) => {
    if (verdict === 'open') return [];
    if (verdict === undefined) return [{ row, problem: 'verdict' as const }];
    const found: readonly (AnswerProblem | undefined)[] = [
      verdict === 'met' && value === null ? 'reached' : undefined,
      evidence.trim() === '' ? 'evidence' : undefined,
      day === '' ? 'day' : undefined,
    ];
    return found.flatMap((problem) => (problem ? [{ row, problem }] : []));
  });
}

export function answerBody({ items, note }: AnswerFields): AnswerInput {
  return {
    items: items.map(({ target, verdict = 'open', value, evidence, day, file }) =>
      verdict === 'open'
        ? { target, verdict }
        : { target, verdict, value, evidence: evidence.trim() || null, day: day || null, file: file?.id ?? null },
    ),
    ...(note.trim() && { note: note.trim() }),
  };
}
