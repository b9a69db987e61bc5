import { hasValidCheckDigit } from './credit-code.ts';

/** Letters GB 32100-2015 leaves out because they look like others, and what was meant. */
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' };

/** Characters that are both allowed and taken for each other, on paper, on a seal, on a telephone screen. */
const lookAlikes = ['08BDQ', '17LT', '2', '38', '4A', '5', '6G', 'UYW', 'CG', 'EF', 'MN', 'PR', 'KX'];

/** The impossible letters of the code and what it would be without them; undefined when it has none. */
export function confusedLetters(code: string): { readonly letters: string; readonly mended: string } | undefined {
  const letters = [...new Set([...code].filter((character) => character in meant))].join('');
  if (letters === '') return undefined;
  return { letters, mended: code.replace(/[OISZV]/g, (letter) => meant[letter] ?? letter) };
}

/**
 * Codes one slip away whose check digit is right: a look-alike, or two neighbours swapped; the likelier first. A single change hits a
 * right check digit by chance once in 31, so this is a question to the person, never a correction.
 */
export function likelyCodes(code: string): readonly string[] {
  const found = new Set<string>();
  for (const candidate of [...digitsOnly(code), ...oneLookAlike(code), ...oneSwap(code)]) {
    if (candidate !== code && hasRegionDigits(candidate) && hasValidCheckDigit(candidate)) found.add(candidate);
  }
  return [...found].slice(0, 3);
}

const asDigit: Readonly<Record<string, string>> = { B: '8', D: '0', Q: '0', L: '1', G: '6', T: '7', A: '4' };

/** Characters 3 to 8 are a region code (GB/T 2260): never a letter. */
const hasRegionDigits = (code: string) => /^..\d{6}/.test(code);

/** A letter in the region code was a digit. */
function digitsOnly(code: string): string[] {
  const region = code.slice(2, 8).replace(/[A-Z]/g, (letter) => asDigit[letter] ?? letter);
  return [`${code.slice(0, 2)}${region}${code.slice(8)}`];
}

function oneLookAlike(code: string): string[] {
  return [...code].flatMap((character, at) =>
    [...new Set(lookAlikes.filter((group) => group.includes(character)).join(''))].map((other) => put(code, at, other)),
  );
}

function oneSwap(code: string): string[] {
  return [...code.slice(1)].map((character, at) => put(put(code, at, character), at + 1, code.charAt(at)));
}

function put(code: string, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1);
}
