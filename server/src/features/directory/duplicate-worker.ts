import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { DuplicateIndex, type DuplicatePair } from '@zhitong/domain/directory/duplicate-index';
import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import type { DuplicateAnswered, DuplicateAsked, DuplicateQuestion, DuplicateTask } from './duplicate-thread.ts';

const port = parentPort;
if (port) {
  const { places, city } = workerData as DuplicateTask;
  const index = new DuplicateIndex(newPlaceNames(places, city));
  const versions = new Map<string, number>();
  const told = { count: 0, versions: 0 };
  port.on('message', async ({ id, question }: DuplicateAsked) => {
    const answer = await answerTo(question);
    port.postMessage({ id, answer } satisfies DuplicateAnswered);
  });

  async function answerTo(question: DuplicateQuestion): Promise<DuplicateAnswered['answer']> {
    if (question.is === 'pairs') return sweep();
    if (question.is === 'check') return question.facts.map((facts) => index.check(facts, question.limit));
    for (const id of question.gone) drop(id);
    for (const { version, ...facts } of question.facts) {
      if (versions.get(facts.id) === version) continue;
      drop(facts.id);
      index.put(facts);
      versions.set(facts.id, version);
      told.count += 1;
      told.versions += version;
    }
    return { ...told };
  }

  function drop(id: string): void {
    const version = versions.get(id);
    if (version === undefined) return;
    index.remove(id);
    versions.delete(id);
    told.count -= 1;
    told.versions -= version;
  }

  async function sweep(): Promise<readonly DuplicatePair[]> {
    const found: DuplicatePair[] = [];
    for (const pair of index.pairs()) {
      found.push(pair);
      // whoever types meanwhile is answered between two pairs
      await setImmediate();
    }
    return found;
  }
}
