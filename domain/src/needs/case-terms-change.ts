import type { RefusalRow } from '../refusal.ts';
import type { CityCaseTerms } from './case-terms.ts';

/** Why a change of the terms of the clocks is not taken. */
export const caseTermsRefusalCodes = [
  'case-terms.not-ahead',
  'case-terms.nothing-changed',
  'case-terms.hours',
  'case-terms.ladder',
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
  'case-terms.overtaken': {
    status: 409,
    zh: '同事刚改过时限规则。请先看最新的内容',
    en: 'A colleague has just changed the terms. Look at the newest first',
  },
} as const satisfies Record<CaseTermsRefusalCode, RefusalRow>;

export type TermsProblem = Exclude<CaseTermsRefusalCode, 'case-terms.overtaken'>;

interface Change {
  readonly terms: CityCaseTerms;
  /** ISO date from which they hold */
  readonly from: string;
  readonly today: string;
  /** what would hold on that day without the change */
  readonly before: CityCaseTerms;
}

/** What stands against a change; undefined: nothing does. */
export function termsProblem({ terms, from, today, before }: Change): TermsProblem | undefined {
  if (from <= today) return 'case-terms.not-ahead';
  if (!terms.hours.every(({ spans }) => isAscending(spans.flatMap((span) => [span.from, span.to]))))
    return 'case-terms.hours';
  if (!isRising(terms.hours.map((one) => one.from))) return 'case-terms.hours';
  const rungs = terms.ladder.map(({ who }) => who);
  const inOrder = terms.ladder.every(
    ({ afterMinutes }, at) => afterMinutes >= (terms.ladder[at - 1]?.afterMinutes ?? afterMinutes),
  );
  if (new Set(rungs).size < rungs.length || !inOrder) return 'case-terms.ladder';
  return changedTerms(before, terms).length === 0 ? 'case-terms.nothing-changed' : undefined;
}

/** Which parts of the terms differ. */
export function changedTerms(before: CityCaseTerms, after: CityCaseTerms): readonly (keyof CityCaseTerms)[] {
  const parts = Object.keys(after) as (keyof CityCaseTerms)[];
  return parts.filter((part) => spelt(before[part]) !== spelt(after[part]));
}

/** The same whatever order the fields of an object come in: a database keeps none. */
function spelt(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${name}:${spelt(each)}`).join(',')}}`;
}

const isAscending = (minutes: readonly number[]) =>
  minutes.every((minute, at) => minute >= (minutes[at - 1] ?? minute));
const isRising = (days: readonly string[]) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? ''));
