import type { RefusalDetails } from '../refusal.ts';
import { readCreditCode } from './credit-code-reading.ts';
import { type ChoiceReading, readChoice } from './import-choice.ts';
import type { ImportChoice, ImportColumn } from './import-column.ts';
import { readImportDate } from './import-date.ts';
import type { ImportFinding, ImportFindingCode } from './import-finding.ts';
import type { RegionBook } from './import-region.ts';
import type { SheetCell } from './sheet.ts';

export type ImportValue = string | number | null;

/** The values of a row by column. */
export type ImportValues = Readonly<Record<string, ImportValue>>;

/** What a cell says: a value, or what is wrong with it; a value may come with a warning. */
export interface CellReading {
  readonly value: ImportValue;
  readonly findings: readonly ImportFinding[];
}

/** What the cells are held against. */
export interface ImportBook {
  readonly regions: RegionBook;
  /** of the day the file came */
  readonly today: string;
  /** groups of findings the person had mended at once */
  readonly fixes: ReadonlySet<string>;
}

const longestOrigin = 60;
const nothing: CellReading = { value: null, findings: [] };

/** Reads one cell as its column wants it. Nothing is guessed silently. */
export function readImportCell(column: ImportColumn, cell: SheetCell, book: ImportBook): CellReading {
  if (cell.kind === 'empty') return column.required ? wrong(column, 'missing') : nothing;
  if (cell.kind === 'error') {
    return cell.text === '=' ? wrong(column, 'formula-unsaved') : wrong(column, 'cell-error', { value: cell.text });
  }
  if (cell.kind === 'boolean') return wrong(column, 'boolean', { value: cell.text });
  const { type } = column;
  switch (type.is) {
    case 'text':
      return readText(column, cell.text, type.most);
    case 'origin':
      return readText(column, cell.text, longestOrigin);
    case 'credit-code':
      return readCode(column, cell);
    case 'region':
      return readRegion(column, cell.text, book);
    case 'date':
      return readDay(column, cell, type.ahead === true ? undefined : book.today);
    case 'phone':
      return readPhone(column, cell.text);
    case 'mobile':
      return readMobile(column, cell.text);
    case 'number':
      return readNumber(column, cell.text, type);
    case 'choice':
      return readWord(column, cell.text, type.choices);
    default:
      return type satisfies never;
  }
}

export function wrong(column: ImportColumn, code: ImportFindingCode, params: RefusalDetails = {}): CellReading {
  return { value: null, findings: [{ column: column.key, code, severity: 'error', params }] };
}

function fine(value: ImportValue): CellReading {
  return { value, findings: [] };
}

function readText(column: ImportColumn, text: string, most: number): CellReading {
  const plain = text.replace(/[\s\p{Cf}]+/gu, ' ').trim();
  if (plain === '') return column.required ? wrong(column, 'missing') : nothing;
  const length = [...plain].length;
  return length > most ? wrong(column, 'too-long', { length, limit: most }) : fine(plain);
}

/** A code that stands in the sheet as a number has lost its last digits, whatever it looks like. */
function readCode(column: ImportColumn, cell: SheetCell): CellReading {
  const reading = readCreditCode(cell.text);
  if (reading.kind === 'refused') return wrong(column, reading.reason.code, reading.reason.params);
  if (cell.kind === 'number') return wrong(column, 'credit-code.became-number', { text: cell.text });
  const findings = reading.warnings.map(({ code, params }): ImportFinding => {
    return { column: column.key, code, severity: 'warning', params };
  });
  return { value: reading.code, findings };
}

function readRegion(column: ImportColumn, text: string, book: ImportBook): CellReading {
  const value = text.trim();
  const reading = book.regions.read(value);
  switch (reading.kind) {
    case 'unknown':
      return wrong(column, 'region.unknown', { value });
    case 'ambiguous':
      return wrong(column, 'region.ambiguous', { value, codes: reading.codes });
    case 'gone':
      return wrong(column, 'region.gone', { value, year: yearOf(reading.region.validTo) });
    case 'abolished': {
      const { code, name } = reading.successor;
      const year = yearOf(reading.region.validTo);
      return mendable(
        column,
        { value, year, code, name },
        { fix: code, code: 'region.abolished', show: `${code} ${name}` },
      );
    }
    case 'region': {
      const { code, name } = reading.region;
      return book.regions.isHere(code) ? fine(code) : wrong(column, 'region.other-city', { value, name });
    }
    default:
      return reading satisfies never;
  }
}

function mendable(
  column: ImportColumn,
  params: RefusalDetails,
  { fix, code, show }: { readonly fix: string; readonly code: ImportFindingCode; readonly show: string },
): CellReading {
  return { value: fix, findings: [{ column: column.key, code, severity: 'error', params, fix: show }] };
}

function yearOf(date: string | null): string {
  return date?.slice(0, 4) ?? '';
}

/** `latest`: the day it must not lie after, where there is one. */
function readDay(column: ImportColumn, cell: SheetCell, latest: string | undefined): CellReading {
  const value = cell.text;
  const reading = readImportDate(cell);
  if (reading.kind !== 'date') return wrong(column, `date.${reading.kind}`, { value });
  const { date } = reading;
  return latest !== undefined && date > latest ? wrong(column, 'date.future', { value, today: latest }) : fine(date);
}

function readPhone(column: ImportColumn, text: string): CellReading {
  const phone = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[‐‑‒–—―−]/g, '-');
  return /^\+?\d[\d\-()]{4,23}(?:转\d{1,6})?$/.test(phone)
    ? fine(phone)
    : wrong(column, 'phone.unreadable', { value: text });
}

/** What tells a person from a namesake: a mobile number, however it was written down. */
function readMobile(column: ImportColumn, text: string): CellReading {
  const phone = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}‐‑‒–—―−-]/gu, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(phone) ? fine(phone) : wrong(column, 'mobile.unreadable', { value: text });
}

function readNumber(
  column: ImportColumn,
  text: string,
  type: { readonly whole?: true; readonly most: number },
): CellReading {
  const number = Number(text.normalize('NFKC').replace(/[,\s]/g, ''));
  if (!Number.isFinite(number) || (type.whole && !Number.isInteger(number)))
    return wrong(column, 'number.unreadable', { value: text });
  if (number <= 0) return wrong(column, 'number.not-positive', { value: text });
  return number > type.most ? wrong(column, 'number.too-large', { value: text, limit: type.most }) : fine(number);
}

function readWord(column: ImportColumn, text: string, choices: readonly ImportChoice[]): CellReading {
  const value = text.trim();
  const reading: ChoiceReading = readChoice(value, choices);
  if (reading.kind === 'choice') return fine(reading.value);
  if (reading.kind === 'unknown')
    return wrong(column, 'choice.unknown', {
      value,
      choices: choices.map(({ zh }) => zh).join('、'),
      choicesEn: choices.map(({ en }) => en).join(', '),
    });
  const { choice } = reading;
  const params = { value, suggestion: choice.zh, suggestionEn: choice.en };
  return mendable(column, params, { fix: choice.value, code: 'choice.near', show: choice.zh });
}
