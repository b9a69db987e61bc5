import type { OrderTask } from '@zhitong/contract/needs/order-contract';
import type { DutyList } from '@zhitong/domain/directory/duty';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { lightOfStanding, remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type RawBuilder, sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { climbed } from './order-store.ts';

interface Row {
  case_id: string;
  need_id: string;
  title: string;
  list: string;
  status: string;
  due_at: Date;
  yellow_at: Date;
  stopped_at: Date | null;
  late: boolean;
  asker_id: string;
  asker_name: string;
  lead_id: string;
  lead_name: string;
  since: Date;
}

/** The last rungs of the ladder are tasks of an office: cases it has to see to, and has not ordered yet. */
export function viewOrderTasks(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; dayMinutes: number; tasks: OrderTask[] }> {
  const now = effects.now();
  const { city, organisationId: own } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city, day: cityDay(now) });
    const came = cameUp({ city, own });
    const { rows } = await sql<Row>`
      select c.id as case_id, c.need_id, c.title, c.list, c.status, c.due_at, c.yellow_at, c.stopped_at, c.late, c.asker_id,
             c.asker_name, c.lead_id, c.lead_name, t.since
      ${came}
      order by c.due_at, c.id limit ${limit} offset ${offset}`.execute(tx);
    return {
      ...{ total: await countTasks(tx, came), dayMinutes: minutesOfToday(rules, now) },
      tasks: rows.map((row) => {
        const standing = { dueAt: row.due_at, yellowAt: row.yellow_at, stoppedAt: row.stopped_at, late: row.late };
        return {
          case: {
            ...{ id: row.case_id, need: { id: row.need_id }, title: row.title, list: wordColumn<DutyList>(row.list) },
            light: lightOfStanding({ ...standing, status: wordColumn<CaseStatus>(row.status) }, now),
            due: row.due_at.toISOString(),
            remainingMinutes: wholeMinutes(remainingOfStanding(standing, rules, now)),
          },
          ...{ asker: { id: row.asker_id, name: row.asker_name }, body: { id: row.lead_id, name: row.lead_name } },
          since: row.since.toISOString(),
        };
      }),
    };
  });
}

/** The cases that came up to an office, with the moment each did. */
function cameUp({ city, own }: { city: string; own: string }): RawBuilder<unknown> {
  return sql`
      from (select case_id, min(at) as since from case_task
            where city = ${city} and body_id = ${own}::uuid and kind = 'rung' and rung in ('bureau', 'chief') and closed_at is null
            group by case_id) t
      join need_case c on c.city = ${city} and c.id = t.case_id
      where c.over_at is null and ${climbed} and not exists (
        select 1 from supervision_order o where o.city = c.city and o.case_id = c.id and o.over_at is null)`;
}

async function countTasks(tx: Tx, came: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${came}`.execute(tx);
  return rows[0]?.total ?? 0;
}
