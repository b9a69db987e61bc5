import type { CheckedRow } from '@zhitong/domain/directory/import-check';
import { identityOfRow } from '@zhitong/domain/directory/import-look-alikes';
import type { LookAlike } from '@zhitong/domain/directory/import-organisations';
import { isAccepted } from '@zhitong/domain/directory/import-placed';
import { inContext } from '#platform/context';
import type { DuplicateDeps } from './duplicate-service.ts';

const stretch = 500;

/** By line: the one of the directory, however large it is, that a good row looks like, by the matcher that watches over entering by hand. */
export async function findRowLookAlikes(
  { database, lookup }: Pick<DuplicateDeps, 'database' | 'lookup'>,
  city: string,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<number, LookAlike>> {
  const good = rows.filter(isAccepted);
  const found = new Map<number, string>();
  for (let from = 0; from < good.length; from += stretch) {
    const some = good.slice(from, from + stretch);
    const hits = await lookup.check(city, some.map(identityOfRow), 1);
    for (const [at, row] of some.entries()) {
      const [hit] = hits[at] ?? [];
      if (hit) found.set(row.line, hit.id);
    }
  }
  const ids = [...new Set(found.values())];
  const known = await inContext(database, { city, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('city', '=', city)
      .where('merged_into', 'is', null)
      .where((row) => row('id', '=', row.fn.any(row.val(ids))))
      .execute(),
  );
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return new Map(
    [...found].flatMap(([line, id]) => {
      const name = names.get(id);
      return name === undefined ? [] : [[line, { id, name }] as const];
    }),
  );
}
