import type { SheetRow } from '../directory/sheet.ts';
import type { Sentence } from '../language.ts';
import { fillIn } from '../refusal.ts';
import type { IoCoefficient, IoSector, IoTable } from './io-table.ts';

/** Why a row of a file of coefficients is not taken. */
export const ioRefusals = {
  header: {
    zh: '首行应为 from_sector,to_sector,coefficient',
    en: 'The first line must be from_sector,to_sector,coefficient',
  },
  'unknown-sector': {
    zh: '“{text}”不是 GB/T 4754 代码，也不是 42 部门表里的部门名称',
    en: '“{text}” is no code of GB/T 4754 and no sector of the 42-sector table',
  },
  'not-a-number': { zh: '系数“{text}”不是数字', en: 'The coefficient “{text}” is no number' },
  negative: { zh: '系数 {text} 小于 0', en: 'The coefficient {text} is below 0' },
  'above-one': { zh: '系数 {text} 大于 1', en: 'The coefficient {text} is above 1' },
  duplicate: { zh: '{from} → {to} 与第 {line} 行重复', en: '{from} → {to} stands in row {line} already' },
  overlap: {
    zh: '“{text}”与“{other}”含有同一代码，一张表里只能用一种写法',
    en: '“{text}” and “{other}” hold the same code; one table writes it in one way',
  },
  'column-above-one': {
    zh: '到这一行，{to} 的系数之和为 {sum}，大于 1',
    en: 'With this row the coefficients of {to} come to {sum}, above 1',
  },
  empty: { zh: '没有系数', en: 'There is no coefficient' },
} as const satisfies Record<string, Sentence>;

export interface RefusedIoRow {
  /** as Excel counts */
  readonly line: number;
  readonly code: keyof typeof ioRefusals;
  readonly params: Readonly<Record<string, string | number>>;
}

export const refusedIoText = ({ code, params }: RefusedIoRow, language: 'zh' | 'en'): string =>
  fillIn(ioRefusals[code][language], params);

export type ReadIoTable =
  | { readonly kind: 'read'; readonly table: IoTable }
  | { readonly kind: 'refused'; readonly rows: readonly RefusedIoRow[] };

const head = ['from_sector', 'to_sector', 'coefficient'];
/** of sums of decimal fractions */
const slack = 1e-9;

/** Every row is looked at, and one refused row refuses the file. `sectorOf`: what a person writes for a sector. */
export function readIoTable(rows: readonly SheetRow[], sectorOf: (text: string) => IoSector | undefined): ReadIoTable {
  const [first, ...body] = rows;
  if (!first || head.some((name, at) => first.cells[at]?.text.trim().toLowerCase() !== name))
    return { kind: 'refused', rows: [{ line: first?.line ?? 1, code: 'header', params: {} }] };
  const reader = new IoReader(sectorOf);
  for (const row of body) reader.take(row);
  if (body.length === 0) reader.refused.push({ line: first.line, code: 'empty', params: {} });
  if (reader.refused.length > 0) return { kind: 'refused', rows: reader.refused };
  return { kind: 'read', table: { sectors: [...reader.sectors.values()], coefficients: reader.coefficients } };
}

class IoReader {
  readonly refused: RefusedIoRow[] = [];
  readonly sectors = new Map<string, IoSector>();
  readonly coefficients: IoCoefficient[] = [];
  readonly #sectorOf: (text: string) => IoSector | undefined;
  readonly #lines = new Map<string, number>();
  readonly #sums = new Map<string, number>();
  readonly #holders = new Map<string, IoSector>();

  constructor(sectorOf: (text: string) => IoSector | undefined) {
    this.#sectorOf = sectorOf;
  }

  take({ line, cells }: SheetRow): void {
    const [from, to] = [0, 1].map((at) => this.#sector(line, cells[at]?.text.trim() ?? ''));
    const coefficient = this.#number(line, cells[2]?.text.trim() ?? '');
    if (!from || !to || coefficient === undefined) return;
    const pair = `${from.key} ${to.key}`;
    const before = this.#lines.get(pair);
    if (before !== undefined) {
      this.#refuse(line, 'duplicate', { from: from.name, to: to.name, line: before });
      return;
    }
    this.#lines.set(pair, line);
    const sum = (this.#sums.get(to.key) ?? 0) + coefficient;
    this.#sums.set(to.key, sum);
    if (sum > 1 + slack) this.#refuse(line, 'column-above-one', { to: to.name, sum: sum.toFixed(4) });
    else this.coefficients.push([from.key, to.key, coefficient]);
  }

  #sector(line: number, text: string): IoSector | undefined {
    const sector = this.#sectorOf(text);
    if (!sector) {
      this.#refuse(line, 'unknown-sector', { text });
      return undefined;
    }
    for (const prefix of sector.prefixes) {
      const holder = this.#holders.get(prefix);
      if (holder && holder.key !== sector.key) {
        this.#refuse(line, 'overlap', { text: sector.name, other: holder.name });
        return undefined;
      }
      this.#holders.set(prefix, sector);
    }
    this.sectors.set(sector.key, sector);
    return sector;
  }

  #number(line: number, text: string): number | undefined {
    const value = /^[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= 1) return value;
    this.#refuse(line, whyNoShare(value), { text });
    return undefined;
  }

  #refuse(line: number, code: RefusedIoRow['code'], params: RefusedIoRow['params']): void {
    this.refused.push({ line, code, params });
  }
}

function whyNoShare(value: number): 'negative' | 'above-one' | 'not-a-number' {
  if (!Number.isFinite(value)) return 'not-a-number';
  return value < 0 ? 'negative' : 'above-one';
}
