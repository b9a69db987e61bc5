import type { SheetCell } from '@zhitong/domain/directory/sheet';

const dayLength = 86_400_000;
/** Formats that Excel has built in for dates and times, the Chinese ones included. */
const builtInDates = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number under this format is shown as a day. Colours, texts and locales in the format say nothing. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[yd年日]/i.test(bare) || /m.*[-/年月]/i.test(bare);
}

/** A day as Excel counts: 1 is 1900-01-01, and 60 a 29 February that never was. */
export function dateCell(serial: number, since1904: boolean): SheetCell {
  const days = since1904 ? serial + 1_462 : serial;
  if (!(days >= 1 && days < 2_958_466)) return { kind: 'number', text: numberText(serial) };
  const from = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return { kind: 'date', text: new Date(from + Math.floor(days) * dayLength).toISOString().slice(0, 10) };
}

/** As Excel shows it where there is room: 15 digits and no more, then `9.13502E+17`. */
export function numberText(value: number): string {
  if (Math.abs(value) >= 1e15) {
    const [digits = '', exponent = ''] = value.toExponential(5).split('e+');
    return `${digits.replace(/\.?0+$/, '')}E+${exponent}`;
  }
  return String(Number(value.toPrecision(15)));
}
