import { namePartsOf } from '@zhitong/domain/directory/organisation-name-parts';
import { type RawBuilder, sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';

export interface SearchedFacts {
  readonly name: string;
  readonly shortName: string | null;
  readonly nameEn: string | null;
  readonly former?: readonly string[];
}

/** Makes anew what a search for this organisation may begin with. System context. */
export async function writeNameParts(
  tx: Tx,
  { city, id }: { readonly city: string; readonly id: string },
  facts: SearchedFacts,
): Promise<void> {
  await tx.deleteFrom('organisation_name_part').where('city', '=', city).where('organisation_id', '=', id).execute();
  await insertParts(tx, city, [{ id, ...facts }]);
  await copyAwayParts(tx, city, sql`= ${id}`);
}

/** What organisations were called before: somebody may still know them by it. */
async function readFormerNames(tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('organisation_past')
    .select(['organisation_id as id', 'name'])
    .where('city', '=', city)
    .where('organisation_id', 'in', ids)
    .execute();
  const names = new Map<string, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** Everything a search for it may begin with: its names from each character on, the first letters of their sounds. */
export function searchPartsOf(facts: SearchedFacts): readonly string[] {
  return namePartsOf({ ...facts, former: facts.former ?? [], initials: initialsOf(facts) });
}

const batch = 500;

/** Makes the parts of organisations that bulk writers left without, until none is left. Answers how many there were. */
export async function fillNameParts(database: Database, city: string): Promise<number> {
  for (let filled = 0; ; ) {
    const count = await inContext(database, { city, viewer: 'system' }, async (tx) => {
      const rows = await tx
        .selectFrom('organisation')
        .select(['id', 'name', 'short_name as shortName', 'name_en as nameEn'])
        .where('city', '=', city)
        .where('parts_of', 'is', null)
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await tx
        .deleteFrom('organisation_name_part')
        .where('city', '=', city)
        .where('organisation_id', 'in', ids)
        .execute();
      await insertParts(tx, city, rows);
      return ids.length;
    });
    filled += count;
    if (count < batch) {
      if (filled > 0)
        await inContext(database, { city, viewer: 'system' }, async (tx) => {
          await holdHeads(tx, city);
          await copyAwayParts(tx, city, sql`is not null`);
        });
      return filled;
    }
  }
}

/** Until this is written nobody splits: what a split has taken from a record is not copied to it again. In the order of ids, as a split. */
async function holdHeads(tx: Tx, city: string): Promise<void> {
  await sql`
    select id from organisation where city = ${city}
      and id in (select merged_into from organisation where city = ${city} and merged_into is not null)
    order by id for share`.execute(tx);
}

/** Whoever looks for a record that was merged away, by its name or its code, finds the one that stands for it now. */
async function copyAwayParts(tx: Tx, city: string, heads: RawBuilder<unknown>): Promise<void> {
  await sql`
    with recursive away (head, id) as (
      select merged_into, id from organisation where city = ${city} and merged_into ${heads}
      union select away.head, o.id from organisation o join away on o.merged_into = away.id where o.city = ${city})
    insert into organisation_name_part (city, organisation_id, name, part)
    select ${city}, kept.id, kept.name, told.part from away join organisation kept on kept.city = ${city} and kept.id = away.head
      join lateral (
        select p.part from organisation_name_part p where p.city = ${city} and p.organisation_id = away.id
        union select lower(o.credit_code) from organisation o where o.city = ${city} and o.id = away.id and o.credit_code is not null
      ) told on true
    on conflict do nothing`.execute(tx);
}

async function insertParts(tx: Tx, city: string, rows: readonly (SearchedFacts & { readonly id: string })[]) {
  const names = await readFormerNames(
    tx,
    city,
    rows.map(({ id }) => id),
  );
  const parts = rows.flatMap((row) => {
    const found = searchPartsOf({ ...row, former: names.get(row.id) ?? [] });
    return found.map((part) => ({ id: row.id, name: row.name, part }));
  });
  const column = (name: 'id' | 'name' | 'part') => parts.map((part) => part[name]);
  await sql`insert into organisation_name_part (city, organisation_id, name, part)
    select ${city}, id, name, part from unnest(${column('id')}::uuid[], ${column('name')}::text[], ${column('part')}::text[])
      as made (id, name, part) on conflict do nothing`.execute(tx);
  await sql`update organisation set parts_of = name
    where city = ${city} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
}

/** `威高集团` → `wgjt`, for each name it has. */
function initialsOf({ name, shortName, former = [] }: SearchedFacts): readonly string[] {
  return [name, shortName ?? '', ...former]
    .filter((text) => /\p{Script=Han}/u.test(text))
    .map((text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(''))
    .map((letters) => letters.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
