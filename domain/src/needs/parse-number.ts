/** A figure as people write it: `1,000`, `2.5`, `1e308`, `五`, `十二`, `两`, `3千`, `2.5万`. For use inside other patterns; bounded, so that no text makes it slow. */
export const numberPattern =
  '(?:\\d{1,30}(?:,\\d{3}){0,6}(?:\\.\\d{1,12})?(?:e[+-]?\\d{1,4})?|[零〇一二两三四五六七八九十百千万亿半]{1,20}(?:点[零〇一二三四五六七八九]{1,6})?)';
/** A count word behind the figure. */
export const multiplierPattern = '(?:百万|千万|万|亿|千|百)';

/** Value of what `numberPattern` and perhaps `multiplierPattern` matched; NaN when it is no number. */
export function readNumber(written: string, multiplier = ''): number {
  const plain = written.replace(/,/g, '');
  const value = /^-?\d/.test(plain) ? Number(plain) : readChinese(plain);
  return value * (multiplier === '' ? 1 : readChinese(multiplier));
}

/** `十二万三千五百` by sections of ten thousand; a bare 万 counts one of them. */
function readChinese(written: string): number {
  const [whole = '', fraction] = written.split('点');
  if (whole === '半') return 0.5;
  if (whole.endsWith('半') && whole.length > 1) return readWhole(whole.slice(0, -1)) + 0.5 * unitOf(whole.at(-2) ?? '');
  const decimals =
    fraction === undefined ? 0 : Number(`0.${[...fraction].map((digit) => digits[digit] ?? 0).join('')}`);
  return readWhole(whole) + decimals;
}

/** `两万半` counts the half by the unit before it. */
function unitOf(character: string): number {
  return new Map(sections).get(character) ?? smallUnits[character] ?? 1;
}

/** Read from the greatest unit down; a unit with nothing in front counts one (万 is 10,000). */
function readWhole(written: string): number {
  for (const [unit, size] of sections) {
    const at = written.lastIndexOf(unit);
    if (at >= 0) return (at === 0 ? 1 : readWhole(written.slice(0, at))) * size + readWhole(written.slice(at + 1));
  }
  return readSection(written);
}

/** `三千五百`, `十二`: below ten thousand. */
function readSection(written: string): number {
  let [total, digit] = [0, 0];
  for (const character of written) {
    const unit = smallUnits[character];
    if (unit === undefined) {
      digit = digits[character] ?? Number.NaN;
    } else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const sections: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
];
