/** What a person typed into a search box, as a pattern for ILIKE: full-width letters folded, `%` and `_` taken literally. */
export function containsPattern(typed: string): string {
  return `%${literal(typed)}%`;
}

export function prefixPattern(typed: string): string {
  return `${literal(typed)}%`;
}

export function searchText(typed: string): string {
  return typed.normalize('NFKC').trim();
}

function literal(typed: string): string {
  return searchText(typed).replace(/[\\%_]/g, String.raw`\$&`);
}
