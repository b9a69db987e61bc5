import { cityWideDeeds, type EventType } from '@zhitong/domain/matching/event';
import { sql } from 'kysely';
import { noteGrowth } from './context.ts';
import type { Tx } from './database.ts';

/** Something that happened, as its writer tells it. Written in the transaction of the change (house §5.12). */
export interface NewEvent {
  readonly city: string;
  readonly id: string;
  readonly type: EventType;
  readonly subjectId: string;
  /** organisations that may read it and are told of it */
  readonly audience: readonly string[];
  readonly actorId?: string | undefined;
  /** facts for the sentence of the notice; only what every reader of the audience may know */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** An event with its place in the log of its city. */
export interface SealedEvent extends NewEvent {
  readonly position: number;
}

export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('event')
    .values(
      events.map((event) => ({
        city: event.city,
        id: event.id,
        type: event.type,
        subject_id: event.subjectId,
        audience: sql`${`{${event.audience.join(',')}}`}::uuid[]`,
        actor_id: event.actorId ?? null,
        payload: JSON.stringify(event.payload),
        at: event.at,
      })),
    )
    .execute();
  noteGrowth(tx);
}

export interface EventRange {
  readonly city: string;
  /** exclusive */
  readonly after: number;
  readonly limit: number;
  /** only events this organisation may read, and what makes pages of the whole city old; absent: all (system context) */
  readonly organisation?: string | undefined;
}

const cityWide = Object.entries(cityWideDeeds).flatMap(([type, deeds]) => deeds.map((deed) => `${type} ${deed}`));

/** Sealed events behind a cursor, in order. */
export async function listEvents(tx: Tx, range: EventRange): Promise<readonly SealedEvent[]> {
  let query = tx
    .selectFrom('event')
    .select(['city', 'id', 'position', 'type', 'subject_id', 'audience', 'actor_id', 'payload', 'at'])
    .where('city', '=', range.city)
    .where('position', '>', range.after);
  if (range.organisation !== undefined)
    query = query.where(
      sql<boolean>`(audience @> array[${range.organisation}::uuid] or type || ' ' || (payload ->> 'deed') = any(${cityWide}::text[]))`,
    );
  const rows = await query.orderBy('position').limit(range.limit).execute();
  return rows.map((row) => ({
    city: row.city,
    id: row.id,
    position: Number(row.position),
    type: row.type as EventType,
    subjectId: row.subject_id,
    audience: row.audience,
    actorId: row.actor_id ?? undefined,
    payload: row.payload as Record<string, unknown>,
    at: row.at,
  }));
}

/** Last sealed position of a city; 0 when nothing has happened yet. System context. */
export async function headPosition(tx: Tx, city: string): Promise<number> {
  const row = await tx.selectFrom('event_head').select('position').where('city', '=', city).executeTakeFirst();
  return Number(row?.position ?? 0);
}
