/**
 * Purpose: how much a term tells. Inverse document frequency in the form that never goes below zero.
 * Requires: 0 ≤ holding ≤ documents. Ensures: falls as `holding` grows; > 0.
 * Source: Robertson, Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), with the +1 of Lucene.
 */
export function termWeight(holding: number, documents: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

export interface SaturationOptions {
  /** of the document, in terms */
  readonly length: number;
  readonly averageLength: number;
  /** how soon repetition stops counting */
  readonly k1?: number;
  /** how much a long document is held back: 0 not at all, 1 fully */
  readonly b?: number;
}

/**
 * Purpose: the BM25 value of a term that occurs `frequency` times in a document of that length.
 * Ensures: 0 for frequency 0; rises with frequency, falls with length; < k1 + 1.
 */
export function saturation(
  frequency: number,
  { length, averageLength, k1 = 1.2, b = 0.75 }: SaturationOptions,
): number {
  const norm = averageLength > 0 ? 1 - b + (b * length) / averageLength : 1;
  return (frequency * (k1 + 1)) / (frequency + k1 * norm);
}
