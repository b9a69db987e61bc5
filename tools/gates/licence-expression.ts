/**
 * Reads an SPDX expression such as `(MIT OR GPL-3.0-or-later)` and tells whether it can be followed with licences
 * that `isAllowed`. OR leaves the choice to us, AND does not; AND binds tighter, as SPDX defines.
 */
export function canFollow(expression: string, isAllowed: (licence: string) => boolean): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const reader = { words, position: 0 };
  const answer = readAlternatives(reader, isAllowed);
  return answer && reader.position === words.length;
}

interface Reader {
  readonly words: readonly string[];
  position: number;
}

function readAlternatives(reader: Reader, isAllowed: (licence: string) => boolean): boolean {
  let answer = readConjunction(reader, isAllowed);
  while (take(reader, 'OR')) answer = readConjunction(reader, isAllowed) || answer;
  return answer;
}

function readConjunction(reader: Reader, isAllowed: (licence: string) => boolean): boolean {
  let answer = readOne(reader, isAllowed);
  while (take(reader, 'AND')) answer = readOne(reader, isAllowed) && answer;
  return answer;
}

function readOne(reader: Reader, isAllowed: (licence: string) => boolean): boolean {
  if (take(reader, '(')) return readAlternatives(reader, isAllowed) && take(reader, ')');
  const word = reader.words[reader.position] ?? '';
  reader.position += 1;
  return isAllowed(word);
}

function take(reader: Reader, word: string): boolean {
  if (reader.words[reader.position] !== word) return false;
  reader.position += 1;
  return true;
}
