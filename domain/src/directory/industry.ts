import type { Sentence } from '../language.ts';
import { industryTable } from './industry-table.ts';

/** One entry of GB/T 4754-2017 that has a name here: a section (letter) or a division (two digits). */
export interface Industry {
  readonly code: string;
  /** letter of its section; of a section its own */
  readonly section: string;
  readonly name: Sentence;
}

/** In the order of the standard: each section before its divisions. */
export const industries: readonly Industry[] = readTable();

const byCode = new Map(industries.map((industry) => [industry.code, industry]));

/**
 * What a person writes for an industry as the standard writes it: `c27` and `C2770` are `27` and `2770`; undefined when there is
 * no such section or division. Three and four digits are taken as they stand: only their division can be checked.
 */
export function readIndustry(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  if (/^[A-T]$/.test(typed)) return typed;
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4})$/.exec(typed) ?? [];
  const division = byCode.get(digits.slice(0, 2));
  if (division === undefined || (letter !== '' && letter !== division.section)) return undefined;
  return digits;
}

/** The named entry a code belongs to: its division, or the section itself. */
export function industryOf(code: string): Industry | undefined {
  return byCode.get(code.slice(0, 2)) ?? byCode.get(code.slice(0, 1));
}

function readTable(): readonly Industry[] {
  let section = '';
  return industryTable.map(([code, zh, en]) => {
    if (/^[A-T]$/.test(code)) section = code;
    return { code, section, name: { zh, en } };
  });
}
