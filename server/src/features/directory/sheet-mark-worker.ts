import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@zhitong/domain/refusal';
import { sheetFormat } from '#platform/sheet-reader';
import { markCsv } from './sheet-mark-csv.ts';
import { markWorkbook } from './sheet-mark-xlsx.ts';
import type { MarkTask, MarkTold } from './sheet-marking.ts';

const port = parentPort;
if (port) await work(workerData as MarkTask, (told) => port.postMessage(told));

async function work(task: MarkTask, tell: (told: MarkTold) => void): Promise<void> {
  try {
    const given = { ...task, content: Buffer.from(task.content) };
    const csv = sheetFormat(given) === 'csv';
    tell({ is: 'file', content: csv ? await markCsv(given) : await markWorkbook(given) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ is: 'refused', code: error.code, details: error.details });
  }
}
