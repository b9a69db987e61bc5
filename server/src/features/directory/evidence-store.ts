import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';

/** Files of evidence a person handed in since a moment. */
export async function countEvidenceSince(
  tx: Tx,
  { personId, since }: { personId: string; since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom('stored_file')
    .select((count) => count.fn.countAll<number>().as('files'))
    .where('city', '=', enteredContext(tx).city)
    .where('person_id', '=', personId)
    .where('stored_at', '>', since)
    .where('kind', '=', 'evidence')
    .executeTakeFirstOrThrow();
  return row.files;
}

const unclaimed = sql`not exists (select 1 from claim_action a where a.city = f.city and a.file_ids @> array[f.id])`;

/** Files of a person that stand in no claim. System context: others' claims count too. */
export async function countUnclaimed(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files from stored_file f
    where f.city = ${enteredContext(tx).city} and f.person_id = ${personId} and f.kind = 'evidence' and ${unclaimed}`.execute(
    tx,
  );
  return rows[0]?.files ?? 0;
}

/** Bytes that people without a post handed in since a moment. System context. */
export async function sumStrangersBytes(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::int8 as bytes from stored_file
    where city = ${enteredContext(tx).city} and kind = 'evidence' and organisation_id is null and stored_at > ${since}`.execute(
    tx,
  );
  return rows[0]?.bytes ?? 0;
}

const unsent = sql`not exists (select 1 from request_file r where r.city = f.city and r.file_id = f.id)
  and not exists (select 1 from technology_file t where t.city = f.city and t.file_id = f.id)`;

/** Deletes what was handed in before a moment and went into no claim and with no request; answers what went. System context. */
export async function deleteUnclaimed(
  tx: Tx,
  { before, most }: { before: Date; most: number },
): Promise<{ files: number; bytes: number }> {
  const { city } = enteredContext(tx);
  const { rows } = await sql<{ id: string; bytes: number }>`
    select f.id, f.bytes from stored_file f
    where f.city = ${city} and f.stored_at < ${before}
      and (f.kind = 'evidence' and ${unclaimed} or f.kind = 'request-file' and ${unsent})
    order by f.stored_at, f.id limit ${most}`.execute(tx);
  if (rows.length === 0) return { files: 0, bytes: 0 };
  const ids = sql`${`{${rows.map(({ id }) => id).join(',')}}`}::uuid[]`;
  await sql`delete from stored_content where city = ${city} and file_id = any(${ids})`.execute(tx);
  await sql`delete from stored_file where city = ${city} and id = any(${ids})`.execute(tx);
  return { files: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}
