import type { Sentence } from '../language.ts';
import { industryGroups } from './industry-groups.ts';
import { industryTable } from './industry-table.ts';

/** One entry of GB/T 4754-2017 that has a name here: a section (letter), a division (two digits) or a group (three). */
export interface Industry {
  readonly code: string;
  /** letter of its section; of a section its own */
  readonly section: string;
  readonly name: Sentence;
}

/** In the order of the standard: each section before its divisions, each division before its groups. */
export const industries: readonly Industry[] = readTable();

const byCode = new Map(industries.map((industry) => [industry.code, industry]));

/**
 * What a person writes for an industry as the standard writes it: `c27` and `C2770` are `27` and `2770`; undefined when there is
 * no such section, division or group. Of a class (four digits) only its group can be checked.
 */
export function readIndustry(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  if (/^[A-T]$/.test(typed)) return typed;
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4})$/.exec(typed) ?? [];
  const known = byCode.get(digits.slice(0, 3));
  if (known === undefined || (letter !== '' && letter !== known.section)) return undefined;
  return digits;
}

/** The named entry a code belongs to: its group, its division, or the section itself. */
export function industryOf(code: string): Industry | undefined {
  return byCode.get(code.slice(0, 3)) ?? byCode.get(code.slice(0, 2)) ?? byCode.get(code.slice(0, 1));
}

/** Everything that belongs to what is chosen: the divisions of a section; of a division or group it is the beginning of the code. */
export function industryPrefixes(code: string): readonly string[] {
  if (!/^[A-T]$/.test(code)) return [code];
  return [
    code,
    ...industries.filter(({ code: of, section }) => section === code && of.length === 2).map((own) => own.code),
  ];
}

function readTable(): readonly Industry[] {
  let section = '';
  return industryTable.flatMap(([code, zh, en]) => {
    if (/^[A-T]$/.test(code)) section = code;
    return [{ code, section, name: { zh, en } }, ...groupsOf(code, en).map((group) => ({ ...group, section }))];
  });
}

/** `1谷物种植 2豆类…` as entries. */
function groupsOf(division: string, en: string): readonly Omit<Industry, 'section'>[] {
  const listed = industryGroups[division]?.split(' ') ?? [];
  return listed.map((group) => {
    const zh = group.slice(1);
    return { code: `${division}${group.slice(0, 1)}`, name: { zh, en: `${en}: ${zh}` } };
  });
}
