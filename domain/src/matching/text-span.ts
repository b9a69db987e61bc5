/** A stretch of the normalised text, and whether it is only a guess. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly guess: boolean;
}

/** Where a pattern matched, without blanks and commas at its ends. */
export function spanOf(match: RegExpExecArray, guess = false): Span {
  const [whole] = match;
  const start = match.index + whole.search(/[^\s,]/);
  return { start, end: match.index + whole.replace(/[\s,]+$/, '').length, guess };
}

/** Nobody means more than this many of one kind; a wall of the same words must not make the parser slow. */
export const mostFindings = 60;

/** The first matches of a pattern. */
export function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern).take(mostFindings)];
}

/** Something read, and where. */
export interface Reading<T> extends Span {
  readonly value: T;
}

/** The text with stretches that are already understood made unreadable, so that nothing is read twice. Places stay the same. */
export function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    blanked += text.slice(at, start) + blank.repeat(end - start);
    at = end;
  }
  return blanked + text.slice(at);
}

/** of the private use area: no rule matches it */
const blank = '\ue000';
