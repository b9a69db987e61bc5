import { Worker } from 'node:worker_threads';
import type { CheckedRow } from '@zhitong/domain/directory/import-check';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import type { ImportRegion } from '@zhitong/domain/directory/import-region';
import { Refusal, type RefusalDetails } from '@zhitong/domain/refusal';

/** What the thread is given: everything, so that it needs neither database nor clock. */
export interface ImportTask {
  readonly kind: ImportKind;
  readonly name: string;
  readonly content: Uint8Array;
  readonly city: string;
  readonly today: string;
  readonly fixes: readonly string[];
  readonly regions: readonly ImportRegion[];
}

export type ImportTold =
  | {
      readonly is: 'rows';
      readonly rows: readonly CheckedRow[];
      readonly done: number;
      readonly total: number;
    }
  | ({ readonly is: 'end' } & Pick<ImportReading, 'ignored' | 'places' | 'headingLine'>)
  | { readonly is: 'refused'; readonly code: string; readonly details: RefusalDetails };

export interface ImportReading {
  readonly rows: readonly CheckedRow[];
  readonly ignored: readonly string[];
  /** letters of the file's columns by the template's */
  readonly places: Readonly<Record<string, string>>;
  readonly headingLine: number;
}

export interface ReadingLimits {
  readonly megabytes: number;
  readonly milliseconds: number;
}

export const readingLimits: ReadingLimits = { megabytes: 768, milliseconds: 120_000 };

export interface Watching {
  readonly onProgress: (done: number, total: number) => void;
  /** ends the thread */
  readonly signal: AbortSignal;
  readonly limits?: ReadingLimits;
}

/** Reads and checks a file in a thread of its own. Throws the refusal of the file as a whole. */
export async function readImport(task: ImportTask, watching: Watching): Promise<ImportReading> {
  const { megabytes, milliseconds } = watching.limits ?? readingLimits;
  watching.signal.throwIfAborted();
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const tooHard = setTimeout(() => void worker.terminate(), milliseconds);
  const stop = () => void worker.terminate();
  watching.signal.addEventListener('abort', stop);
  try {
    return await collect(worker, watching);
  } finally {
    clearTimeout(tooHard);
    watching.signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function collect(worker: Worker, { onProgress, signal }: Watching): Promise<ImportReading> {
  const rows: CheckedRow[] = [];
  return new Promise((resolve, reject) => {
    worker.on('message', (told: ImportTold) => {
      if (told.is === 'refused') reject(new Refusal(told.code, told.details));
      else if (told.is === 'end') {
        const { ignored, places, headingLine } = told;
        resolve({ rows, ignored, places, headingLine });
      } else {
        for (const row of told.rows) rows.push(row);
        onProgress(told.done, told.total);
      }
    });
    worker.on('error', (error) => reject(outOfMemory(error) ? new Refusal('sheet.too-hard') : error));
    worker.on('exit', () => reject(signal.aborted ? signal.reason : new Refusal('sheet.too-hard')));
  });
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
