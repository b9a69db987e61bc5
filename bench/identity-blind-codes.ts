import { drawInteger, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { toFullWidth } from './identity-blind-characters.ts';

type CodeStyle = keyof typeof writers;

/** How often a code stands on a sheet in which way: most are pasted, some typed, few read from a photo or an old certificate. */
const shares: Readonly<Record<CodeStyle, number>> = {
  exact: 64,
  lower: 6,
  spaced: 7,
  wide: 4,
  labelled: 2,
  tail: 2,
  letters: 6,
  alike: 3,
  swapped: 2,
  lost: 2,
  short: 2,
};

/** Ways that keep every character readable: the code is still certain. */
const readable = ['exact', 'lower', 'spaced', 'wide', 'labelled', 'tail', 'letters'] as const;
const damaged = ['letters', 'alike', 'swapped', 'lost', 'short', 'wide', 'spaced'] as const;

export type CodeCare = 'any' | 'readable' | 'damaged';

const stylesOf: Readonly<Record<CodeCare, readonly CodeStyle[]>> = {
  any: ['exact', 'lower', 'spaced', 'wide', 'labelled', 'tail', 'letters', 'alike', 'swapped', 'lost', 'short'],
  readable,
  damaged,
};

export function writeCode(random: SeededRandom, code: string, care: CodeCare): string {
  return writers[drawWeighted(random, stylesOf[care], (style) => shares[style])](random, code);
}

const alike: Readonly<Record<string, string>> = {
  '8': 'B',
  B: '8',
  '5': 'S',
  '2': 'Z',
  '6': 'G',
  G: '6',
  D: '0',
  '0': 'D',
};

const writers = {
  exact: (_: SeededRandom, code: string) => code,
  lower: (_: SeededRandom, code: string) => code.toLowerCase(),
  spaced: (random: SeededRandom, code: string) =>
    drawOne(random, [
      code.replace(/(.{4})(?=.)/g, '$1 '),
      `${code.slice(0, 2)} ${code.slice(2, 8)} ${code.slice(8)}`,
      `${code.slice(0, 8)}-${code.slice(8, 17)}-${code.slice(17)}`,
      ` ${code}`,
    ]),
  wide: (_: SeededRandom, code: string) => toFullWidth(code),
  labelled: (_: SeededRandom, code: string) => `统一社会信用代码：${code}`,
  tail: (random: SeededRandom, code: string) => code + drawOne(random, ['\t', '。', '\n', "'", '　']),
  letters: (_: SeededRandom, code: string) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
  alike: (random: SeededRandom, code: string) => {
    const places = [...code].flatMap((character, at) => (at > 1 && character in alike ? [at] : []));
    if (places.length === 0) return code;
    const wrong = drawOne(random, places);
    return code.slice(0, wrong) + (alike[code[wrong] ?? ''] ?? '') + code.slice(wrong + 1);
  },
  swapped: (random: SeededRandom, code: string) => {
    const at = drawInteger(random, 8, 15);
    return code.slice(0, at) + code.slice(at + 1, at + 2) + code.slice(at, at + 1) + code.slice(at + 2);
  },
  lost: (random: SeededRandom, code: string) => {
    const at = drawInteger(random, 3, 16);
    return code.slice(0, at) + code.slice(at + 1);
  },
  /** the 组织机构代码 of the old certificate is the 9th to the 17th character of the credit code */
  short: (_: SeededRandom, code: string) => `${code.slice(8, 16)}-${code.slice(16, 17)}`,
};

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Registered on the same morning at the same counter: the next number but a few, with a right check digit. */
export function neighbourCode(random: SeededRandom, code: string): string {
  const last = Number.parseInt(code.slice(15, 17), 36);
  const body = code.slice(0, 15) + String((last + drawInteger(random, 1, 7)) % 100).padStart(2, '0');
  return body + checkDigit(body);
}

function checkDigit(body: string): string {
  let factor = 1;
  let sum = 0;
  for (const character of body) {
    sum += letters.indexOf(character) * factor;
    factor = (factor * 3) % 31;
  }
  return letters[(31 - (sum % 31)) % 31] ?? '0';
}
