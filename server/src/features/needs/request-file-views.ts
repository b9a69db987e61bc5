import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import { mostFilesOfRequest } from '@zhitong/domain/needs/request-file';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Whoever reads the case reads these; without their bytes. */
export async function listRequestFiles(
  tx: Tx,
  { city, needId }: { city: string; needId: string },
): Promise<RequestFile[]> {
  const { rows } = await sql<RequestFile>`
    select f.id, f.name, f.type, f.bytes from request_file r
    join stored_file f on f.city = r.city and f.id = r.file_id
    where r.city = ${city} and r.need_id = ${needId} order by r.added_at, f.stored_at, f.id limit ${mostFilesOfRequest}`.execute(
    tx,
  );
  return rows;
}

/** The same of several needs, by need: only what the reader may see of each. */
export async function listFilesOfNeeds(
  tx: Tx,
  { city, needIds }: { city: string; needIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly RequestFile[]>> {
  const ids = `{${[...new Set(needIds)].join(',')}}`;
  const { rows } = await sql<RequestFile & { needId: string }>`
    select r.need_id as "needId", f.id, f.name, f.type, f.bytes from request_file r
    join stored_file f on f.city = r.city and f.id = r.file_id
    where r.city = ${city} and r.need_id = any(${ids}::uuid[]) order by r.added_at, f.stored_at, f.id
    limit ${mostFilesOfRequest * Math.max(1, needIds.length)}`.execute(tx);
  const byNeed = Map.groupBy(rows, ({ needId }) => needId);
  return new Map([...byNeed].map(([needId, files]) => [needId, files.map(({ needId: _of, ...file }) => file)]));
}
