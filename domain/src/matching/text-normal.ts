import { Converter } from 'opencc-js/t2cn';

/** A text as the matcher compares it, with the way back to what was written. */
export interface NormalText {
  readonly text: string;
  /** `origin[i]` is where character i of `text` began in the original; one entry more than `text` has characters */
  readonly origin: readonly number[];
}

/**
 * Full width to half width, traditional to simplified, lower case, one spelling for each sign. Character by character, so that every
 * found word can be underlined in what the person really wrote. Cost: linear.
 */
export function normaliseText(original: string): NormalText {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    const normal = normaliseCharacter(character);
    for (let unit = 0; unit < normal.length; unit += 1) origin.push(at);
    text += normal;
    at += character.length;
  }
  origin.push(at);
  return { text, origin };
}

/** A name of a product as it is compared: normalised, without spaces and without brackets around nothing. */
export function normaliseName(name: string): string {
  return normaliseText(name)
    .text.replace(/[\s"'“”‘’《》<>·•]/g, '')
    .replace(/\(\)/g, '');
}

/** Where `[start, end)` of the normal text lies in the original. One written sign may have become several, never the other way round. */
export function originOf(
  { origin }: NormalText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const last = origin[end - 1] ?? 0;
  let after = end;
  while (after < origin.length && origin[after] === last) after += 1;
  return { start: origin[start] ?? 0, end: origin[after] ?? last };
}

const toSimplified = Converter({ from: 't', to: 'cn' });

const sameSign: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '⌀': 'φ',
  Ø: 'φ',
  ø: 'φ',
  '−': '-',
  '–': '-',
  '—': '-',
  '﹣': '-',
  '〜': '~',
  '∼': '~',
  '。': '。',
  '、': '、',
  '㎡': 'm2',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
};

/** Marks that change the look of a neighbour and say nothing themselves: joiners, variation selectors, the byte order mark. */
const silent = /^(?:[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]|\ufeff)$/;
/** ①, ⑴, 🄰: list marks that NFKC would turn into figures. */
const listMark = /^[\u2460-\u24ff\u2776-\u2793\u{1f100}-\u{1f1ff}]$/u;

const remembered = new Map<string, string>();

function normaliseCharacter(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const normal = sameSign[character] ?? composeCharacter(character);
  remembered.set(character, normal);
  return normal;
}

function composeCharacter(character: string): string {
  if (silent.test(character)) return '';
  if (listMark.test(character)) return ' ';
  const compatible = character.normalize('NFKC').toLowerCase();
  return sameSign[compatible] ?? toSimplified(compatible);
}
