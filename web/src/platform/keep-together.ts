/** A number and the word it counts stay on one line: `45 天`, `6 days`. */
export const keepTogether = (text: string): string => text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
