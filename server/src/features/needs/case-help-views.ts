import type { CaseRow, listCases } from '@zhitong/contract/needs/case-contract';
import type { CaseLight } from '@zhitong/domain/needs/case-light';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { isKnownDay } from '@zhitong/domain/needs/work-calendar';
import { workedBetween } from '@zhitong/domain/needs/working-time';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { type CaseQuery, filtered } from './case-filter-sql.ts';
import { caseColumns, caseRowOf, minutesOfToday, type StoredCaseRow, wholeMinutes } from './case-row.ts';
import { helpLight } from './help-light.ts';

/** More than a body ever owes help for at once. */
const mostHelps = 2_000;

interface HelpRow extends StoredCaseRow {
  asked_at: Date;
  help_due_at: Date;
}

interface Asked {
  readonly viewer: Viewer;
  readonly query: CaseQuery;
  readonly rules: CaseRules;
  readonly now: Date;
}

/** What a body was asked to help with and has not answered, by its own clock: what the body in charge has left is not its time. */
export async function viewHelped(tx: Tx, asked: Asked): Promise<z.input<typeof listCases.reply>> {
  const { query, rules, now } = asked;
  const all = (await listHelped(tx, asked)).map((row) => helpedRow(row, rules, now));
  const shown = query.light === undefined ? all : all.filter(({ light }) => light === query.light);
  const count = (light: CaseLight) => all.filter((row) => row.light === light).length;
  return {
    total: shown.length,
    lights: { red: count('red'), yellow: count('yellow'), green: count('green') },
    cases: shown.slice(query.offset, query.offset + query.limit),
    nextDue: all.find(({ due }) => due > now.toISOString())?.due ?? null,
    ...{ dayMinutes: minutesOfToday(rules, now), asOf: now.toISOString() },
  };
}

async function listHelped(tx: Tx, { viewer, query, now }: Asked): Promise<readonly HelpRow[]> {
  const { rows } = await sql<HelpRow>`
    select ${caseColumns}, h.asked_at, h.due_at as help_due_at
    from case_help h join need_case c on c.city = h.city and c.id = h.case_id
    where h.city = ${viewer.city} and h.helper_id = ${viewer.organisationId}::uuid and h.answered_at is null and c.over_at is null
      ${filtered({ ...query, light: undefined }, now, viewer)}
    order by h.due_at, c.id limit ${mostHelps}`.execute(tx);
  return rows;
}

function helpedRow(row: HelpRow, rules: CaseRules, now: Date): CaseRow {
  const { calendar } = rules;
  const { help_due_at: due, asked_at: askedAt } = row;
  const late = now > due;
  const remainingMs = late ? 0 - workedBetween(calendar, due, now) : workedBetween(calendar, now, due);
  // on a free day no working time has passed, and yet the instant has
  const light = late ? 'red' : helpLight({ isOpen: true, askedAt, remainingMs }, rules);
  return {
    ...caseRowOf(row, rules, now),
    ...{ light: light === 'red' || light === 'yellow' ? light : 'green', caughtUp: false, byMark: false },
    ...{ start: askedAt.toISOString(), due: due.toISOString(), dueCertain: isKnownDay(calendar, cityDay(due)) },
    ...{ remainingMinutes: wholeMinutes(remainingMs), signDue: null, firstAnswerDue: null },
  };
}
