import type { Need } from '@zhitong/contract/needs/need-contract';
import type { Language } from '@zhitong/domain/language';
import type { EventType } from '@zhitong/domain/matching/event';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import { noticeText } from '@zhitong/domain/matching/notice-text';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { Tier } from '@zhitong/domain/matching/tier';
import { allowedNeedActions, type NeedKind, type NeedState } from '@zhitong/domain/needs/need';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';

export interface NeedReading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly today: string;
  /** from the live index: names of products need no query */
  readonly productName: (id: string) => string | undefined;
}

/** The need page in one statement: need, products, counts, deal and timeline. A foreign need does not exist. */
export async function viewNeed(database: Database, reading: NeedReading, id: string): Promise<Need> {
  const { viewer, language } = reading;
  const row = await inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row & { timeline: unknown }>`/* kept need-page */
      select ${columns}, ${timelineOf(viewer)} as timeline from ${tables}
      where n.city = ${viewer.city} and n.id = ${id}`.execute(tx);
    return rows[0];
  });
  if (row === undefined) throw new Refusal('platform.not-found');
  const need = asNeed(row, reading);
  const own = row.organisation_id === viewer.organisationId;
  return {
    ...need,
    allowed: own ? [...allowedNeedActions[need.state]] : [],
    timeline: jsonColumn<TimelineEvent[]>(row.timeline).map((event) => ({
      type: event.type,
      at: new Date(event.at).toISOString(),
      text: noticeText(event, language),
    })),
  };
}

export async function viewNeeds(
  database: Database,
  reading: NeedReading,
  page: { state?: NeedState | undefined; q: string; organisation?: string | undefined; limit: number; offset: number },
) {
  const { viewer, today } = reading;
  return inContext(database, contextOf(viewer), async (tx) => {
    const state = sql`case when n.state = 'open' and n.deadline < ${today}::date then 'expired' else n.state end`;
    const words = `%${page.q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    const where = sql`n.city = ${viewer.city}
      ${viewer.role === 'operator' ? sql`` : sql`and n.organisation_id = ${viewer.organisationId}`}
      ${page.organisation === undefined ? sql`` : sql`and n.organisation_id = ${page.organisation}`}
      ${page.state === undefined ? sql`` : sql`and ${state} = ${page.state}`}
      ${page.q === '' ? sql`` : sql`and (n.text ilike ${words} or o.name ilike ${words})`}`;
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from ${tables} where ${where}`.execute(tx);
    const { rows } = await sql<Row>`
      select ${columns} from ${tables} where ${where}
      order by n.published_at desc, n.id limit ${page.limit} offset ${page.offset}`.execute(tx);
    return { total: totals[0]?.total ?? 0, needs: rows.map((row) => asNeed(row, reading)) };
  });
}

interface TimelineEvent {
  readonly type: EventType;
  readonly at: string;
  readonly payload: Record<string, unknown>;
}

interface Row {
  id: string;
  kind: string;
  state: string;
  organisation_id: string;
  organisation_name: string;
  text: string;
  product_ids: string[];
  quantity: unknown;
  deadline: string | null;
  place: unknown;
  certificates: string[];
  limits: unknown;
  reach: string;
  published_at: Date;
  closed_at: Date | null;
  demo: boolean;
  matched: number;
  seen: number;
  quoted: number;
  declined: number;
  deal_id: string | null;
}

const tables = sql`need n join organisation o on o.city = n.city and o.id = n.organisation_id
  cross join lateral (
    select count(*)::int as matched, count(m.seen_at)::int as seen,
           count(r.id) filter (where r.declined is null)::int as quoted, count(r.declined)::int as declined
    from match m left join response r on r.city = m.city and r.match_id = m.id
    where m.city = n.city and m.need_id = n.id) c
  left join deal d on d.city = n.city and d.need_id = n.id`;

const columns: RawBuilder<unknown> = sql`n.id, n.kind, n.state, n.organisation_id, o.name as organisation_name, n.text,
  n.product_ids,
  n.quantity, n.deadline, n.place, n.certificates, n.limits, n.reach, n.published_at, n.closed_at, n.demo,
  c.matched, c.seen, c.quoted, c.declined, d.id as deal_id`;

/** Events about the need that the buyer may read, also those a moment old that are not sealed yet. */
function timelineOf(viewer: Viewer) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at, 'payload', e.payload) order by e.at, e.position, e.id), '[]')
    from (select e.type, e.at, e.id, e.position, e.payload from event e
          where e.city = ${viewer.city} and e.subject_id = n.id order by e.at desc, e.id desc limit 100) e)`;
}

function asNeed(row: Row, reading: NeedReading): Omit<Need, 'timeline' | 'allowed'> {
  const { today } = reading;
  const stored = { state: wordColumn<NeedState>(row.state), deadline: row.deadline, closedAt: row.closed_at };
  return {
    id: row.id,
    kind: wordColumn<NeedKind>(row.kind),
    state: needStateOn(stored, today),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    text: row.text,
    products: row.product_ids.map((id) => ({ id, name: reading.productName(id) ?? id })),
    quantity: jsonColumn<Quantity | null>(row.quantity),
    deadline: row.deadline,
    place: jsonColumn<Need['place']>(row.place),
    certificates: row.certificates,
    limits: jsonColumn<NeedLimit[]>(row.limits),
    reach: wordColumn<Tier>(row.reach),
    counts: { matched: row.matched, seen: row.seen, quoted: row.quoted, declined: row.declined },
    publishedAt: row.published_at.toISOString(),
    closedAt: needEnd(stored, today)?.toISOString() ?? null,
    deal: row.deal_id === null ? null : { id: row.deal_id },
    demo: row.demo,
  };
}
