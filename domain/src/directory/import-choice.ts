import type { ImportChoice } from './import-column.ts';

export type ChoiceReading =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'near'; readonly choice: ImportChoice }
  | { readonly kind: 'unknown' };

/** Reads a word of a drop-down list in either language. One slip of the hand is asked about, not guessed. */
export function readChoice(text: string, choices: readonly ImportChoice[]): ChoiceReading {
  const typed = plain(text);
  const words = choices.flatMap((choice) =>
    [choice.zh, choice.en, choice.value, ...(choice.also ?? [])].map((word) => ({ choice, word: plain(word) })),
  );
  const same = words.find(({ word }) => word === typed);
  if (same) return { kind: 'choice', value: same.choice.value };
  const near = new Set(words.filter(({ word }) => isNear(typed, word)).map(({ choice }) => choice));
  const [only] = near;
  return near.size === 1 && only ? { kind: 'near', choice: only } : { kind: 'unknown' };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•、，。,.'"“”()]/g, '')
    .toLowerCase();
}

/** One contains the other, or a single letter differs, is missing or too much. */
function isNear(typed: string, word: string): boolean {
  if (typed.length < 2 || word.length < 2) return false;
  if (typed.includes(word) || word.includes(typed)) return true;
  return word.length >= 3 && slips(typed, word) <= 1;
}

/** 0, 1, or 2 for more: one letter changed, left out or put in. */
function slips(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return 2;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const skip = long.length === short.length ? 1 : 0;
  return short.slice(at + skip) === long.slice(at + 1) ? 1 : 2;
}
