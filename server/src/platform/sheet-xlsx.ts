import {
  columnLetters,
  columnNumber,
  emptyCell,
  longestCell,
  type SheetCell,
  type SheetLimits,
  type SheetRow,
  type SheetTable,
} from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { dateCell, isDateFormat, numberText } from './sheet-numbers.ts';
import { findWorkbookParts, type WorkbookParts } from './sheet-workbook.ts';
import { walkXml } from './sheet-xml.ts';
import { openZip, type Zip } from './sheet-zip.ts';

/** Reads the first visible sheet of an .xlsx file. Formulas are not computed: what they showed last is read. */
export async function readXlsx(file: Buffer, limits: SheetLimits): Promise<SheetTable> {
  const zip = openZip(file, limits);
  const parts = await findWorkbookParts(zip);
  return readPart(zip, { ...parts, limits, part: parts.sheet });
}

/** Every visible sheet, by the name on its tab. */
export async function readXlsxSheets(file: Buffer, limits: SheetLimits): Promise<ReadonlyMap<string, SheetTable>> {
  const zip = openZip(file, limits);
  const parts = await findWorkbookParts(zip);
  const tables = new Map<string, SheetTable>();
  for (const { name, part } of parts.sheets) tables.set(name, await readPart(zip, { ...parts, limits, part }));
  return tables;
}

async function readPart(
  zip: Zip,
  parts: Pick<WorkbookParts, 'strings' | 'styles' | 'since1904'> & {
    readonly limits: SheetLimits;
    readonly part: string;
  },
): Promise<SheetTable> {
  const { limits } = parts;
  const strings = parts.strings === undefined ? [] : await readStrings(zip, parts.strings);
  const dates = parts.styles === undefined ? new Set<number>() : await readDateStyles(zip, parts.styles);
  const reader = new RowReader({ strings, dates, since1904: parts.since1904, limits });
  await walkXml(zip.read(parts.part), {
    open: ({ name, attributes }) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return { rows: reader.rows };
}

async function readStrings(zip: Zip, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let spoken = 0;
  await walkXml(zip.read(part), {
    open: ({ name }) => {
      if (name === 'si') text = '';
      // how a name is pronounced stands beside it in Japanese files
      if (name === 'rPh') spoken += 1;
      inText = name === 't' && spoken === 0;
    },
    text: (piece) => {
      if (inText && text.length <= longestCell) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') spoken -= 1;
      if (name === 'si') strings.push(cut(text));
    },
  });
  return strings;
}

async function readDateStyles(zip: Zip, part: string): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let place = 0;
  await walkXml(zip.read(part), {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      if (isDateFormat(id, codes.get(id))) dates.add(place);
      place += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

interface Reading {
  readonly strings: readonly string[];
  /** styles that show a number as a day */
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
  readonly limits: SheetLimits;
}

/** Collects rows while the sheet is walked through, and stops at the first row or column beyond the limits. */
class RowReader {
  readonly rows: SheetRow[] = [];
  readonly #given: Reading;
  #line = 0;
  #column = 0;
  #cells: SheetCell[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #formula = false;
  #inValue = false;

  constructor(given: Reading) {
    this.#given = given;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const line = Number(attributes.r ?? this.#line + 1);
      if (!(Number.isInteger(line) && line > this.#line && line <= 1_048_576)) throw new Refusal('sheet.damaged');
      this.#line = line;
      this.#column = 0;
      this.#cells = [];
    } else if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#column + 1 : this.#columnOf(attributes.r);
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
      this.#formula = false;
    } else if (name === 'f') {
      this.#formula = true;
    }
    this.#inValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.#inValue && this.#value.length <= longestCell) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    if (name === 'c') this.#endCell();
    if (name === 'row') this.#endRow();
  }

  #columnOf(reference: string): number {
    const column = columnNumber(reference.replace(/\d+$/, ''));
    if (column === undefined || column <= this.#column) throw new Refusal('sheet.damaged');
    return column;
  }

  #endCell(): void {
    const cell = this.#cell();
    if (cell.kind === 'empty') return;
    const { columns } = this.#given.limits;
    if (this.#column > columns)
      throw new Refusal('sheet.too-many-columns', { limit: columns, column: columnLetters(this.#column) });
    while (this.#cells.length < this.#column - 1) this.#cells.push(emptyCell);
    this.#cells.push(cell);
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    const { rows } = this.#given.limits;
    // beside the rows of data there are title lines and the headings
    if (this.rows.length >= rows + 20) throw new Refusal('sheet.too-many-rows', { limit: rows });
    this.rows.push({ line: this.#line, cells: this.#cells });
  }

  #cell(): SheetCell {
    const value = this.#value;
    if (value === '') return this.#formula ? { kind: 'error', text: '=' } : emptyCell;
    if (this.#type === 'b') return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' };
    if (this.#type === 'e') return { kind: 'error', text: value };
    if (this.#type === 'd') return { kind: 'date', text: value.slice(0, 10) };
    if (this.#type === 's') return textCell(this.#string(value));
    if (this.#type !== 'n') return textCell(cut(value));
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Refusal('sheet.damaged');
    if (this.#given.dates.has(this.#style)) return dateCell(number, this.#given.since1904);
    return { kind: 'number', text: numberText(number) };
  }

  #string(index: string): string {
    const text = this.#given.strings[Number(index)];
    if (text === undefined) throw new Refusal('sheet.damaged');
    return text;
  }
}

function textCell(text: string): SheetCell {
  return text.trim() === '' ? emptyCell : { kind: 'text', text };
}

/** One character more than any field takes, so that the field still says "too long". Excel writes `_x000D_` for a line end. */
function cut(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain
    .slice(0, longestCell + 1)
    .replaceAll('\u0000', '')
    .toWellFormed();
}
