/** Only what is written counts: letters and figures, no spaces, brackets or signs. */
export function writtenOnly(phrase: string): string {
  return phrase.replace(notWritten, '');
}

/**
 * Neighbouring pairs of characters: they need no dictionary, so that a product nobody has heard of is found too.
 * A phrase of one character is its own pair. Requires: a normalised phrase. Cost: linear.
 */
export function pairsOf(phrase: string): string[] {
  const written = writtenOnly(phrase);
  if (written.length === 1) return [written];
  const pairs = new Set<string>();
  for (let at = 1; at < written.length; at += 1) pairs.add(written.slice(at - 1, at + 1));
  return [...pairs];
}

/** The different single characters. */
export function singlesOf(phrase: string): string[] {
  return [...new Set(writtenOnly(phrase))];
}

const notWritten = /[^\p{L}\p{N}]/gu;
