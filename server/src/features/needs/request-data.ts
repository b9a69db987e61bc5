import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutsideTopic } from '@zhitong/domain/needs/request-router';
import type { SynonymGroup } from '@zhitong/domain/needs/request-thesaurus';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'data', 'request-routing');

/** Everyday words and what the duty tables of China call it (data/request-routing/README.md). */
export function readSynonyms(): readonly SynonymGroup[] {
  return readRows('synonyms.csv').map(([official = '', everyday = '']) => ({
    official,
    everyday: everyday.split('|'),
  }));
}

/** Requests written for the demo duty table, by the number of their matter. */
export function readDemoExamples(): readonly { readonly text: string; readonly number: string }[] {
  return readRows('build.csv').map(([, text = '', number = '']) => ({ text, number }));
}

/** What firms ask that no matter of the table covers, by topic (data/request-routing/README.md). */
export function readOutsideTopics(): readonly OutsideTopic[] {
  const topics = Map.groupBy(readRows('outside.csv'), ([, , topic = '']) => topic);
  return [...topics.values()].map((rows) => ({ texts: rows.map(([, text = '']) => text) }));
}

/** Files of our own: no field is quoted and none holds a comma, which their test sees to (bench/request-routing.test.ts). */
function readRows(name: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split(','));
}
