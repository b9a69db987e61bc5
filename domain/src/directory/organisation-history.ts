import { Refusal } from '../refusal.ts';

/** A stretch of days, half-open; null: no bound is known. Days are ISO dates, so they compare as text. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PastState<State> {
  readonly from: string | null;
  readonly to: string;
  readonly state: State;
}

/** What an organisation is now, since when, and what it was before. Periods never overlap; between them nothing may be known. */
export interface Timeline<State> {
  /** null: for as long as is known */
  readonly since: string | null;
  readonly state: State;
  readonly past: readonly PastState<State>[];
}

interface Named {
  readonly name: string;
}

/**
 * From a day on it is something else. The day may lie back, but not before the present state began: that would rewrite what is
 * registered. A second change of the same day corrects the first.
 */
export function changeFrom<State extends Named>(
  timeline: Timeline<State>,
  change: { readonly effective: string; readonly today: string; readonly state: State },
): Timeline<State> {
  const { effective, today, state } = change;
  refuseFuture(effective, today);
  const { since } = timeline;
  if (since !== null && effective < since)
    throw new Refusal('organisations.overlap', { since, name: timeline.state.name });
  if (effective === since) return { ...timeline, state };
  return { since: effective, state, past: [...timeline.past, { from: since, to: effective, state: timeline.state }] };
}

/** Adds what it was in an earlier stretch of days, which must be free. With it the present state begins where that one ended, if nothing was known. */
export function addPast<State extends Named>(
  timeline: Timeline<State>,
  added: PastState<State>,
  today: string,
): Timeline<State> {
  const { from, to } = added;
  if (from !== null && from >= to) throw new Refusal('organisations.period-empty');
  refuseFuture(to, today);
  const { since, state } = timeline;
  if (since !== null && to > since) throw new Refusal('organisations.overlap', { since, name: state.name });
  const taken = timeline.past.find((period) => overlaps(period, added));
  if (taken) throw new Refusal('organisations.overlap', { since: taken.from ?? '…', name: taken.state.name });
  return { since: since ?? to, state, past: [...timeline.past, added].sort(byEnd) };
}

/** A stretch somebody entered; `sinceByHand`: when it was entered, nothing but such entries said since when the present state holds. */
export type EnteredPast = Pick<PastState<unknown>, 'to'> & { readonly sinceByHand: boolean };

/** Whether nothing but entries says since when the present state holds. */
export function isSinceByHand(since: string | null, past: readonly EnteredPast[]): boolean {
  return since === null || past.some(({ to, sinceByHand }) => sinceByHand && to === since);
}

/** Since when the present state holds once the stretch that ends on this day is taken back: as if it had never been entered. */
export function sinceWithout(since: string | null, past: readonly EnteredPast[], until: string): string | null {
  if (since !== until || !isSinceByHand(since, past)) return since;
  const others = past.filter(({ to, sinceByHand }) => sinceByHand && to < until);
  return (
    others
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? null
  );
}

/** What it was on a day; undefined where nothing is known of that day. */
export function stateAsOf<State>({ since, state, past }: Timeline<State>, day: string): State | undefined {
  if (since === null || since <= day) return state;
  return past.find((period) => covers(period, day))?.state;
}

export function covers({ from, to }: Period, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

export function overlaps(a: Period, b: Period): boolean {
  return (a.from === null || b.to === null || a.from < b.to) && (b.from === null || a.to === null || b.from < a.to);
}

function byEnd<State>(a: PastState<State>, b: PastState<State>): number {
  return a.to < b.to ? -1 : 1;
}

function refuseFuture(date: string, today: string): void {
  if (date > today) throw new Refusal('organisations.future-date', { date });
}
