import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inContext } from './context.ts';
import type { Database, Tx } from './database.ts';

const batch = 1000;

/**
 * Numbers and hash-chains the committed, unsealed events of a city. The row lock on event_head makes one sealer at a time; only
 * committed rows are visible to it, so a position is never given to, or passed over for, an open transaction (house §5.11).
 * Answers the last position.
 */
export async function sealEvents(database: Database, city: string): Promise<number> {
  for (;;) {
    const sealed = await inContext(database, { city, viewer: 'system' }, (tx) => sealBatch(tx, city));
    if (sealed.count < batch) return sealed.position;
  }
}

interface Unsealed {
  id: string;
  type: string;
  subject_id: string;
  audience: string[];
  actor_id: string | null;
  payload: unknown;
  at: Date;
}

async function sealBatch(tx: Tx, city: string): Promise<{ position: number; count: number }> {
  await tx
    .insertInto('event_head')
    .values({ city, position: 0, hash: '' })
    .onConflict((c) => c.doNothing())
    .execute();
  const head = await tx
    .selectFrom('event_head')
    .select(['position', 'hash'])
    .where('city', '=', city)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const rows: Unsealed[] = await tx
    .selectFrom('event')
    .select(['id', 'type', 'subject_id', 'audience', 'actor_id', 'payload', 'at'])
    .where('city', '=', city)
    .where('position', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(batch)
    .execute();
  let position = Number(head.position);
  if (rows.length === 0) return { position, count: 0 };
  let hash = head.hash;
  const numbered = rows.map((row) => {
    position += 1;
    hash = chainHash(hash, { city, position, row });
    return { id: row.id, position, hash };
  });
  await sql`update event set position = s.position, hash = s.hash
    from unnest(${numbered.map((n) => n.id)}::uuid[], ${numbered.map((n) => n.position)}::bigint[], ${numbered.map((n) => n.hash)}::text[])
      as s(id, position, hash)
    where event.city = ${city} and event.id = s.id`.execute(tx);
  await tx.updateTable('event_head').set({ position, hash }).where('city', '=', city).execute();
  return { position, count: rows.length };
}

/** SHA-256 over the hash before and every field of the row, keys of the payload in order. */
export function chainHash(before: string, at: { city: string; position: number; row: Unsealed }): string {
  const { row } = at;
  const fields = [
    before,
    at.city,
    at.position,
    row.id,
    row.type,
    row.subject_id,
    [...row.audience],
    row.actor_id,
    canonical(row.payload),
    row.at.toISOString(),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
