/** How sure routing is, in words: a chance that was fitted is no percentage to be read to the digit. */
export function sureness(confidence: number): 'sure.high' | 'sure.middle' | 'sure.low' {
  if (confidence >= 0.8) return 'sure.high';
  return confidence >= 0.5 ? 'sure.middle' : 'sure.low';
}
