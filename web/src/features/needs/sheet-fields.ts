import type { SheetInput } from '@zhitong/contract/needs/technology-values';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import type { TargetOperator } from '@zhitong/domain/needs/target-operator';
import { proposeTargets, type Target } from '@zhitong/domain/needs/target-sheet';
import type { IpWish } from '@zhitong/domain/needs/target-words';
import { readTechnologyWish } from '@zhitong/domain/needs/technology-wish';
import { randomKey } from '#platform/random-key';

const fenPerWan = 1_000_000;

/** One target as a person types it; empty is null. */
export interface TargetFields {
  readonly key: string;
  readonly metric: string;
  readonly operator: TargetOperator;
  readonly value: number | null;
  readonly upTo: number | null;
  readonly unit: string;
  readonly method: string;
  readonly environment: string;
}

export interface SheetFields {
  readonly targets: readonly TargetFields[];
  readonly trl: number | null;
  /** 万元 */
  readonly wan: number | null;
  readonly ipWish: IpWish | null;
}

export const emptyTarget = (): TargetFields => ({
  ...{ key: randomKey(), metric: '', operator: '>=', value: null, upTo: null, unit: '', method: '', environment: '' },
});

/** What the firm's words state, to be corrected; one empty row where they state nothing. */
export function readSheet(limits: readonly NeedLimit[], text = ''): SheetFields {
  const read = proposeTargets(limits).map(fieldsOf);
  const { trl, budgetFen, ipWish } = readTechnologyWish(text);
  const targets = read.length > 0 ? read : [{ ...emptyTarget(), key: 'first' }];
  return { targets, trl, wan: budgetFen === null ? null : budgetFen / fenPerWan, ipWish };
}

function fieldsOf(target: Target, at: number): TargetFields {
  const { method, environment, ...read } = target;
  return { ...read, key: `read ${at}`, method: method ?? '', environment: environment ?? '' };
}

export type SheetProblem = 'metric' | 'value' | 'upTo';

const isBlank = ({ metric, value, upTo, unit, method, environment }: TargetFields) =>
  value === null && upTo === null && [metric, unit, method, environment].every((text) => text.trim() === '');

export const writtenTargets = ({ targets }: SheetFields) => targets.filter((target) => !isBlank(target));

/** What the server could not even read; every other rule is the server’s to say. Rows are those on the screen, from 1. */
export function sheetProblems(fields: SheetFields): readonly { row: number; problem: SheetProblem }[] {
  return fields.targets.flatMap((target, at) => {
    if (isBlank(target)) return [];
    const { metric, value, upTo, operator } = target;
    const found: readonly (SheetProblem | undefined)[] = [
      metric.trim() === '' ? 'metric' : undefined,
      value === null ? 'value' : undefined,
      operator === 'range' && (upTo === null || (value !== null && upTo <= value)) ? 'upTo' : undefined,
    ];
    return found.flatMap((problem) => (problem ? [{ row: at + 1, problem }] : []));
  });
}

/** The sheet as the contract takes it; null: nothing was written. */
export function sheetBody(fields: SheetFields): SheetInput | null {
  const targets = writtenTargets(fields).map(({ key: _key, value, upTo, operator, ...target }) => ({
    ...{ ...target, operator, value: value ?? 0, upTo: operator === 'range' ? upTo : null },
    ...{ method: target.method.trim() || null, environment: target.environment.trim() || null },
  }));
  if (targets.length === 0) return null;
  const { trl, wan, ipWish } = fields;
  return { targets, trl, budgetFen: wan === null ? null : Math.round(wan * fenPerWan), ipWish };
}

export type SheetLack = 'lackMethod' | 'lackTrl' | 'lackBudget' | 'lackIp';

/** What answerers ask back most often when it is not written; nothing of it must be there. */
export function sheetLacks(fields: SheetFields): readonly SheetLack[] {
  const written = writtenTargets(fields);
  if (written.length === 0) return [];
  const lacks: readonly (SheetLack | undefined)[] = [
    written.some(({ method }) => method.trim() === '') ? 'lackMethod' : undefined,
    fields.trl === null ? 'lackTrl' : undefined,
    fields.wan === null ? 'lackBudget' : undefined,
    fields.ipWish === null ? 'lackIp' : undefined,
  ];
  return lacks.filter((one) => one !== undefined);
}
