import type { DutyClass, DutyList } from '../directory/duty.ts';
import type { CaseTerms } from './case-clock.ts';
import type { CaseLightRule, CaseRung } from './case-light.ts';
import type { CaseMarkKind, CaseMarkRules } from './case-mark.ts';
import { cityDay, endOfCityDay } from './city-day.ts';
import { officialCalendar } from './official-calendar.ts';
import { minutesOfDay, type WorkCalendar, type WorkHours } from './work-calendar.ts';
import { type WorkInstant, workedAfter, workedBetween } from './working-time.ts';

/** What clocks go by in a city from a day on. All of it is data: `data/case-terms/README.md` says what each field means. */
export interface CityCaseTerms {
  readonly hours: readonly [WorkHours, ...WorkHours[]];
  /** ISO dates */
  readonly freeDays: readonly string[];
  /** working days */
  readonly allowances: Readonly<Record<DutyList, Readonly<Record<DutyClass, number>>>>;
  /** working minutes */
  readonly firstAnswerMinutes: number;
  readonly signMinutes: number;
  readonly penaltyMinutes: number;
  /** working days */
  readonly helperDays: number;
  readonly reopenDays: number;
  readonly light: { readonly yellowMinutes: number; readonly yellowShare: number };
  readonly ladder: readonly { readonly who: CaseRung['who']; readonly afterMinutes: number }[];
  readonly banksAtMost: number;
  /** what follows when a case is not signed for, or the firm has heard nothing, in time; undefined: as usual */
  readonly marks?:
    | {
        readonly light: Readonly<Record<CaseMarkKind, 'yellow' | 'red'>>;
        readonly ladder: readonly { readonly who: CaseRung['who']; readonly afterMinutes: number }[];
      }
    | undefined;
}

/** Of terms that were written before marks had any: the handler is told at once, the deputy an hour later. */
export const usualMarks: NonNullable<CityCaseTerms['marks']> = {
  light: { sign: 'yellow', 'first-answer': 'yellow' },
  ladder: [
    { who: 'handler', afterMinutes: 0 },
    { who: 'deputy', afterMinutes: 60 },
  ],
};

/** The terms of a city made ready for the clock: the calendar is built once, not for every case. */
export interface CaseRules {
  readonly city: CityCaseTerms;
  readonly calendar: WorkCalendar;
  readonly light: CaseLightRule;
  readonly ladder: readonly CaseRung[];
  readonly marks: CaseMarkRules;
}

const minute = 60_000;

export function caseRules(city: CityCaseTerms): CaseRules {
  const { hours, freeDays: free, light, ladder, marks = usualMarks } = city;
  const rung = ({ who, afterMinutes }: CityCaseTerms['ladder'][number]) => ({ who, afterMs: afterMinutes * minute });
  return {
    city,
    calendar: officialCalendar({ free, hours }),
    light: { yellowMs: light.yellowMinutes * minute, yellowShare: light.yellowShare },
    ladder: ladder.map(rung),
    marks: {
      within: { sign: city.signMinutes * minute, 'first-answer': city.firstAnswerMinutes * minute },
      ...{ light: marks.light, ladder: marks.ladder.map(rung) },
    },
  };
}

/** Working days as working time, by the length of the day on which they begin. */
export function workingDaysMs({ calendar }: CaseRules, days: number, from: Date): number {
  return days * minutesOfDay(calendar, cityDay(from)) * minute;
}

/**
 * What a round gets that a rating or a call-back began: until the end of the last of so many working days after its day, whatever the
 * minute. `start` is that of the round, `at` when the firm spoke.
 */
export function mendingTime(
  rules: CaseRules,
  { start, at }: { start: Date; at: Date },
): { allowanceMs: number; due: WorkInstant } {
  const days = workingDaysMs(rules, rules.city.reopenDays, at);
  const due = workedAfter(rules.calendar, endOfCityDay(cityDay(at)), days);
  return { allowanceMs: workedBetween(rules.calendar, start, due.at), due };
}

/** What a case of this list and class gets when it comes at this instant. It keeps that, whatever the city changes later. */
export function givenTerms(rules: CaseRules, of: { list: DutyList; class: DutyClass; at: Date }): CaseTerms {
  return {
    calendar: rules.calendar,
    allowanceMs: workingDaysMs(rules, rules.city.allowances[of.list][of.class], of.at),
    penaltyMs: rules.city.penaltyMinutes * minute,
  };
}
