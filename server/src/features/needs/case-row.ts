import type { CaseRow } from '@zhitong/contract/needs/case-contract';
import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { shownLight } from '@zhitong/domain/needs/case-light';
import { isLitByMark, lightOfStanding, remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { minutesOfDay } from '@zhitong/domain/needs/work-calendar';
import { sql } from 'kysely';
import { jsonColumn, wordColumn } from '#platform/json-column';

/** A case as the row of a list has it. */
export interface StoredCaseRow {
  id: string;
  need_id: string;
  list: string;
  class: string;
  title: string;
  asker_id: string;
  asker_name: string;
  asker_region: string | null;
  status: string;
  lead_id: string;
  lead_name: string;
  holder_name: string | null;
  lead_since: Date;
  started_at: Date;
  due_at: Date;
  due_certain: boolean;
  yellow_at: Date;
  red_at: Date | null;
  first_answer_due_at: Date | null;
  sign_due_at: Date | null;
  stopped_at: Date | null;
  late: boolean;
  hand_backs: number;
  demo: boolean;
  matter: unknown;
}

export const caseColumns = sql`c.id, c.need_id, c.list, c.class, c.title, c.asker_id, c.asker_name, c.asker_region, c.status, c.lead_id,
  c.lead_name, c.holder_name, c.lead_since, c.started_at, c.due_at, c.due_certain, c.yellow_at, c.red_at, c.first_answer_due_at,
  c.sign_due_at, c.stopped_at,
  c.late, c.hand_backs, c.demo,
  (select jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title) from duty d
   where d.city = c.city and d.id = c.duty_id) as matter`;

export function caseRowOf(row: StoredCaseRow, rules: CaseRules, now: Date): CaseRow {
  const { due_at: dueAt, red_at: redAt, yellow_at: yellowAt, stopped_at: stoppedAt, late } = row;
  const standing = { dueAt, redAt, yellowAt, stoppedAt, late };
  const status = wordColumn<CaseStatus>(row.status);
  const light = lightOfStanding({ ...standing, status }, now);
  const remainingMs = remainingOfStanding(standing, rules, now);
  return {
    ...{
      id: row.id,
      need: { id: row.need_id },
      list: wordColumn<DutyList>(row.list),
      class: wordColumn<DutyClass>(row.class),
    },
    ...{ title: row.title, status, ...shownLight(light), byMark: isLitByMark(light, remainingMs, rules) },
    asker: { id: row.asker_id, name: row.asker_name, region: row.asker_region },
    ...{ lead: { id: row.lead_id, name: row.lead_name }, holder: row.holder_name },
    ...{ since: row.lead_since.toISOString(), start: row.started_at.toISOString(), due: row.due_at.toISOString() },
    ...{ dueCertain: row.due_certain, remainingMinutes: wholeMinutes(remainingMs) },
    ...{ signDue: row.sign_due_at?.toISOString() ?? null, handBacks: row.hand_backs },
    firstAnswerDue: row.first_answer_due_at?.toISOString() ?? null,
    matter: jsonColumn<CaseRow['matter']>(row.matter),
    demo: row.demo,
  };
}

/** What a working day is worth today: minutes left are told as days by it. */
export function minutesOfToday({ calendar }: CaseRules, now: Date): number {
  return Math.max(1, minutesOfDay(calendar, cityDay(now)));
}

/** A started minute that is left is still a minute; one that is over is over. */
export function wholeMinutes(ms: number): number {
  return ms >= 0 ? Math.ceil(ms / 60_000) : Math.floor(ms / 60_000);
}
