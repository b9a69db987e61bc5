import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow, PostRow } from './city-rows.ts';
import { cell, listCell, optionalCell, type TableRow } from './csv-table.ts';
import type { DutyRow, LeaveRow } from './directory-rows.ts';
import { addDays } from './seed-clock.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

/** How many matters each body answers for, by the body's id. */
export function countMatters(files: CityFiles, bodies: readonly OrganisationRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of files.duties) {
    const { id } = bodyOf(row, bodies);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

interface DutyContext {
  readonly random: SeededRandom;
  readonly bodies: readonly OrganisationRow[];
  readonly posts: readonly PostRow[];
}

/** The duty table: the handlers of a body own its matters in turn, and the next one in the row deputises. */
export function makeDuties(files: CityFiles, { random, bodies, posts }: DutyContext): DutyRow[] {
  const turns = new Map<string, number>();
  return files.duties.map((row) => {
    const { id: bodyId, city } = bodyOf(row, bodies);
    const handlers = posts.filter(({ organisationId, role }) => organisationId === bodyId && role === 'handler');
    const turn = turns.get(bodyId) ?? 0;
    turns.set(bodyId, turn + 1);
    const owner = handlers[turn % handlers.length];
    const deputy = handlers[(turn + 1) % handlers.length];
    if (owner === undefined || deputy === undefined || owner === deputy)
      throw new Error(`${cell(row, 'body')} has not two handlers.`);
    const named = { bodyId, ownerPostId: owner.id, deputyPostId: deputy.id };
    return {
      id: seededId(random, foundingInstant),
      termId: seededId(random, foundingInstant),
      city,
      ...named,
      ...readMatter(row),
    };
  });
}

function readMatter(row: TableRow) {
  return {
    number: cell(row, 'number'),
    title: cell(row, 'matter'),
    description: cell(row, 'description'),
    words: listCell(row, 'words'),
    list: oneOf(needLists, cell(row, 'list')),
    class: oneOf(classes, cell(row, 'class')),
    level: oneOf(levels, cell(row, 'level')),
    basis: optionalCell(row, 'law'),
  };
}

const needLists = ['problem', 'funding', 'sourcing', 'technology'] as const;
const classes = ['simple', 'normal', 'complex'] as const;
const levels = ['city', 'district'] as const;

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`${text} is none of ${words.join(', ')}.`);
  return found;
}

function bodyOf(row: TableRow, bodies: readonly OrganisationRow[]): OrganisationRow {
  const body = bodies.find(({ kind, shortName }) => kind === 'department' && shortName === cell(row, 'body'));
  if (body === undefined) throw new Error(`The duty table names ${cell(row, 'body')}, which is no body.`);
  return body;
}

/** From which day, counted from today, the owners of these matters are away, and for how many days. */
const absences = [
  { matter: 1, from: -2, days: 7 },
  { matter: 26, from: -1, days: 4 },
  { matter: 60, from: 3, days: 10 },
  { matter: 118, from: 0, days: 2 },
  { matter: 190, from: -5, days: 30 },
  { matter: 260, from: 10, days: 5 },
] as const;

/** A few owners are on leave around the day the city is made; their deputies stand in. */
export function makeLeaves(
  duties: readonly DutyRow[],
  { random, posts, today }: { random: SeededRandom; posts: readonly PostRow[]; today: string },
): LeaveRow[] {
  const holders = new Map(posts.map((post) => [post.id, post.personId]));
  return absences.flatMap(({ matter, from, days }) => {
    const duty = duties[matter];
    const personId = holders.get(duty?.ownerPostId ?? '');
    if (duty === undefined || personId === undefined) return [];
    const { city, bodyId, ownerPostId: postId, deputyPostId: coverPostId } = duty;
    const since = addDays(today, from);
    const id = seededId(random, foundingInstant);
    return [{ id, city, bodyId, postId, personId, coverPostId, since, until: addDays(since, days) }];
  });
}
