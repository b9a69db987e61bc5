import type { listNeeds, Need } from '@zhitong/contract/needs/need-contract';
import type { Language } from '@zhitong/domain/language';
import type { EventType } from '@zhitong/domain/matching/event';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import { noticeText } from '@zhitong/domain/matching/notice-text';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { Tier } from '@zhitong/domain/matching/tier';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import {
  allowedNeedActions,
  type NeedAction,
  type NeedKind,
  type NeedState,
  shownNeedState,
} from '@zhitong/domain/needs/need';
import type { NeedClass } from '@zhitong/domain/needs/need-class';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { containsPattern } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { lightIs, shownAs } from './case-filter-sql.ts';
import { type NeedCaseColumns, needCaseColumns, needCaseReader, type ReadNeedCase } from './need-case-columns.ts';

export interface NeedReading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly today: string;
  readonly now: Date;
  /** from the live index: names of products need no query */
  readonly productName: (id: string) => string | undefined;
}

/** The need page in one statement: need, products, counts, case, deal and timeline. A foreign need does not exist. */
export async function viewNeed(database: Database, reading: NeedReading, id: string): Promise<Need> {
  const { viewer, language } = reading;
  const { row, readCase } = await inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row & { timeline: unknown }>`/* kept need-page */
      select ${columns}, ${timelineOf(viewer)} as timeline from ${tables}
      where n.city = ${viewer.city} and n.id = ${id}`.execute(tx);
    return { row: rows[0], readCase: await needCaseReader(tx, rows, { city: viewer.city, now: reading.now }) };
  });
  if (row === undefined) throw new Refusal('platform.not-found');
  const own = row.organisation_id === viewer.organisationId;
  const { state } = ownState(row, reading);
  return {
    ...asNeed(row, reading, readCase),
    // what may be done to a request is said by its case
    allowed: own && row.kind === 'sourcing' ? allowedNow(state, row) : [],
    timeline: jsonColumn<TimelineEvent[]>(row.timeline).map((event) => ({
      type: event.type,
      at: new Date(event.at).toISOString(),
      text: noticeText(event, language),
    })),
  };
}

/** What was not sent to suppliers cannot be sent to more of them. */
const allowedNow = (state: NeedState, { kept_class: kept }: Row): NeedAction[] =>
  allowedNeedActions[state].filter((action) => kept === null || action !== 'widen');

type Query = z.output<NonNullable<typeof listNeeds.query>>;

export async function viewNeeds(database: Database, reading: NeedReading, page: Query) {
  const { viewer, now } = reading;
  return inContext(database, contextOf(viewer), async (tx) => {
    const where = whereOf(reading, page);
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from ${named} where ${where}`.execute(tx);
    const { rows } = await sql<Row>`
      select ${columns} from ${tables} where ${where}
      order by n.published_at desc, n.id limit ${page.limit} offset ${page.offset}`.execute(tx);
    const readCase = await needCaseReader(tx, rows, { city: viewer.city, now });
    return { total: totals[0]?.total ?? 0, needs: rows.map((row) => asNeed(row, reading, readCase)) };
  });
}

function whereOf({ viewer, today, now }: NeedReading, page: Query): RawBuilder<unknown> {
  const { state, list, light, organisation, q } = page;
  return sql.join(
    [
      sql`n.city = ${viewer.city}`,
      ...(viewer.role === 'operator' ? [] : [sql`and n.organisation_id = ${viewer.organisationId}`]),
      ...(organisation === undefined ? [] : [sql`and n.organisation_id = ${organisation}`]),
      ...(list === undefined ? [] : [sql`and n.kind = ${list}`]),
      ...(state === undefined ? [] : [sql`and ${stateOn(today)} = ${state}`]),
      ...(light === undefined ? [] : [sql`and c.id is not null and ${lightIs(now)} = any(${shownAs(light)})`]),
      ...(q === '' ? [] : [sql`and (strpos(lower(n.text), lower(${q})) > 0 or o.name ilike ${containsPattern(q)})`]),
    ],
    sql` `,
  );
}

/** The state of a row in SQL, the same as `shownNeedState`; a test compares the two. */
export function stateOn(today: string): RawBuilder<string> {
  return sql<string>`case
    when n.kind <> 'sourcing' and c.status in ('solved', 'unsolved', 'withdrawn') then c.status
    when n.kind <> 'sourcing' and c.status is not null then 'open'
    when n.state = 'open' and n.deadline < ${today}::date then 'expired' else n.state end`;
}

interface TimelineEvent {
  readonly type: EventType;
  readonly at: string;
  readonly payload: Record<string, unknown>;
}

interface Row extends NeedCaseColumns {
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
  kept_class: string | null;
}

const named = sql`need n join organisation o on o.city = n.city and o.id = n.organisation_id
  left join need_case c on c.city = n.city and c.need_id = n.id`;

const tables = sql`${named}
  cross join lateral (
    select count(*)::int as matched, count(m.seen_at)::int as seen,
           count(r.id) filter (where r.declined is null)::int as quoted, count(r.declined)::int as declined
    from match m left join response r on r.city = m.city and r.match_id = m.id
    where m.city = n.city and m.need_id = n.id) k
  left join deal d on d.city = n.city and d.need_id = n.id
  left join kept_need x on x.city = n.city and x.need_id = n.id and x.ruling is distinct from 'release'`;

const columns: RawBuilder<unknown> = sql`n.id, n.kind, n.state, n.organisation_id, o.name as organisation_name, n.text,
  n.product_ids,
  n.quantity, n.deadline, n.place, n.certificates, n.limits, n.reach, n.published_at, n.closed_at, n.demo,
  k.matched, k.seen, k.quoted, k.declined, d.id as deal_id, x.class as kept_class,
  ${needCaseColumns}`;

/** Events about the need that the buyer may read, also those a moment old that are not sealed yet. */
function timelineOf(viewer: Viewer) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at, 'payload', e.payload) order by e.at, e.position, e.id), '[]')
    from (select e.type, e.at, e.id, e.position, e.payload from event e
          where e.city = ${viewer.city} and e.subject_id = n.id order by e.at desc, e.id desc limit 100) e)`;
}

function ownState(row: Row, { today }: NeedReading) {
  const stored = { state: wordColumn<NeedState>(row.state), deadline: row.deadline, closedAt: row.closed_at };
  return { state: needStateOn(stored, today), end: needEnd(stored, today) };
}

function asNeed(row: Row, reading: NeedReading, readCase: ReadNeedCase): Omit<Need, 'timeline' | 'allowed'> {
  const { state, end } = ownState(row, reading);
  const kind = wordColumn<NeedKind>(row.kind);
  const status = row.case_status === null ? undefined : wordColumn<CaseStatus>(row.case_status);
  return {
    id: row.id,
    kind,
    state: shownNeedState(kind, state, status),
    title: caseTitle(row.text),
    case: readCase(row),
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
    keptBack: row.kept_class === null ? null : wordColumn<NeedClass>(row.kept_class),
    publishedAt: row.published_at.toISOString(),
    closedAt: end?.toISOString() ?? null,
    deal: row.deal_id === null ? null : { id: row.deal_id },
    demo: row.demo,
  };
}
