const letters = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const digits = [...'一二三四五六七八九'];

/** `演示-甲一`, `演示-乙一` … `演示-亥九十九`: names nobody bears, each given once. */
export class StaffNames {
  #given = 0;

  next(): string {
    const letter = letters[this.#given % letters.length] ?? '';
    const number = Math.floor(this.#given / letters.length) + 1;
    if (number > 99) throw new RangeError('There are no names left.');
    this.#given += 1;
    return `演示-${letter}${inWords(number)}`;
  }
}

/** *Requires* 1 ≤ number ≤ 99. */
function inWords(number: number): string {
  const tens = Math.floor(number / 10);
  const one = digits[(number % 10) - 1] ?? '';
  if (tens === 0) return one;
  return `${tens > 1 ? digits[tens - 1] : ''}十${one}`;
}
