import { Worker } from 'node:worker_threads';
import type { DuplicateHit, DuplicatePair } from '@zhitong/domain/directory/duplicate-index';
import type { IdentityFacts } from '@zhitong/domain/directory/duplicate-record';
import type { PlaceRow } from '@zhitong/domain/directory/name-places';

/** A record of the city, and how often it changed. */
export type KnownFacts = IdentityFacts & { readonly version: number };

export interface DuplicateTask {
  readonly places: readonly PlaceRow[];
  readonly city: string;
}

/** How many records the index holds and how often they changed: the directory of the same figures is the same directory. */
export interface IndexMark {
  readonly count: number;
  readonly versions: number;
}

/** What the thread is asked. */
export type DuplicateQuestion =
  | { readonly is: 'put'; readonly facts: readonly KnownFacts[]; readonly gone: readonly string[] }
  | { readonly is: 'check'; readonly facts: readonly IdentityFacts[]; readonly limit: number }
  | { readonly is: 'pairs' };

interface Answers {
  readonly put: IndexMark;
  readonly check: readonly (readonly DuplicateHit[])[];
  readonly pairs: readonly DuplicatePair[];
}

export interface DuplicateAsked {
  readonly id: number;
  readonly question: DuplicateQuestion;
}

export interface DuplicateAnswered {
  readonly id: number;
  readonly answer: Answers[keyof Answers];
}

const megabytes = 4096;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** The index of a city in a thread of its own: neither building nor asking it holds up the server. */
export class DuplicateThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(task: DuplicateTask) {
    this.#worker = new Worker(new URL('./duplicate-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.#worker.unref();
    this.#worker.on('message', ({ id, answer }: DuplicateAnswered) => {
      this.#waiting.get(id)?.resolve(answer as never);
      this.#waiting.delete(id);
    });
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#end(new Error('the thread of the duplicate index has ended')));
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  ask<Q extends DuplicateQuestion>(question: Q): Promise<Answers[Q['is']]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#asked;
    const answered = new Promise<Answers[Q['is']]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.postMessage({ id, question } satisfies DuplicateAsked);
    return answered;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
