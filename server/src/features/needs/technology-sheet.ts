import type { SheetInput, TargetInput } from '@zhitong/contract/needs/technology-values';
import { normaliseText } from '@zhitong/domain/matching/text-normal';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { readLimits } from '@zhitong/domain/needs/parse-limit';
import type { TargetOperator } from '@zhitong/domain/needs/target-operator';
import { decideSheet, proposeTargets, type Target, type TargetSheet } from '@zhitong/domain/needs/target-sheet';
import { Refusal } from '@zhitong/domain/refusal';

type Beside = Pick<SheetInput, 'trl' | 'budgetFen' | 'ipWish'>;

export interface SheetWish extends Beside {
  /** undefined: read from the text; null: without one for now */
  readonly targets?: readonly TargetInput[] | null | undefined;
}

/** The sheet a request comes with. Undefined: none was written, and its words state no figure. */
export function sheetOfRequest({ kind, text, ...wish }: SheetWish & { kind: NeedKind; text: string }) {
  const { targets, trl, budgetFen, ipWish } = wish;
  const isNamed = [targets, trl, budgetFen, ipWish].some((one) => one !== undefined && one !== null);
  if (kind !== 'technology') {
    if (isNamed) throw new Refusal('technology.targets-not-here');
    return undefined;
  }
  if (targets === null) return undefined;
  if (targets !== undefined) return sheetOf({ ...wish, targets });
  const read = proposeTargets(statedLimits(text));
  if (read.length === 0) {
    if (isNamed) throw new Refusal('technology.no-targets');
    return undefined;
  }
  return decideSheet({ targets: read, ...besides(wish) });
}

/** The sheet as the firm wrote it, or the refusal that says what is wrong with it. */
export function sheetOf({ targets, ...beside }: Beside & { targets: readonly TargetInput[] }): TargetSheet {
  return decideSheet({ targets: targets.map(targetOf), ...besides(beside) });
}

/** What the words state beyond doubt: a guess is for the firm to confirm. */
function statedLimits(text: string) {
  return readLimits(normaliseText(text).text).flatMap(({ value, guess }) => (guess ? [] : [value]));
}

const besides = ({ trl = null, budgetFen = null, ipWish = null }: Beside) => ({ trl, budgetFen, ipWish });

const written = { '≥': '>=', '≤': '<=' } as const;

function targetOf({ metric, operator, value, upTo, unit, method, environment }: TargetInput): Target {
  const meant: TargetOperator = operator === '≥' || operator === '≤' ? written[operator] : operator;
  return {
    ...{ metric: metric.trim(), operator: meant, value, upTo: meant === 'range' ? (upTo ?? null) : null },
    ...{ unit: (unit ?? '').trim(), method: method?.trim() || null, environment: environment?.trim() || null },
  };
}
