import { parentPort, workerData } from 'node:worker_threads';
import { ImportChecker } from '@zhitong/domain/directory/import-check';
import { importDefinition } from '@zhitong/domain/directory/import-definition';
import { findImportHeader, type ImportHeader } from '@zhitong/domain/directory/import-header';
import { RegionBook } from '@zhitong/domain/directory/import-region';
import { columnLetters, sheetLimits } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { readSheet } from '#platform/sheet-reader';
import type { ImportTask, ImportTold } from './import-reading.ts';

const stretch = 500;

// A thread of its own: a file that eats memory or time ends the thread, never the server.
const port = parentPort;
if (port) await work(workerData as ImportTask, (told) => port.postMessage(told));

async function work(task: ImportTask, tell: (told: ImportTold) => void): Promise<void> {
  try {
    const table = await readSheet({ name: task.name, content: Buffer.from(task.content) }, sheetLimits);
    const definition = importDefinition(task.kind);
    const header = readHeader(task, table);
    const rows = table.rows.slice(header.row + 1);
    if (rows.length === 0) throw new Refusal('sheet.empty');
    if (rows.length > sheetLimits.rows) throw new Refusal('sheet.too-many-rows', { limit: sheetLimits.rows });
    const book = { regions: new RegionBook(task.regions, task.city), today: task.today, fixes: new Set(task.fixes) };
    const checker = new ImportChecker(definition, header, book);
    for (let from = 0; from < rows.length; from += stretch) {
      const checked = rows.slice(from, from + stretch).map((row) => checker.check(row));
      tell({ is: 'rows', rows: checked, done: from + checked.length, total: rows.length });
    }
    tell({
      is: 'end',
      ignored: header.ignored,
      places: lettersOf(header),
      headingLine: table.rows[header.row]?.line ?? 1,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ is: 'refused', code: error.code, details: error.details });
  }
}

function lettersOf({ places }: ImportHeader): Readonly<Record<string, string>> {
  return Object.fromEntries([...places].map(([key, place]) => [key, columnLetters(place + 1)]));
}

function readHeader(task: ImportTask, table: Parameters<typeof findImportHeader>[0]): ImportHeader {
  const { columns } = importDefinition(task.kind);
  if (table.rows.length === 0) throw new Refusal('sheet.empty');
  const header = findImportHeader(table, columns);
  const [first] = columns;
  if (!header) throw new Refusal('imports.no-headings', { example: first?.zh ?? '', exampleEn: first?.en ?? '' });
  if (header.absent.length > 0) {
    const names = header.absent.map(({ zh }) => zh).join('、');
    throw new Refusal('imports.headings-missing', { names, namesEn: header.absent.map(({ en }) => en).join(', ') });
  }
  return header;
}
