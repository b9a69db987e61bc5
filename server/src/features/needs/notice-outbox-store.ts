import type { QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeDigest, NoticeLine } from '@zhitong/domain/needs/notice-digest';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** What taking in the log needs of a channel. */
export interface ListeningChannel {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string | undefined;
  readonly language: 'zh' | 'en';
  readonly quiet: QuietHours | undefined;
  readonly digestMinutes: number;
}

/** Channels of these organisations that have not taken this place of the log in, locked so that two nodes take turns. */
export async function lockListening(
  tx: Tx,
  { city, position, organisations }: { city: string; position: number; organisations: readonly string[] },
): Promise<readonly ListeningChannel[]> {
  const rows = await tx
    .selectFrom('notice_channel')
    .select(['id', 'organisation_id', 'person_id', 'language', 'quiet_from', 'quiet_to', 'digest_minutes'])
    .where('city', '=', city)
    .where('organisation_id', 'in', organisations)
    .where('removed_at', 'is', null)
    .where('enabled', '=', true)
    .where('position', '<', position)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id ?? undefined,
    language: row.language === 'en' ? 'en' : 'zh',
    quiet: quietOf(row),
    digestMinutes: row.digest_minutes,
  }));
}

export function quietOf(row: { quiet_from: number | null; quiet_to: number | null }): QuietHours | undefined {
  const { quiet_from: from, quiet_to: to } = row;
  return from === null || to === null ? undefined : { from, to };
}

export async function moveOn(
  tx: Tx,
  { city, position, ids }: { city: string; position: number; ids: readonly string[] },
): Promise<void> {
  await tx.updateTable('notice_channel').set({ position }).where('city', '=', city).where('id', 'in', ids).execute();
}

/**
 * Whether a person who holds a post at the body on this day holds a case or has a task in it. A task of the body as a whole is for its head
 * and for whoever holds the matter of the case or is its deputy; one of an office, for whoever has the post of that office.
 */
export async function holdsCase(
  tx: Tx,
  of: { city: string; caseId: string; organisationId: string; personId: string; day: string },
): Promise<boolean> {
  const { city, caseId, organisationId, personId, day } = of;
  const { rows } = await sql`
    select 1 where exists (
      select 1 from post p where p.city = ${city} and p.organisation_id = ${organisationId} and p.person_id = ${personId}
        and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date))
    and exists (select 1 from need_case where city = ${city} and id = ${caseId} and holder_id = ${personId}
    union all
    select 1 from case_task where city = ${city} and case_id = ${caseId}
      and person_id = ${personId}
    union all
    select 1 from case_task t
    join post p on p.city = t.city and p.organisation_id = t.body_id and p.person_id = ${personId}
      and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)
    where t.city = ${city} and t.case_id = ${caseId} and t.person_id is null and t.body_id = ${organisationId}
      and (p.role = 'manager' or (t.rung = 'bureau' and p.role = 'operator') or (t.rung = 'chief' and p.role = 'chief-office')
        or exists (
          select 1 from need_case c join duty_term d on d.city = c.city and d.duty_id = c.duty_id
          where c.city = t.city and c.id = t.case_id and p.id in (d.owner_post_id, d.deputy_post_id)
            and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to > ${day}::date))))`.execute(tx);
  return rows.length > 0;
}

export interface OpenDigest extends NoticeDigest {
  readonly id: string;
}

/** The digest that still takes news: it has not been tried yet. */
export async function findOpenDigest(
  tx: Tx,
  { city, channelId, urgent }: { city: string; channelId: string; urgent: boolean },
): Promise<OpenDigest | undefined> {
  const row = await tx
    .selectFrom('notice_outbox')
    .select(['id', 'lines', 'more'])
    .where('city', '=', city)
    .where('channel_id', '=', channelId)
    .where('urgent', '=', urgent)
    .where('state', '=', 'open')
    .where('tries', '=', 0)
    .forUpdate()
    .executeTakeFirst();
  return row && { id: row.id, lines: jsonColumn<readonly NoticeLine[]>(row.lines), more: row.more };
}

export interface NewDigest {
  readonly city: string;
  readonly id: string;
  readonly channelId: string;
  readonly position: number;
  readonly digest: NoticeDigest;
  readonly urgent: boolean;
  readonly dueAt: Date;
  readonly now: Date;
}

export async function insertDigest(tx: Tx, given: NewDigest): Promise<void> {
  const { city, id, channelId, position, digest, urgent, dueAt, now } = given;
  await tx
    .insertInto('notice_outbox')
    .values({
      ...{ city, id, channel_id: channelId, first_position: position, last_position: position },
      ...{ lines: JSON.stringify(digest.lines), more: digest.more, urgent, due_at: dueAt, opened_at: now },
      state: 'open',
    })
    .execute();
}

export async function updateDigest(
  tx: Tx,
  { city, id, lastPosition, digest }: { city: string; id: string; lastPosition: number; digest: NoticeDigest },
): Promise<void> {
  await tx
    .updateTable('notice_outbox')
    .set({ lines: JSON.stringify(digest.lines), more: digest.more, last_position: lastPosition })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

/** What waits in a channel that was switched off or removed is not sent any more. System context. */
export async function dropWaiting(tx: Tx, { city, channelId }: { city: string; channelId: string }): Promise<void> {
  await tx
    .updateTable('notice_outbox')
    .set({ state: 'dropped' })
    .where('city', '=', city)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'open')
    .execute();
}
