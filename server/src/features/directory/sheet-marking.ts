import { Worker } from 'node:worker_threads';
import type { Language } from '@zhitong/domain/language';
import { Refusal, type RefusalDetails } from '@zhitong/domain/refusal';

/** What is wrong with one row: the sentence for its last cell, and which of its cells are red or yellow. */
export interface RowMark {
  readonly line: number;
  readonly text: string;
  readonly red: readonly string[];
  readonly yellow: readonly string[];
}

export interface MarkTask {
  readonly name: string;
  readonly content: Uint8Array;
  readonly language: Language;
  readonly headingLine: number;
  readonly marks: readonly RowMark[];
}

export type MarkTold =
  | { readonly is: 'file'; readonly content: Uint8Array }
  | { readonly is: 'refused'; readonly code: string; readonly details: RefusalDetails };

const limits = { megabytes: 1_024, milliseconds: 120_000 };

/** The same file with its faults marked, made in a thread of its own: a workbook that is hard to open ends the thread only. */
export async function markSheet(task: MarkTask): Promise<Buffer> {
  const worker = new Worker(new URL('./sheet-mark-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const tooHard = setTimeout(() => void worker.terminate(), limits.milliseconds);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.on('message', (told: MarkTold) => {
        if (told.is === 'file') resolve(Buffer.from(told.content));
        else reject(new Refusal(told.code, told.details));
      });
      worker.on('error', () => reject(new Refusal('sheet.too-hard')));
      worker.on('exit', () => reject(new Refusal('sheet.too-hard')));
    });
  } finally {
    clearTimeout(tooHard);
    await worker.terminate();
  }
}
