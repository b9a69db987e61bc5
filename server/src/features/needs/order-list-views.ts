import type { listOrders, OrderRow } from '@zhitong/contract/needs/order-contract';
import type { DutyList } from '@zhitong/domain/directory/duty';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { lightOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  type OrderGround,
  type OrderIssuer,
  type OrderStatus,
  orderStatuses,
} from '@zhitong/domain/needs/order-action';
import { orderTurn } from '@zhitong/domain/needs/order-history';
import { type OrderLight, orderLight, owedByOthers } from '@zhitong/domain/needs/order-terms';
import { workedBetween } from '@zhitong/domain/needs/working-time';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { containsPattern } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { readOrderState } from './order-state-json.ts';

export type OrderQuery = z.output<NonNullable<typeof listOrders.query>>;
type Reply = z.input<typeof listOrders.reply>;

/** What is due first at the top: of the city for the bureau; what one's own office ordered, or one's own body has to do. */
export function viewOrders({ database, effects }: CaseDeps, viewer: Viewer, query: OrderQuery): Promise<Reply> {
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
    const scope = scopeOf(viewer);
    const where = sql`${scope} ${filtered(query, { viewer, now })}`;
    const rows = await orderRows(tx, where, query);
    return {
      ...{ total: await countOrders(tx, where), lights: await countLights(tx, scope, { viewer, now }) },
      orders: rows.map((row) => orderRowOf(row, { viewer, rules, now })),
      ...{ dayMinutes: minutesOfToday(rules, now), asOf: now.toISOString() },
    };
  });
}

function scopeOf({ city, role, organisationId: own }: Viewer): RawBuilder<unknown> {
  if (role === 'operator') return sql`o.city = ${city}`;
  return sql`o.city = ${city} and ${own}::uuid in (o.issuer_id, o.lead_id, o.asker_id)`;
}

interface Reading {
  readonly viewer: Viewer;
  readonly now: Date;
}

function filtered({ state, light, q }: OrderQuery, reading: Reading): RawBuilder<unknown> {
  const words = q.trim();
  const conditions = [
    inState(state),
    light && sql`${lightIs(reading)} = ${light}`,
    words !== '' &&
      sql`(o.lead_name ilike ${containsPattern(words)} or c.title ilike ${containsPattern(words)}
      or c.asker_name ilike ${containsPattern(words)})`,
  ];
  return sql.join([sql``, ...conditions.flatMap((one) => (one ? [sql`and ${one}`] : []))], sql` `);
}

function inState(state: OrderQuery['state']): RawBuilder<unknown> | undefined {
  if (state === 'any') return undefined;
  if (state === 'open') return sql`o.over_at is null`;
  return state === 'over' ? sql`o.over_at is not null` : sql`o.status = ${state}`;
}

const owedElsewhere = orderStatuses.filter(owedByOthers);

/** The light of a row in SQL, the same as `lightFor`; a test compares the two. */
function lightIs({ viewer, now }: Reading): RawBuilder<string> {
  const { role, organisationId: own } = viewer;
  const others = sql`(o.lead_id = ${own}::uuid and o.issuer_id <> ${own}::uuid and o.status in (${sql.join(owedElsewhere)}))`;
  return sql<string>`case when o.over_at is not null then 'done'
    when ${role !== 'operator'} and ${others} then 'green' when o.due_at < ${now} then 'red'
    when o.yellow_at <= ${now} then 'yellow' else 'green' end`;
}

async function countLights(tx: Tx, scope: RawBuilder<unknown>, reading: Reading): Promise<Reply['lights']> {
  const { rows } = await sql<Reply['lights']>`
    select count(*) filter (where light = 'red')::int as red, count(*) filter (where light = 'yellow')::int as yellow,
           count(*) filter (where light = 'green')::int as green
    from (select ${lightIs(reading)} as light from supervision_order o where ${scope} and o.over_at is null) open`.execute(
    tx,
  );
  return rows[0] ?? { red: 0, yellow: 0, green: 0 };
}

async function countOrders(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from supervision_order o join need_case c on c.city = o.city and c.id = o.case_id
    where ${where}`.execute(tx);
  return rows[0]?.total ?? 0;
}

export interface StoredOrderRow {
  id: string;
  case_id: string;
  need_id: string;
  title: string;
  list: string;
  case_status: string;
  case_due_at: Date;
  case_yellow_at: Date;
  stopped_at: Date | null;
  late: boolean;
  asker_id: string;
  asker_name: string;
  lead_id: string;
  lead_name: string;
  holder_name: string | null;
  issuer_id: string;
  issuer_name: string;
  issuer: string;
  ground: string;
  status: string;
  due_at: Date | null;
  yellow_at: Date | null;
  called_at: Date | null;
  promised: string | null;
  returns: number;
  issued_at: Date;
  over_at: Date | null;
  demo: boolean;
  state: unknown;
  seq: number;
}

/** Orders with their cases: what is on the books first, by what is due. */
export async function orderRows(
  tx: Tx,
  where: RawBuilder<unknown>,
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly StoredOrderRow[]> {
  const { rows } = await sql<StoredOrderRow>`
    select o.id, o.case_id, c.need_id, c.title, c.list, c.status as case_status, c.due_at as case_due_at,
           c.yellow_at as case_yellow_at, c.stopped_at, c.late, o.asker_id, c.asker_name, o.lead_id, o.lead_name,
           c.holder_name, o.issuer_id, o.issuer_name, o.issuer, o.ground, o.status, o.due_at, o.yellow_at, o.called_at,
           to_char(o.promised, 'YYYY-MM-DD') as promised, o.returns, o.issued_at, o.over_at, o.demo, o.state, o.seq
    from supervision_order o join need_case c on c.city = o.city and c.id = o.case_id
    where ${where}
    order by (o.over_at is not null), o.due_at, o.issued_at desc, o.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export function orderRowOf(
  row: StoredOrderRow,
  { viewer, rules, now }: { viewer: Viewer; rules: CaseRules; now: Date },
): OrderRow {
  const status = wordColumn<CaseStatus>(row.case_status);
  const standing = { dueAt: row.case_due_at, yellowAt: row.case_yellow_at, stoppedAt: row.stopped_at, late: row.late };
  return {
    id: row.id,
    case: {
      ...{ id: row.case_id, need: { id: row.need_id }, title: row.title, list: wordColumn<DutyList>(row.list) },
      light: lightOfStanding({ ...standing, status }, now),
    },
    ...{ asker: { id: row.asker_id, name: row.asker_name }, body: { id: row.lead_id, name: row.lead_name } },
    holder: row.holder_name,
    issuer: { id: row.issuer_id, name: row.issuer_name, side: wordColumn<OrderIssuer>(row.issuer) },
    ...{ ground: wordColumn<OrderGround>(row.ground), status: wordColumn<OrderStatus>(row.status) },
    light: lightFor(row, { viewer, now }),
    late: lateSide(row, now),
    ...{ due: row.due_at?.toISOString() ?? null, remainingMinutes: minutesLeft(row.due_at, rules, now) },
    ...{ promised: row.promised, returns: row.returns, issuedAt: row.issued_at.toISOString() },
    callSince: readOrderState(row.state).called ? null : (row.called_at?.toISOString() ?? null),
    ...{ overAt: row.over_at?.toISOString() ?? null, demo: row.demo },
  };
}

/** A step’s lateness counts for the side that owes it; who supervises sees it of every side. */
function lightFor(row: StoredOrderRow, { viewer, now }: Reading): OrderLight {
  const light = orderLight({ dueAt: row.due_at, yellowAt: row.yellow_at }, now);
  const { role, organisationId: own } = viewer;
  const supervises = role === 'operator' || row.issuer_id === own;
  if (light === 'done' || supervises || row.lead_id !== own) return light;
  return owedByOthers(wordColumn<OrderStatus>(row.status)) ? 'green' : light;
}

function lateSide(row: StoredOrderRow, now: Date): OrderRow['late'] {
  const turn = orderTurn(wordColumn<OrderStatus>(row.status));
  if (turn === null || row.due_at === null || now <= row.due_at) return null;
  const sides = {
    body: { id: row.lead_id, name: row.lead_name },
    supervisor: { id: row.issuer_id, name: row.issuer_name },
    firm: { id: row.asker_id, name: row.asker_name },
  };
  return sides[turn];
}

function minutesLeft(due: Date | null, { calendar }: CaseRules, now: Date): number | null {
  if (due === null) return null;
  return wholeMinutes(due >= now ? workedBetween(calendar, now, due) : 0 - workedBetween(calendar, due, now));
}
