import type { DutyClass, DutyLevel, DutyList } from '@zhitong/domain/directory/duty';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

interface Facts {
  readonly city: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly words: readonly string[];
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly level: DutyLevel;
  readonly basis: string | null;
}

export async function findDutyFacts(tx: Tx, { city, id }: { city: string; id: string }) {
  const row = await tx
    .selectFrom('duty')
    .select(['number', 'title', 'description', 'words', 'list', 'class', 'level', 'basis'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      list: wordColumn<DutyList>(row.list),
      class: wordColumn<DutyClass>(row.class),
      level: wordColumn<DutyLevel>(row.level),
    }
  );
}

export async function findDutyNumber(tx: Tx, { city, number }: { city: string; number: string }) {
  return tx
    .selectFrom('duty')
    .select(['id', 'title'])
    .where('city', '=', city)
    .where('number', '=', number)
    .executeTakeFirst();
}

export async function insertDuty(tx: Tx, duty: Facts & { from: string; at: Date; source: string }): Promise<void> {
  const { city, id, number, title, description, words, list, level, basis } = duty;
  await tx
    .insertInto('duty')
    .values({
      ...{ city, id, number, title, description, words: [...words], list, level, basis, class: duty.class },
      ...{ valid_from: duty.from, source: duty.source, created_at: duty.at },
    })
    .execute();
}

export async function updateDutyFacts(tx: Tx, duty: Facts): Promise<void> {
  const { number, title, description, words, list, level, basis } = duty;
  await tx
    .updateTable('duty')
    .set({ number, title, description, words: [...words], list, level, basis, class: duty.class })
    .where('city', '=', duty.city)
    .where('id', '=', duty.id)
    .execute();
}
