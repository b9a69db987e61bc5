import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { addPast, changeFrom, isSinceByHand, sinceWithout, stateAsOf, type Timeline } from './organisation-history.ts';

interface State {
  readonly name: string;
  readonly parentId: string | null;
}

const today = '2026-11-23';
const begin: Timeline<State> = { since: null, state: { name: '甲厂', parentId: null }, past: [] };
const codeOf = (run: () => unknown) => {
  try {
    run();
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('the history of an organisation', () => {
  it('refuses a change that takes effect tomorrow', () => {
    const change = { effective: '2026-11-24', today, state: { name: '乙厂', parentId: null } };
    expect(codeOf(() => changeFrom(begin, change))).toBe('organisations.future-date');
  });

  it('refuses a change before the day the present name began', () => {
    const renamed = changeFrom(begin, { effective: '2024-03-01', today, state: { name: '乙厂', parentId: null } });
    const earlier = { effective: '2024-02-29', today, state: { name: '丙厂', parentId: null } };
    expect(codeOf(() => changeFrom(renamed, earlier))).toBe('organisations.overlap');
  });

  it('refuses a former name whose days are taken, or that ends before it begins', () => {
    const renamed = changeFrom(begin, { effective: '2024-03-01', today, state: { name: '乙厂', parentId: null } });
    const former = (from: string | null, to: string) => ({ from, to, state: { name: '丙厂', parentId: null } });
    expect(codeOf(() => addPast(renamed, former('2020-01-01', '2021-01-01'), today))).toBe('organisations.overlap');
    expect(codeOf(() => addPast(renamed, former('2024-01-01', '2025-01-01'), today))).toBe('organisations.overlap');
    expect(codeOf(() => addPast(begin, former('2021-01-01', '2021-01-01'), today))).toBe('organisations.period-empty');
    expect(codeOf(() => addPast(begin, former(null, '2027-01-01'), today))).toBe('organisations.future-date');
  });

  it('tells the name and the parent of any day', () => {
    const moved = changeFrom(begin, { effective: '2024-03-01', today, state: { name: '乙厂', parentId: 'p' } });
    expect(stateAsOf(moved, '2024-02-29')).toEqual({ name: '甲厂', parentId: null });
    expect(stateAsOf(moved, '2024-03-01')).toEqual({ name: '乙厂', parentId: 'p' });
    expect(stateAsOf(moved, today)).toEqual(moved.state);
  });

  it('knows nothing of days between two registered periods', () => {
    const known = addPast(
      begin,
      { from: '2010-01-01', to: '2012-01-01', state: { name: '老厂', parentId: null } },
      today,
    );
    expect(stateAsOf(known, '2009-12-31')).toBeUndefined();
    expect(stateAsOf(known, '2011-06-01')?.name).toBe('老厂');
    expect(stateAsOf(known, '2012-01-01')?.name).toBe('甲厂');
  });
});

/** Days are numbered from 1; cell 0 of the calendar is all the time before. */
const days = 60;
const dayName = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
const lastDay = dayName(days - 1);

const day = fc.integer({ min: 1, max: days - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), from: day }),
  // from 0: since ever
  fc.record({ kind: fc.constant('past' as const), from: fc.integer({ min: 0, max: days - 1 }), to: day }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('renames and moves in any order, backdated ones too', () => {
  it('agree with a calendar that has one cell a day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const calendar: Calendar = { cells: Array.from<string | undefined>({ length: days }).fill('start'), began: 0 };
        let timeline: Timeline<State> = { since: null, state: { name: 'start', parentId: null }, past: [] };
        steps.forEach((one, number) => {
          const name = `name ${number}`;
          const next = attempt(timeline, one, name);
          expect(next !== undefined, JSON.stringify(one)).toBe(paint(calendar, one, name));
          timeline = next ?? timeline;
        });
        for (let at = 1; at < days; at++) expect(stateAsOf(timeline, dayName(at))?.name).toBe(calendar.cells[at]);
      }),
      { numRuns: 500 },
    );
  });
});

function attempt(timeline: Timeline<State>, one: Step, name: string): Timeline<State> | undefined {
  const state = { name, parentId: name };
  const from = one.from === 0 ? null : dayName(one.from);
  try {
    if (one.kind === 'past') return addPast(timeline, { from, to: dayName(one.to), state }, lastDay);
    return changeFrom(timeline, { effective: dayName(one.from), today: lastDay, state });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

interface Calendar {
  readonly cells: (string | undefined)[];
  /** first cell of the present name */
  began: number;
}

/** Writes the step into the calendar when it is lawful, and says whether it is. */
function paint(calendar: Calendar, one: Step, name: string): boolean {
  const { cells, began } = calendar;
  if (one.kind === 'change') {
    if (one.from < began) return false;
    cells.fill(name, one.from);
    calendar.began = one.from;
    return true;
  }
  if (one.from >= one.to) return false;
  if (began === 0) {
    // nobody had said when the present name began: it begins where the earlier one ended
    cells.fill(undefined, 0, one.to);
    calendar.began = one.to;
  }
  if (one.to > calendar.began || cells.slice(one.from, one.to).some((cell) => cell !== undefined)) return false;
  cells.fill(name, one.from, one.to);
  return true;
}

describe('the day since when the present name holds', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
  const day = (n: number) => `20${10 + n}-01-01`;

  it('is what it was, in whichever order former names are entered and taken back', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(null, '2020-01-01'), fc.infiniteStream(fc.nat()), (given, known, order) => {
        let since: string | null = known;
        let past: { to: string; sinceByHand: boolean }[] = [];
        for (const to of given.map(day)) {
          past = [...past, { to, sinceByHand: isSinceByHand(since, past) }];
          // as addPast does, but that a later stretch is only entered where nothing is known of the present
          if (since === null || (isSinceByHand(since, past) && to > since)) since = to;
        }
        while (past.length > 0) {
          const taken = past[(order.next().value ?? 0) % past.length];
          since = sinceWithout(since, past, taken?.to ?? '');
          past = past.filter((one) => one !== taken);
        }
        expect(since).toBe(known);
      }),
    );
  });
});
