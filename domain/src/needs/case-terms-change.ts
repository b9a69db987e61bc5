import type { RefusalRow } from '../refusal.ts';
import type { CityCaseTerms } from './case-terms.ts';

/** Why a change of the terms of a city is not taken: of the clocks, of supervision orders, or of sourcing. */
export const caseTermsRefusalCodes = [
  'case-terms.not-ahead',
  'case-terms.nothing-changed',
  'case-terms.hours',
  'case-terms.ladder',
  'case-terms.firm-quota',
  'case-terms.overtaken',
] as const;
export type CaseTermsRefusalCode = (typeof caseTermsRefusalCodes)[number];

export const caseTermsRefusals = {
  'case-terms.not-ahead': {
    status: 422,
    zh: '新规则从将来的一天起执行，最早 {first}',
    en: 'New terms hold from a day to come, {first} at the earliest',
  },
  'case-terms.nothing-changed': {
    status: 422,
    zh: '和那一天本来执行的规则一样，没有改动',
    en: 'These are the terms that would hold on that day anyway; nothing is changed',
  },
  'case-terms.hours': {
    status: 422,
    zh: '办公时间要按先后填写，时段不能重叠',
    en: 'Office hours must follow each other and not overlap',
  },
  'case-terms.ladder': {
    status: 422,
    zh: '提醒要按时间先后，每一级只能有一次',
    en: 'Each rung of the ladder comes once, in the order of time',
  },
  'case-terms.firm-quota': {
    status: 422,
    zh: '单独定额的企业要在本市主体库里，每家每张清单只能有一条',
    en: 'A firm with a quota of its own must be an organisation of the city and stand once for each list',
  },
  'case-terms.overtaken': {
    status: 409,
    zh: '同事刚改过时限规则。请先看最新的内容',
    en: 'A colleague has just changed the terms. Look at the newest first',
  },
} as const satisfies Record<CaseTermsRefusalCode, RefusalRow>;

export type TermsProblem = Exclude<CaseTermsRefusalCode, 'case-terms.overtaken'>;

/** What stands against the terms of the clocks by themselves; undefined: nothing does. */
export function caseTermsProblem(terms: CityCaseTerms): TermsProblem | undefined {
  if (!terms.hours.every(({ spans }) => isAscending(spans.flatMap((span) => [span.from, span.to]))))
    return 'case-terms.hours';
  if (!isRising(terms.hours.map((one) => one.from))) return 'case-terms.hours';
  const rungs = terms.ladder.map(({ who }) => who);
  const inOrder = terms.ladder.every(
    ({ afterMinutes }, at) => afterMinutes >= (terms.ladder[at - 1]?.afterMinutes ?? afterMinutes),
  );
  return new Set(rungs).size < rungs.length || !inOrder ? 'case-terms.ladder' : undefined;
}

const isAscending = (minutes: readonly number[]) =>
  minutes.every((minute, at) => minute >= (minutes[at - 1] ?? minute));
const isRising = (days: readonly string[]) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? ''));
