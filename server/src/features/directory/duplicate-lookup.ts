import { DuplicateIndex } from '@zhitong/domain/directory/duplicate-index';
import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';

export interface KnownOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly creditCode: string | null;
}

export interface CityDirectory {
  readonly index: DuplicateIndex;
  readonly known: ReadonlyMap<string, KnownOrganisation>;
}

/** The directory of a city as the matcher reads it, made again when an organisation was entered or changed. */
export class DuplicateLookup {
  readonly #database: Database;
  readonly #kept = new Map<string, { readonly mark: string; readonly directory: CityDirectory }>();

  constructor(database: Database) {
    this.#database = database;
  }

  directoryOf(city: string): Promise<CityDirectory> {
    return inContext(this.#database, { city, viewer: 'system' }, async (tx) => {
      const mark = await readMark(tx, city);
      const kept = this.#kept.get(city);
      if (kept?.mark === mark) return kept.directory;
      const directory = await readDirectory(tx, city);
      this.#kept.set(city, { mark, directory });
      return directory;
    });
  }
}

/** Changes whenever a row of the city does: how many there are, how often they changed and when last. */
async function readMark(tx: Tx, city: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('/', count(*), sum(version), max(changed_at), max(created_at)) as mark from organisation
    where city = ${city} and merged_into is null`.execute(tx);
  return rows[0]?.mark ?? '';
}

async function readDirectory(tx: Tx, city: string): Promise<CityDirectory> {
  const regions = await tx
    .selectFrom('region')
    .select(['code', 'name', 'level', 'replaced_by as replacedBy'])
    .execute();
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'short_name', 'credit_code', 'registered_address', 'working_address', 'region'])
    .where('city', '=', city)
    .where('merged_into', 'is', null)
    .execute();
  const facts = rows.map((row) => ({
    ...{
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      creditCode: row.credit_code,
      region: row.region ?? city,
    },
    addresses: [row.registered_address, row.working_address].filter((address) => address !== null),
  }));
  return {
    index: new DuplicateIndex(newPlaceNames(regions, city), facts),
    known: new Map(rows.map(({ id, kind, name, credit_code }) => [id, { id, kind, name, creditCode: credit_code }])),
  };
}
