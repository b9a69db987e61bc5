import { dutyClasses, dutyLists } from '@zhitong/domain/directory/duty';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { type Bounds, type NumberTrouble, numberTrouble, readWhole } from './terms-numbers.ts';

/** Whole numbers of the form, each with its bounds; the names are those of the terms. */
export const plainNumbers = {
  firstAnswerMinutes: [0, 100_000],
  signMinutes: [0, 100_000],
  penaltyMinutes: [0, 100_000],
  helperDays: [1, 250],
  reopenDays: [1, 250],
  banksAtMost: [1, 20],
} as const;
export type PlainNumber = keyof typeof plainNumbers;

export const lightNumbers = { yellowMinutes: [0, 100_000], yellowShare: [0, 100] } as const;
export const dayBounds = [1, 250] as const;
export const rungBounds = [-100_000, 100_000] as const;

/** The terms as they stand in fields: everything is text until it is saved. */
export interface TermsFields {
  readonly numbers: Readonly<Record<string, string>>;
  readonly hours: string;
  readonly freeDays: string;
}

export type TermsTrouble = NumberTrouble | { readonly kind: 'hours' } | { readonly kind: 'day'; readonly day: string };

export type ReadTerms =
  | { readonly kind: 'read'; readonly terms: CityCaseTerms }
  | { readonly kind: 'wrong'; readonly troubles: readonly TermsTrouble[] };

export const dayName = (list: string, dutyClass: string) => `${list}.${dutyClass}`;
export const rungName = (who: string) => `rung.${who}`;

export function fieldsOf(terms: CityCaseTerms): TermsFields {
  const days = dutyLists.flatMap((list) =>
    dutyClasses.map((one): [string, number] => [dayName(list, one), terms.allowances[list][one]]),
  );
  const plain = (Object.keys(plainNumbers) as PlainNumber[]).map((name): [string, number] => [name, terms[name]]);
  const rungs = terms.ladder.map(({ who, afterMinutes }): [string, number] => [rungName(who), afterMinutes]);
  const light: [string, number][] = [
    ['yellowMinutes', terms.light.yellowMinutes],
    ['yellowShare', Math.round(terms.light.yellowShare * 100)],
  ];
  const all = [...days, ...plain, ...rungs, ...light].map(([name, value]) => [name, String(value)]);
  return {
    numbers: Object.fromEntries(all),
    hours: spansText(terms.hours.at(-1)?.spans ?? []),
    freeDays: terms.freeDays.join('\n'),
  };
}

/** `08:30-12:00 13:30-17:30` */
export const spansText = (spans: readonly { readonly from: number; readonly to: number }[]) =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What the fields come to from a day on; other office hours begin on that day, the earlier ones stay what they were. */
export function readFields(fields: TermsFields, { before, from }: { before: CityCaseTerms; from: string }): ReadTerms {
  const troubles: TermsTrouble[] = [];
  const whole = (name: string, bounds: Bounds) => {
    const value = readWhole(fields.numbers[name], bounds);
    if (value !== undefined) return value;
    troubles.push(numberTrouble(name, bounds));
    return bounds[0];
  };
  const byClass = (list: (typeof dutyLists)[number]) => ({
    simple: whole(dayName(list, 'simple'), dayBounds),
    normal: whole(dayName(list, 'normal'), dayBounds),
    complex: whole(dayName(list, 'complex'), dayBounds),
  });
  const freeDays = fields.freeDays.split(/[\s,，、]+/u).filter((day) => day !== '');
  for (const day of freeDays) if (!isDay(day)) troubles.push({ kind: 'day', day });
  const spans = readSpans(fields.hours);
  if (spans === undefined) troubles.push({ kind: 'hours' });
  const terms: CityCaseTerms = {
    hours: hoursFrom(before, { from, spans: spans ?? [] }),
    freeDays: freeDays.toSorted(),
    allowances: {
      problem: byClass('problem'),
      funding: byClass('funding'),
      sourcing: byClass('sourcing'),
      technology: byClass('technology'),
    },
    firstAnswerMinutes: whole('firstAnswerMinutes', plainNumbers.firstAnswerMinutes),
    signMinutes: whole('signMinutes', plainNumbers.signMinutes),
    penaltyMinutes: whole('penaltyMinutes', plainNumbers.penaltyMinutes),
    helperDays: whole('helperDays', plainNumbers.helperDays),
    reopenDays: whole('reopenDays', plainNumbers.reopenDays),
    banksAtMost: whole('banksAtMost', plainNumbers.banksAtMost),
    light: {
      yellowMinutes: whole('yellowMinutes', lightNumbers.yellowMinutes),
      yellowShare: whole('yellowShare', lightNumbers.yellowShare) / 100,
    },
    ladder: before.ladder.map(({ who }) => ({ who, afterMinutes: whole(rungName(who), rungBounds) })),
    ...(before.marks && { marks: before.marks }),
  };
  return troubles.length > 0 ? { kind: 'wrong', troubles } : { kind: 'read', terms };
}

type Spans = CityCaseTerms['hours'][number]['spans'];

function hoursFrom({ hours }: CityCaseTerms, { from, spans }: { from: string; spans: Spans }): CityCaseTerms['hours'] {
  if (spansText(hours.at(-1)?.spans ?? []) === spansText(spans)) return hours;
  const [first, ...rest] = hours.filter((one) => one.from < from);
  const fresh = { from, spans };
  return first === undefined ? [fresh] : [first, ...rest, fresh];
}

/** Undefined: it is not written as spans. */
function readSpans(text: string): Spans | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,，、;；]+/u)
    .filter((part) => part !== '');
  const spans = parts.map((part) => {
    const found = /^(\d{1,2}):(\d{2})[-–~至](\d{1,2}):(\d{2})$/u.exec(part);
    const [h1 = 99, m1 = 99, h2 = 0, m2 = 99] = found?.slice(1).map(Number) ?? [];
    const right = m1 < 60 && m2 < 60 && h1 <= 24 && h2 <= 24 && h1 * 60 + m1 < h2 * 60 + m2;
    return right ? { from: h1 * 60 + m1, to: h2 * 60 + m2 } : undefined;
  });
  const good = spans.flatMap((span) => span ?? []);
  return good.length === spans.length && good.length > 0 && good.length <= 4 ? good : undefined;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
