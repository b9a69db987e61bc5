/**
 * How organisations are found by any part of their name. Row-level security forbids an index on LIKE (its operators are not
 * leakproof), but not one on `>=` and `<`: so every place a name can be read from is kept as a row, and a search is one range.
 */
const longest = 40;

/** Nearly every firm ends in it and nobody looks for one by it, so no row begins inside it at the end of a name. */
const legalForm = '有限公司';
const legalTail = /(?:有限公司|公司)?$/;

/** Letters of a search and of a name, folded alike: widths, cases and blanks do not matter. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').slice(0, longest);
}

export interface SearchedName {
  readonly name: string;
  readonly shortName: string | null;
  readonly nameEn: string | null;
  /** what it was called before */
  readonly former?: readonly string[];
  /** first letter of the sound of each character, as `initialsOf` gives them: `whwggf` */
  readonly initials: readonly string[];
}

/** Every text a search may begin to match: from each character of the names, from the first letters of their sounds. */
export function namePartsOf({ name, shortName, nameEn, former = [], initials }: SearchedName): readonly string[] {
  const parts = new Set([
    ...suffixes(foldName(name), coreLength(name)),
    ...suffixes(foldName(shortName ?? ''), longest),
    ...words(nameEn ?? ''),
    ...former.flatMap((old) => suffixes(foldName(old), coreLength(old))),
    ...initials.flatMap((letters) => suffixes(letters.slice(0, 16), 6)),
  ]);
  return withoutPrefixes([...parts].filter((part) => part !== ''));
}

export type NameSearch =
  | { readonly kind: 'all' }
  /** nearly any name has it: ask the names themselves, the answer comes at once */
  | { readonly kind: 'common'; readonly text: string }
  | { readonly kind: 'part'; readonly text: string; readonly from: string; readonly to: string };

/** What to look up for the words typed. The range is half-open in the order of code points. */
export function nameSearchOf(typed: string): NameSearch {
  const text = foldName(typed);
  if (text === '') return { kind: 'all' };
  if (legalForm.includes(text)) return { kind: 'common', text };
  return { kind: 'part', text, from: text, to: `${text}\u{10ffff}` };
}

function coreLength(name: string): number {
  const folded = foldName(name);
  const tail = legalTail.exec(folded)?.index ?? folded.length;
  return Math.max(tail, 1);
}

function suffixes(text: string, starts: number): string[] {
  const letters = [...text];
  return letters.slice(0, starts).map((_, at) => letters.slice(at).join(''));
}

function words(text: string): string[] {
  const found = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ];
  return found.map(({ index }) => foldName(text.slice(index)));
}

/** A part that another one begins with finds nothing more. */
function withoutPrefixes(parts: readonly string[]): string[] {
  const sorted = parts.toSorted((a, b) => (a < b ? -1 : 1));
  return sorted.filter((part, place) => !sorted[place + 1]?.startsWith(part));
}
