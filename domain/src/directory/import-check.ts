import { type ImportBook, type ImportValue, type ImportValues, readImportCell } from './import-cell.ts';
import type { ImportColumn } from './import-column.ts';
import type { ImportDefinition } from './import-definition.ts';
import { findingGroup, type ImportFinding } from './import-finding.ts';
import type { ImportHeader } from './import-header.ts';
import { emptyCell, type SheetRow } from './sheet.ts';

/** A row of the sheet as it will be written, or why it will not. */
export interface CheckedRow {
  readonly line: number;
  /** what stood in the cells of the template's columns, for showing */
  readonly shown: Readonly<Record<string, string>>;
  readonly values: ImportValues;
  readonly findings: readonly ImportFinding[];
}

/** Checks rows one after the other; it remembers what it has seen, so that a second row of the same is noticed. */
export class ImportChecker {
  readonly #definition: ImportDefinition;
  readonly #header: ImportHeader;
  readonly #book: ImportBook;
  readonly #seen: readonly Map<string, number>[];

  constructor(definition: ImportDefinition, header: ImportHeader, book: ImportBook) {
    this.#definition = definition;
    this.#header = header;
    this.#book = book;
    this.#seen = definition.unique.map(() => new Map());
  }

  check(row: SheetRow): CheckedRow {
    const shown: Record<string, string> = {};
    const values: Record<string, ImportValue> = {};
    const findings: ImportFinding[] = [];
    for (const column of this.#definition.columns) {
      const cell = this.#cellOf(row, column);
      const reading = readImportCell(column, cell, this.#book);
      if (cell.kind !== 'empty') shown[column.key] = cell.text.slice(0, 200);
      values[column.key] = reading.value;
      findings.push(...reading.findings);
    }
    findings.push(...this.#definition.judge(values, this.#book.today), ...this.#repeated(row.line, values));
    return { line: row.line, shown, values, findings: findings.filter((finding) => !this.#isMended(finding)) };
  }

  #cellOf(row: SheetRow, { key }: ImportColumn) {
    const place = this.#header.places.get(key);
    return place === undefined ? emptyCell : (row.cells[place] ?? emptyCell);
  }

  #repeated(line: number, values: ImportValues): readonly ImportFinding[] {
    return this.#definition.unique.flatMap((keys, index) => {
      const parts = keys.map((key) => values[key] ?? null);
      const [column] = keys;
      if (column === undefined || parts[0] === null) return [];
      const identity = JSON.stringify(parts).normalize('NFKC').replace(/\s/g, '');
      const first = this.#seen[index]?.get(identity);
      if (first === undefined) {
        this.#seen[index]?.set(identity, line);
        return [];
      }
      return [{ column, code: 'duplicate.in-file', severity: 'error', params: { line: first } }] as const;
    });
  }

  /** The person said [全部改正]: the value is the mended one already. */
  #isMended(finding: ImportFinding): boolean {
    return finding.fix !== undefined && this.#book.fixes.has(findingGroup(finding));
  }
}
