import type { DeclineCode } from '@zhitong/domain/matching/answer';
import type { Tier } from '@zhitong/domain/matching/tier';
import type { JoinedRings } from '@zhitong/domain/needs/cascade-account';
import { type CascadeRing, ringOfTier } from '@zhitong/domain/needs/cascade-ring';
import type { AskedOutcome, HoldCode, PassedOverCode } from '@zhitong/domain/needs/cascade-words';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface Cascade {
  readonly city: string;
  readonly needId: string;
  readonly askerId: string;
  /** the outermost ring that is asked now */
  readonly ring: CascadeRing;
  readonly ringSince: Date;
  /** rings inside it whose time runs together with its own */
  readonly joined: JoinedRings;
  readonly urgent: boolean;
  readonly held: { readonly at: Date; readonly code: HoldCode; readonly by: string } | null;
  readonly endedAt: Date | null;
}

interface Of {
  readonly city: string;
  readonly needId: string;
}

/** The need is locked before: whoever moves a cascade holds its need. */
export async function findCascade(tx: Tx, { city, needId }: Of): Promise<Cascade | undefined> {
  const row = await tx
    .selectFrom('cascade')
    .select(['asker_id', 'ring', 'ring_since', 'joined', 'urgent', 'held_at', 'held_code', 'held_by_name', 'ended_at'])
    .where('city', '=', city)
    .where('need_id', '=', needId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ city, needId, askerId: row.asker_id, ring: wordColumn<CascadeRing>(row.ring), ringSince: row.ring_since },
    ...{
      urgent: row.urgent,
      endedAt: row.ended_at,
      joined: row.joined === null ? {} : jsonColumn<JoinedRings>(row.joined),
    },
    held:
      row.held_at && row.held_code !== null
        ? { at: row.held_at, code: wordColumn<HoldCode>(row.held_code), by: row.held_by_name ?? '' }
        : null,
  };
}

export async function countLiveQuotes(tx: Tx, { city, needId }: Of): Promise<number> {
  const { rows } = await sql<{ quotes: number }>`
    select count(*)::int as quotes from response r
    where r.city = ${city} and r.need_id = ${needId} and r.declined is null
      and not exists (select 1 from rejection x where x.city = r.city and x.match_id = r.match_id)`.execute(tx);
  return rows[0]?.quotes ?? 0;
}

/** When each ring that was not reached yet is asked, and when the last one has had its time. */
export async function listDues(tx: Tx, { city, needId }: Of): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('cascade_timer')
    .select(['kind', 'due_at'])
    .where('city', '=', city)
    .where('need_id', '=', needId)
    .where('fired_at', 'is', null)
    .where('dropped_at', 'is', null)
    .limit(6)
    .execute();
  return new Map(rows.map((row) => [row.kind, row.due_at]));
}

/** One supplier in a receipt, as it stood when the time of its ring was over. */
export interface ReceiptSupplier {
  readonly id: string;
  readonly name: string;
  readonly outcome: AskedOutcome;
  /** why it declined, or was not asked */
  readonly code: DeclineCode | PassedOverCode | null;
  readonly answeredAt: string | null;
}

export interface AskedSupplier extends ReceiptSupplier {
  readonly ring: CascadeRing;
  readonly askedAt: Date;
}

/** Every supplier that was asked about a need so far, best first, and what it said. */
export async function listAsked(
  tx: Tx,
  { city, needId }: { city: string; needId: string },
): Promise<readonly AskedSupplier[]> {
  const rows = await tx
    .selectFrom('match as m')
    .leftJoin('response as r', (join) => join.onRef('r.city', '=', 'm.city').onRef('r.match_id', '=', 'm.id'))
    .select([
      'm.organisation_id',
      'm.organisation_name',
      'm.tier',
      'm.created_at',
      'r.id as response_id',
      'r.declined',
      'r.at',
    ])
    .where('m.city', '=', city)
    .where('m.need_id', '=', needId)
    .orderBy('m.score', 'desc')
    .orderBy('m.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.organisation_id, name: row.organisation_name, ring: ringOfTier(wordColumn<Tier>(row.tier)) },
    ...{ askedAt: row.created_at, outcome: outcomeOf(row) },
    code: row.declined === null ? null : wordColumn<DeclineCode>(row.declined),
    answeredAt: row.at?.toISOString() ?? null,
  }));
}

function outcomeOf({ response_id: said, declined }: { response_id: string | null; declined: string | null }) {
  if (said === null) return 'silent';
  return declined === null ? 'quoted' : 'declined';
}
