/** The peer: textbook BM25 (k1 1.2, b 0.75) on pairs of characters, each document one bag. */
export class PlainBm25 {
  readonly #documents: { readonly code: string; readonly length: number }[] = [];
  readonly #postings = new Map<string, Map<number, number>>();
  #total = 0;

  add(code: string, text: string): void {
    const pairs = pairsOf(text);
    const number = this.#documents.push({ code, length: pairs.length }) - 1;
    this.#total += pairs.length;
    for (const pair of pairs) {
      const posting = this.#postings.get(pair) ?? new Map<number, number>();
      this.#postings.set(pair, posting.set(number, (posting.get(number) ?? 0) + 1));
    }
  }

  search(text: string, limit: number): string[] {
    const count = this.#documents.length;
    const scores = new Map<number, number>();
    for (const pair of pairsOf(text)) {
      const posting = this.#postings.get(pair) ?? new Map<number, number>();
      const weight = Math.log(1 + (count - posting.size + 0.5) / (posting.size + 0.5));
      for (const [number, frequency] of posting) {
        const norm = 0.25 + (0.75 * (this.#documents[number]?.length ?? 0) * count) / this.#total;
        scores.set(number, (scores.get(number) ?? 0) + (weight * frequency * 2.2) / (frequency + 1.2 * norm));
      }
    }
    const ranked = [...scores].sort(([a, first], [b, second]) => second - first || a - b);
    return ranked.slice(0, limit).map(([number]) => this.#documents[number]?.code ?? '');
  }
}

function pairsOf(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => {
    const characters = [...word.toLowerCase()];
    return characters.length === 1
      ? characters
      : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}
