import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { WaitingRow } from './home-views.ts';

/** What waits for the bureau itself: claims to decide and disputes to answer, a row each, what waits longest first. */
export async function listDesk(tx: Tx, city: string): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select kind, null::text as id, null::text as product, null::jsonb as quantity, '' as text, count(*)::int as count,
           null::text as firm, null::text as due, min(at) as since, 1 as total
    from (
      select 'claims-to-decide' as kind, c.at
      from claim c
      where c.city = ${city} and (
        select a.kind from claim_action a where a.city = c.city and a.claim_id = c.id order by a.at desc, a.id desc limit 1
      ) in ('submitted', 'supplemented')
      union all
      select 'disputes-to-answer', d.at from dispute d where d.city = ${city} and d.state = 'open'
    ) as desk
    group by kind order by since, kind limit 2`.execute(tx);
  return rows;
}
