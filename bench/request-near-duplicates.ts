/**
 * Which texts are near-duplicates of one of the others: Jaccard of their sets of character trigrams at or above the limit. By itself on
 * purpose: it shares no code with the router it guards the measurement of. Cost: O(texts × others × length).
 */
export function nearDuplicates(texts: readonly string[], others: readonly string[], limit = 0.5): ReadonlySet<string> {
  const otherSets = others.map(trigrams);
  return new Set(
    texts.filter((text) => {
      const set = trigrams(text);
      return otherSets.some((other) => jaccard(set, other) >= limit);
    }),
  );
}

function trigrams(text: string): ReadonlySet<string> {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  if (characters.length < 3) return new Set([characters.join('')]);
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size / large.size < 0.4) return 0;
  let shared = 0;
  for (const trigram of small) if (large.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
