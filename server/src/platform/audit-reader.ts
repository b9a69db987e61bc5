import { sql } from 'kysely';
import { auditChain } from './audit-sealer.ts';
import type { ChainRow } from './chain.ts';
import type { ChainHead } from './chain-proof.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';

/** small enough that hashing a batch keeps no request waiting */
const batch = 1_000;

/** Sealed entries of a city in order, behind one position and up to another; one short transaction a batch. */
export async function* readTrail(
  database: Database,
  { city, after, to }: { city: string; after: number; to: number },
): AsyncGenerator<readonly ChainRow[]> {
  const columns = sql.join(['position', 'hash', ...auditChain.columns].map((column) => sql.ref(column)));
  for (let from = after; from < to; ) {
    const { rows } = await inContext(database, { city, viewer: 'system' }, (tx) =>
      sql<ChainRow & { position: number }>`select ${columns} from audit_entry
        where city = ${city} and position > ${from} and position <= ${to} order by position, id limit ${batch}`.execute(
        tx,
      ),
    );
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    from = rows.at(-1)?.position ?? to;
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
