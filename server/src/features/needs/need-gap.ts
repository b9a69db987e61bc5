import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** The gap of a chain that a need came from. */
export interface NeedGap {
  readonly chainId: string;
  readonly productId: string;
}

const written = /^([0-9a-f-]{36}):(.{1,100})$/;

/** Null: none was named. One that is on no map in force is refused. */
export async function gapOfNeed(
  tx: Tx,
  { city, gap, today }: { city: string; gap: string | undefined; today: string },
): Promise<NeedGap | null> {
  if (gap === undefined) return null;
  const [, chainId, productId] = written.exec(gap) ?? [];
  if (chainId === undefined || productId === undefined) throw new Refusal('needs.unknown-gap');
  const holds = JSON.stringify({ segments: [{ products: [productId] }] });
  const { rows } = await sql`
    select 1 from chain_version
    where city = ${city} and chain_id::text = ${chainId} and state = 'published' and content @> ${holds}::jsonb
      and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)
    limit 1`.execute(tx);
  if (rows.length === 0) throw new Refusal('needs.unknown-gap');
  return { chainId, productId };
}
