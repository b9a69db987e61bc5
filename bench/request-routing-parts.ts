import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textHash } from '@zhitong/algorithms/search/text-hash';
import { dutyClasses, dutyLists } from '@zhitong/domain/directory/duty';
import type { OutsideTopic, RoutedMatter } from '@zhitong/domain/needs/request-router';
import type { SynonymGroup } from '@zhitong/domain/needs/request-thesaurus';
import { readCsv } from './csv-rows.ts';

const folder = join(import.meta.dirname, '..', 'data');
const testFile = join(folder, 'request-routing', 'test.csv');

/** A request with its right matter; `also` are others one could defend. */
export interface JudgedRequest {
  readonly id: string;
  readonly text: string;
  readonly matter: string;
  readonly also: readonly string[];
}

export interface RoutingParts {
  readonly matters: readonly RoutedMatter[];
  readonly synonyms: readonly SynonymGroup[];
  readonly build: readonly JudgedRequest[];
  /** texts that ask for nothing a body could be found for */
  readonly nothing: readonly string[];
  /** requests no matter of the table covers, by topic */
  readonly outside: readonly OutsideTopic[];
  /** one in three of them, by a hash of the id; the router of the bench is not told of these */
  readonly outsideUnseen: readonly string[];
  /** undefined: nobody has written it yet */
  readonly test: readonly JudgedRequest[] | undefined;
}

export function readRoutingParts(): RoutingParts {
  const matters = readMatters();
  const known = new Set(matters.map(({ id }) => id));
  const outside = readCsv(join(folder, 'request-routing', 'outside.csv'), ['id', 'text', 'topic']);
  const told = outside.filter((row) => !isHeldOut(row));
  return {
    matters,
    synonyms: readCsv(join(folder, 'request-routing', 'synonyms.csv'), ['official', 'everyday']).map(
      ({ official, everyday }) => ({ official, everyday: everyday.split('|') }),
    ),
    build: readJudged(join(folder, 'request-routing', 'build.csv'), known),
    nothing: readCsv(join(folder, 'request-routing', 'nothing.csv'), ['text']).map(({ text }) => text),
    outside: [...Map.groupBy(told, ({ topic }) => topic).values()].map((rows) => ({
      texts: rows.map(({ text }) => text),
    })),
    outsideUnseen: outside.filter(isHeldOut).map(({ text }) => text),
    test: existsSync(testFile) ? readJudged(testFile, known) : undefined,
  };
}

/** One in three, by a hash of the id, routed by a router that was not told of them. */
export function isHeldOut({ id }: { readonly id: string }): boolean {
  return Number.parseInt(textHash(id).slice(0, 8), 16) % 3 === 0;
}

function readJudged(file: string, known: ReadonlySet<string>): JudgedRequest[] {
  return readCsv(file, ['id', 'text', 'matter', 'also']).map(({ id, text, matter, also }) => {
    const others = also.split(/[|;、\s]+/).filter((number) => number !== '');
    const stranger = [matter.trim(), ...others].find((number) => !known.has(number));
    if (stranger !== undefined)
      throw new Error(`${file}: ${id} names ${stranger}, which is no matter of the duty table`);
    return { id, text, matter: matter.trim(), also: others };
  });
}

function readMatters(): RoutedMatter[] {
  const columns = ['number', 'matter', 'body', 'list', 'class', 'description', 'words', 'law'] as const;
  return readCsv(join(folder, 'demo-city', 'duties.csv'), columns).map((row) => ({
    ...{ id: row.number, title: row.matter, description: row.description, basis: row.law },
    words: row.words.split('|'),
    list: oneOf(dutyLists, row.list),
    class: oneOf(dutyClasses, row.class),
    body: { id: row.body, name: row.body },
  }));
}

function oneOf<T extends string>(all: readonly T[], written: string): T {
  const found = all.find((one) => one === written);
  if (found === undefined) throw new Error(`duties.csv: ${written} is none of ${all.join(', ')}`);
  return found;
}
