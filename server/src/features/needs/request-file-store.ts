import { mostFilesOfRequest } from '@zhitong/domain/needs/request-file';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** Files of requests a person handed in since a moment. */
export async function countRequestFilesSince(
  tx: Tx,
  { city, personId, since }: { city: string; personId: string; since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom('stored_file')
    .select((count) => count.fn.countAll<number>().as('files'))
    .where('city', '=', city)
    .where('person_id', '=', personId)
    .where('kind', '=', 'request-file')
    .where('stored_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.files;
}

export interface Attaching {
  readonly city: string;
  readonly needId: string;
  /** the firm that handed them in */
  readonly organisationId: string;
  readonly files: readonly string[];
  readonly at: Date;
}

/** Files go with one request, once. Requires: the case of the need is there, and locked or new. */
export async function attachFiles(tx: Tx, { city, needId, organisationId, files, at }: Attaching): Promise<void> {
  const wanted = [...new Set(files)];
  if (wanted.length === 0) return;
  const ids = sql`${`{${wanted.join(',')}}`}::uuid[]`;
  const { rows } = await sql<{ file_id: string }>`
    insert into request_file (city, file_id, need_id, added_at)
    select f.city, f.id, ${needId}, ${at} from stored_file f
    where f.city = ${city} and f.id = any(${ids}) and f.kind = 'request-file' and f.organisation_id = ${organisationId}
      and not exists (select 1 from request_file r where r.city = f.city and r.file_id = f.id)
      and (select count(*) from request_file r where r.city = ${city} and r.need_id = ${needId}) + ${wanted.length} <= ${mostFilesOfRequest}
    returning file_id`.execute(tx);
  if (rows.length < wanted.length) throw new Refusal('needs.file-gone', { count: wanted.length - rows.length });
}
