import { sql } from 'kysely';
import type { Chain } from './chain.ts';
import { inContext } from './context.ts';
import type { Database, Tx } from './database.ts';

const batch = 1000;

interface Unsealed {
  readonly [column: string]: unknown;
  readonly id: string;
}

/**
 * Numbers and hash-chains the committed, unsealed rows of a city. The row lock on the head makes one sealer at a time; only
 * committed rows are visible to it, so a position is never given to, or passed over for, an open transaction (house §5.11), and
 * no commit ever waits for the chain. Answers the last position.
 */
export async function sealChain(database: Database, chain: Chain, city: string): Promise<number> {
  for (;;) {
    const sealed = await inContext(database, { city, viewer: 'system' }, (tx) => sealBatch(tx, chain, city));
    if (sealed.count < batch) return sealed.position;
  }
}

async function sealBatch(tx: Tx, chain: Chain, city: string): Promise<{ position: number; count: number }> {
  const head = await lockHead(tx, chain, city);
  const { rows } = await sql<Unsealed>`
    select ${sql.raw(chain.select)} from ${sql.table(chain.table)} a
    where a.city = ${city} and a.position is null order by a.at, a.id limit ${batch}`.execute(tx);
  let { position, hash } = head;
  if (rows.length === 0) return { position, count: 0 };
  const numbered = rows.map((row) => {
    position += 1;
    hash = chain.hash(hash, { city, position, row });
    return { id: row.id, position, hash };
  });
  await sql`update ${sql.table(chain.table)} as sealed set position = s.position, hash = s.hash
    from unnest(${numbered.map((n) => n.id)}::uuid[], ${numbered.map((n) => n.position)}::bigint[], ${numbered.map((n) => n.hash)}::text[])
      as s(id, position, hash)
    where sealed.city = ${city} and sealed.id = s.id`.execute(tx);
  await tx.updateTable(chain.head).set({ position, hash }).where('city', '=', city).execute();
  return { position, count: rows.length };
}

async function lockHead(tx: Tx, chain: Chain, city: string): Promise<{ position: number; hash: string }> {
  await tx
    .insertInto(chain.head)
    .values({ city, position: 0, hash: '' })
    .onConflict((c) => c.doNothing())
    .execute();
  return tx
    .selectFrom(chain.head)
    .select(['position', 'hash'])
    .where('city', '=', city)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
