import type { DutyClass, DutyList } from '../directory/duty.ts';
import type { CaseTerms } from './case-clock.ts';
import type { CaseLightRule, CaseRung } from './case-light.ts';
import { cityDay } from './city-day.ts';
import { officialCalendar } from './official-calendar.ts';
import { minutesOfDay, type WorkCalendar, type WorkHours } from './work-calendar.ts';

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
}

/** The terms of a city made ready for the clock: the calendar is built once, not for every case. */
export interface CaseRules {
  readonly city: CityCaseTerms;
  readonly calendar: WorkCalendar;
  readonly light: CaseLightRule;
  readonly ladder: readonly CaseRung[];
}

const minute = 60_000;

export function caseRules(city: CityCaseTerms): CaseRules {
  const { hours, freeDays: free, light, ladder } = city;
  return {
    city,
    calendar: officialCalendar({ free, hours }),
    light: { yellowMs: light.yellowMinutes * minute, yellowShare: light.yellowShare },
    ladder: ladder.map(({ who, afterMinutes }) => ({ who, afterMs: afterMinutes * minute })),
  };
}

/** Working days as working time, by the length of the day on which they begin. */
export function workingDaysMs({ calendar }: CaseRules, days: number, from: Date): number {
  return days * minutesOfDay(calendar, cityDay(from)) * minute;
}

/** What a case of this list and class gets when it comes at this instant. It keeps that, whatever the city changes later. */
export function givenTerms(rules: CaseRules, of: { list: DutyList; class: DutyClass; at: Date }): CaseTerms {
  return {
    calendar: rules.calendar,
    allowanceMs: workingDaysMs(rules, rules.city.allowances[of.list][of.class], of.at),
    penaltyMs: rules.city.penaltyMinutes * minute,
  };
}
