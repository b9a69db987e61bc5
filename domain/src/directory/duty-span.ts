/** Days from `from` until, not on, `to`; null: open end. ISO dates, so that they compare as text. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

export function holdsOn({ from, to }: Span, day: string): boolean {
  return from <= day && isBefore(day, to);
}

/** Whether a day lies before an end; an open end is never reached. */
export function isBefore(day: string, end: string | null): boolean {
  return end === null || day < end;
}

/** A span without a day: what was taken back before it began. */
export function isEmpty({ from, to }: Span): boolean {
  return !isBefore(from, to);
}

export function earlierEnd(one: string | null, other: string | null): string | null {
  if (one === null) return other;
  return isBefore(one, other) ? one : other;
}

export function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}

/** Whether the span has a day on or after this one. */
export function reaches(span: Span, day: string): boolean {
  return !isEmpty(span) && isBefore(day, span.to);
}

/** The span cut so that it is over on `end`; it may become empty, it never grows. */
export function cutAt<S extends Span>(span: S, end: string): S {
  return { ...span, to: laterDay(span.from, earlierEnd(end, span.to) ?? end) };
}

export function overlaps(one: Span, other: Span): boolean {
  return !isEmpty(one) && !isEmpty(other) && isBefore(one.from, other.to) && isBefore(other.from, one.to);
}
