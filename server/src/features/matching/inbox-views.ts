import type { InboxEntry } from '@zhitong/contract/matching/inbox-contract';
import type { Language } from '@zhitong/domain/language';
import type { EventType } from '@zhitong/domain/matching/event';
import { noticeLink } from '@zhitong/domain/matching/notice-link';
import { isNews, noticeText, ownDoingTypes } from '@zhitong/domain/matching/notice-text';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';

export interface InboxPage {
  /** undefined: the newest */
  readonly after: number | undefined;
  readonly limit: number;
  readonly language: Language;
}

interface Row {
  position: number;
  type: string;
  subject_id: string;
  payload: unknown;
  at: Date;
  /** about a case of the reader's own need */
  asked: boolean;
}

/** Notices of the firm, oldest first, behind a cursor that is the cursor of the live stream; all of the city for the bureau. */
export async function viewInbox(database: Database, viewer: Viewer, page: InboxPage) {
  return inContext(database, contextOf(viewer), async (tx) => {
    const mine = readable(viewer);
    const mark = await readMark(tx, viewer);
    const rows =
      page.after === undefined ? await newest(tx, mine, page) : await behind(tx, mine, { ...page, after: page.after });
    const entries = rows.map((row) => asEntry(row, { mark, viewer, language: page.language }));
    const cursor = entries.at(-1)?.cursor ?? page.after ?? 0;
    return { entries, cursor, unread: await countUnread(tx, viewer) };
  });
}

/** News behind the reading mark, counted no further than a badge can show. */
export async function countUnread(tx: Tx, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from event
      where ${readable(viewer)} and type <> all(${[...ownDoingTypes]}::text[])
        and position > coalesce((select position from inbox_mark
                                 where city = ${viewer.city} and organisation_id = ${viewer.organisationId}), 0)
      limit 1000) as news`.execute(tx);
  return rows[0]?.count ?? 0;
}

function readable(viewer: Viewer) {
  return viewer.role === 'operator'
    ? sql`city = ${viewer.city}`
    : sql`city = ${viewer.city} and audience @> array[${viewer.organisationId}::uuid]`;
}

/** A notice of a case leads whoever asked to its need, and whoever handles it to the case. */
const asked = sql`(type in ('case.acted', 'case.escalated', 'order.acted', 'order.overdue') and exists (
  select 1 from need n where n.city = event.city and n.id = (event.payload ->> 'needId')::uuid
    and n.organisation_id = zhitong_organisation()))`;

type Readable = ReturnType<typeof readable>;

async function behind(tx: Tx, mine: Readable, page: { after: number; limit: number }): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select position, type, subject_id, payload, at, ${asked} as asked from event
    where ${mine} and position > ${page.after} order by position limit ${page.limit}`.execute(tx);
  return rows;
}

async function newest(tx: Tx, mine: Readable, page: { limit: number }): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select position, type, subject_id, payload, at, ${asked} as asked from event
    where ${mine} and position is not null order by position desc limit ${page.limit}`.execute(tx);
  return rows.reverse();
}

async function readMark(tx: Tx, viewer: Viewer): Promise<number> {
  const row = await tx
    .selectFrom('inbox_mark')
    .select('position')
    .where('city', '=', viewer.city)
    .where('organisation_id', '=', viewer.organisationId)
    .executeTakeFirst();
  return row?.position ?? 0;
}

function asEntry(row: Row, reader: { mark: number; viewer: Viewer; language: Language }): InboxEntry {
  const type = wordColumn<EventType>(row.type);
  const payload = jsonColumn<Record<string, unknown>>(row.payload);
  const subjectId = row.subject_id;
  return {
    cursor: row.position,
    type,
    subjectId,
    at: row.at.toISOString(),
    text: noticeText({ type, payload }, reader.language),
    link: noticeLink({ type, subjectId, payload }, readerOf(row, reader.viewer)),
    read: row.position <= reader.mark || !isNews(type),
  };
}

function readerOf({ asked }: Row, { role }: Viewer): Parameters<typeof noticeLink>[1] {
  if (asked) return 'asker';
  return role === 'operator' ? 'bureau' : 'firm';
}
