import { normaliseText } from '../matching/text-normal.ts';

/** Texts this much alike are shown as look-alikes; below it they only share everyday words. */
export const alikeFrom = 0.35;

/**
 * How much two requests read alike, 0 … 1: Dice's coefficient over their pairs of characters (Dice, *Measures of the Amount of Ecologic
 * Association Between Species*, 1945), a pair counted once. Symmetric; 1 for equal texts, 0 where one has no pair. O(characters).
 */
export function requestLikeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...normaliseText(text.slice(0, longest)).text.replace(/[^\p{L}\p{N}]+/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

const longest = 2_000;
