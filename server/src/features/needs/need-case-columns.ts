import type { NeedCase } from '@zhitong/contract/needs/need-contract';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { shownLight } from '@zhitong/domain/needs/case-light';
import { isLitByMark, lightOfStanding, remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { minutesOfDay } from '@zhitong/domain/needs/work-calendar';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';

/** What a row of a need says of its case `c`; all null where it has none. */
export const needCaseColumns: RawBuilder<unknown> = sql`c.id as case_id, c.status as case_status, c.due_at, c.yellow_at, c.red_at, c.stopped_at,
  c.late, c.lead_id, c.lead_name, c.holder_name`;

export interface NeedCaseColumns {
  readonly case_id: string | null;
  readonly case_status: string | null;
  readonly due_at: Date | null;
  readonly yellow_at: Date | null;
  readonly red_at: Date | null;
  readonly stopped_at: Date | null;
  readonly late: boolean | null;
  readonly lead_id: string | null;
  readonly lead_name: string | null;
  readonly holder_name: string | null;
}

export type ReadNeedCase = (row: NeedCaseColumns) => NeedCase | null;

/** A city without a case may be one without terms for their clocks, too. */
export async function needCaseReader(
  tx: Tx,
  rows: readonly NeedCaseColumns[],
  { city, now }: { city: string; now: Date },
): Promise<ReadNeedCase> {
  if (rows.every(({ case_id: id }) => id === null)) return () => null;
  const rules = await getCaseRules(tx, { city, day: cityDay(now) });
  return (row) => caseOf(row, rules, now);
}

function caseOf(row: NeedCaseColumns, rules: CaseRules, now: Date): NeedCase | null {
  const { case_id: id, case_status, due_at: dueAt, yellow_at: yellowAt, lead_id: leadId } = row;
  if (id === null || case_status === null || dueAt === null || yellowAt === null || leadId === null) return null;
  const status = wordColumn<CaseStatus>(case_status);
  const standing = { status, dueAt, redAt: row.red_at, yellowAt, stoppedAt: row.stopped_at, late: row.late ?? false };
  const light = lightOfStanding(standing, now);
  const remainingMs = remainingOfStanding(standing, rules, now);
  return {
    ...{ id, status, ...shownLight(light), byMark: isLitByMark(light, remainingMs, rules), due: dueAt.toISOString() },
    remainingMinutes: wholeMinutes(remainingMs),
    dayMinutes: minutesOfDay(rules.calendar, cityDay(now)),
    ...{ lead: { id: leadId, name: row.lead_name ?? '' }, holder: row.holder_name },
  };
}
