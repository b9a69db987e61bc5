/** What a cell was in the file. A formula counts as the value it showed last. */
export type SheetCellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface SheetCell {
  readonly kind: SheetCellKind;
  /** as a person sees it; dates as `2026-11-23`; a number Excel cannot show in full as `9.13502E+17` */
  readonly text: string;
}

export interface SheetRow {
  /** as Excel counts */
  readonly line: number;
  /** by column, the first is A; a row ends with its last filled cell */
  readonly cells: readonly SheetCell[];
}

/** A sheet as it was read, nothing judged yet. Empty rows are left out. */
export interface SheetTable {
  readonly rows: readonly SheetRow[];
}

/** What is taken from one file at most. Everything beyond is refused before memory or time is spent on it. */
export interface SheetLimits {
  readonly fileBytes: number;
  /** all parts of a workbook unpacked */
  readonly unpackedBytes: number;
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
}

export const sheetLimits: SheetLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  parts: 2_000,
  rows: 20_000,
  columns: 100,
};

/** No field takes more; the rest of such a cell is not carried along. */
export const longestCell = 1_000;

export const emptyCell: SheetCell = { kind: 'empty', text: '' };

/** A → 1, Z → 26, AA → 27; undefined for what Excel has no column for. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number > 16_384 ? undefined : number;
}

/** 1 → A, 27 → AA */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
