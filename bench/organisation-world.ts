import { searchPartsOf } from '@zhitong/server/features/directory/organisation-name-store';
import { testCity } from '@zhitong/server/testing/test-world';
import pg from 'pg';
import { type MadeOrganisation, regions } from './organisation-corpus.ts';

const partIndexes = [
  ['organisation_name_part_from', 'city, part, organisation_id'],
  ['organisation_name_part_head1', 'city, head1, name collate "zh-x-icu", organisation_id'],
  ['organisation_name_part_head2', 'city, head2, name collate "zh-x-icu", organisation_id) include (part'],
] as const;

/** Written as the owner of the cluster, past keys and policies: filling is not what is measured. */
export async function fillOrganisations(adminUrl: string, organisations: readonly MadeOrganisation[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(
      `set session_replication_role = 'replica'; ${partIndexes.map(([name]) => `drop index ${name}`).join('; ')}`,
    );
    for (const region of regions)
      await admin.query("insert into region (code, name, level, parent) values ($1, $1, 'county', $2)", [
        region,
        testCity,
      ]);
    for (let from = 0; from < organisations.length; from += chunk)
      await fillChunk(admin, organisations.slice(from, from + chunk));
    for (const [name, columns] of partIndexes)
      await admin.query(`create index ${name} on organisation_name_part (${columns})`);
    // what autovacuum does within minutes
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}

const chunk = 20_000;

async function fillChunk(admin: pg.Client, made: readonly MadeOrganisation[]): Promise<void> {
  const column = <T>(value: (one: MadeOrganisation) => T) => made.map(value);
  await admin.query(
    `insert into organisation (city, id, kind, name, short_name, parent_id, region, credit_code, parts_of, source, as_of, created_at)
     select $1, id, kind, name, short_name, parent, region, code, name, 'bench', '2026-11-23', now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[])
       as made (id, kind, name, short_name, parent, region, code)`,
    [
      ...[testCity, column(({ number }) => idOf(number)), column(({ kind }) => kind), column(({ name }) => name)],
      ...[column(({ shortName }) => shortName), column(({ parent }) => (parent === null ? null : idOf(parent)))],
      ...[column(({ region }) => region), column(({ creditCode }) => creditCode)],
    ],
  );
  const parts = made.flatMap((one) =>
    searchPartsOf({ ...one, nameEn: null }).map((part) => ({ id: idOf(one.number), name: one.name, part })),
  );
  await admin.query(
    `insert into organisation_name_part (city, organisation_id, name, part)
     select $1, id, name, part from unnest($2::uuid[], $3::text[], $4::text[]) as made (id, name, part)`,
    [testCity, parts.map(({ id }) => id), parts.map(({ name }) => name), parts.map(({ part }) => part)],
  );
}

function idOf(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
