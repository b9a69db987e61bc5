import { type RawBuilder, sql } from 'kysely';
import { auditSelect } from './audit-format.ts';
import type { ChainRow } from './chain.ts';
import type { ChainHead } from './chain-proof.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';

const batch = 5_000;

interface TrailRange {
  readonly city: string;
  /** the cursor behind which the range begins */
  readonly after: number;
  readonly to: number;
}

/** Sealed entries of a city in order, as texts: each the part that its reader may see, and the digest of the other. */
export function readTrail(database: Database, range: TrailRange): AsyncGenerator<readonly ChainRow[]> {
  return readBatches(
    database,
    range,
    (batchOf) => sql`select ${sql.raw(auditSelect)}, a.position, a.hash from ${batchOf} a`,
  );
}

/** The same with the confidential part, to hold it against its digest; it leaves the house in no reply and no file. */
export function readTrailToProve(database: Database, range: TrailRange): AsyncGenerator<readonly ChainRow[]> {
  // `limit 1`: looked up entry by entry, never joined with the whole table anew for each batch
  return readBatches(
    database,
    range,
    (batchOf) => sql`select ${sql.raw(auditSelect)}, a.position, a.hash, c.salt, c.said from ${batchOf} a
      left join lateral (select c.salt, c.said from audit_confidential c
        where c.city = ${range.city} and c.entry_id = a.id limit 1) c on true`,
  );
}

/** One short transaction a batch; while one is worked on, the next is on its way. */
async function* readBatches(
  database: Database,
  { city, after, to }: TrailRange,
  query: (batchOf: RawBuilder<unknown>) => RawBuilder<unknown>,
) {
  const read = (from: number) =>
    inContext(database, { city, viewer: 'system' }, async (tx) => {
      const batchOf = sql`(select * from audit_entry where city = ${city} and position > ${from} and position <= ${to}
        order by position, id limit ${batch})`;
      const { rows } = await sql<ChainRow & { position: number }>`${query(batchOf)} order by a.position, a.id`.execute(
        tx,
      );
      return rows;
    });
  let coming = after < to ? read(after) : undefined;
  while (coming !== undefined) {
    const rows = await coming;
    const last = rows.at(-1);
    coming = last !== undefined && rows.length === batch ? read(last.position) : undefined;
    // whoever stops early leaves a batch behind that nobody waits for
    coming?.catch(() => undefined);
    if (rows.length > 0) yield rows;
  }
}

export interface TrailState {
  readonly head: ChainHead;
  /** the highest position given to an entry; beside the head only where somebody tampered */
  readonly last: number;
  /** committed a moment ago and not numbered yet */
  readonly unsealed: number;
  readonly oldestUnsealed: Date | null;
}

/** How far the trail of a city reaches, in one statement, so that no seal falls in between. */
export function readTrailState(database: Database, city: string): Promise<TrailState> {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const { rows } = await sql<{
      position: number | null;
      hash: string | null;
      last: number | null;
      unsealed: number;
      oldest: Date | null;
    }>`
      select head.position, head.hash, seen.last, waiting.unsealed, waiting.oldest
      from (select max(position) as last from audit_entry where city = ${city}) seen,
        (select count(*)::int as unsealed, min(at) as oldest from audit_entry where city = ${city} and position is null) waiting
        left join audit_head head on head.city = ${city}`.execute(tx);
    const [row] = rows;
    return {
      head: { position: row?.position ?? 0, hash: row?.hash ?? '' },
      last: row?.last ?? 0,
      unsealed: row?.unsealed ?? 0,
      oldestUnsealed: row?.oldest ?? null,
    };
  });
}
