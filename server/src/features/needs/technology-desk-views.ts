import type { listTechnology } from '@zhitong/contract/needs/technology-contract';
import type { SheetAnswer, TechnologyAsk, TechnologyState } from '@zhitong/contract/needs/technology-values';
import type { Language } from '@zhitong/domain/language';
import { passedOverWords, readPassedOver } from '@zhitong/domain/needs/answer-choice';
import { remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { TargetSheet } from '@zhitong/domain/needs/target-sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { refuseFirm } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { helpLight } from './help-light.ts';
import { readSheetAnswers, reasonsReply, sheetReply } from './technology-row-views.ts';
import { listSheets } from './technology-sheet-reading.ts';

type Query = z.output<NonNullable<typeof listTechnology.query>>;

export interface AnswererReading {
  readonly viewer: Viewer;
  readonly language: Language;
}

interface Row {
  id: string;
  case_id: string;
  need_id: string;
  asker_id: string;
  asker_name: string;
  title: string;
  text: string;
  reasons: unknown;
  asked_at: Date;
  due_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  chosen_at: Date | null;
  passed_at: Date | null;
  passed_code: string | null;
  demo: boolean;
  kind: string;
}

/** the case is over, or the firm took another answer */
const isOver = sql`a.ended_at is not null or a.passed_at is not null`;

/** What was sent to the body, what waits for it and is due first at the top. Nothing of any other answerer is read. */
export function viewTechnologyList(
  deps: CaseDeps,
  reading: AnswererReading,
  query: Query,
): Promise<z.input<typeof listTechnology.reply>> {
  const now = deps.effects.now();
  const { city, organisationId } = reading.viewer;
  return inContext(deps.database, contextOf(reading.viewer), async (tx) => {
    await refuseFirm(tx, reading.viewer);
    const where = sql`a.city = ${city} and a.body_id = ${organisationId}::uuid and ${states[query.state]}`;
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from technology_ask a where ${where}`.execute(tx);
    const rows = await readRows(tx, {
      where,
      order: sql`order by (${isOver}), (a.answered_at is not null), a.due_at, a.id
                 limit ${query.limit} offset ${query.offset}`,
    });
    const asks = await repliesOf(tx, reading, { rows, now });
    return { total: totals[0]?.total ?? 0, asks, asOf: now.toISOString() };
  });
}

const states: Readonly<Record<Query['state'], RawBuilder<unknown>>> = {
  all: sql`true`,
  open: sql`not (${isOver}) and a.answered_at is null`,
  answered: sql`a.answered_at is not null`,
  over: isOver,
};

export function viewTechnology(deps: CaseDeps, reading: AnswererReading, id: string): Promise<TechnologyAsk> {
  const now = deps.effects.now();
  const { city, organisationId } = reading.viewer;
  return inContext(deps.database, contextOf(reading.viewer), async (tx) => {
    await refuseFirm(tx, reading.viewer);
    const where = sql`a.city = ${city} and a.id = ${id} and a.body_id = ${organisationId}::uuid`;
    const [ask] = await repliesOf(tx, reading, { rows: await readRows(tx, { where, order: sql`limit 1` }), now });
    if (!ask) throw new Refusal('platform.not-found');
    return ask;
  });
}

async function readRows(
  tx: Tx,
  { where, order }: { where: RawBuilder<unknown>; order: RawBuilder<unknown> },
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.case_id, a.need_id, a.asker_id, a.asker_name, a.title, a.text, a.reasons, a.asked_at, a.due_at,
           a.answered_at, a.ended_at, a.chosen_at, a.passed_at, a.passed_code, a.demo, o.kind
    from technology_ask a join organisation o on o.city = a.city and o.id = a.body_id
    where ${where} ${order}`.execute(tx);
  return rows;
}

async function repliesOf(
  tx: Tx,
  { viewer, language }: AnswererReading,
  { rows, now }: { rows: readonly Row[]; now: Date },
): Promise<TechnologyAsk[]> {
  const { city } = viewer;
  const rules = await getCaseRules(tx, { city, day: cityDay(now) });
  const sheets = await listSheets(tx, { city, needIds: rows.map(({ need_id }) => need_id) });
  const answers = await readSheetAnswers(
    tx,
    city,
    rows.map(({ id }) => id),
  );
  const leads = await asSystem(tx, contextOf(viewer), () => readLeads(tx, city, rows));
  return rows.map((row) =>
    reply(row, {
      ...{ language, rules, now, own: viewer.organisationId, sheet: sheets.get(row.need_id) ?? noSheet },
      ...{ answers: answers.get(row.id) ?? [], lead: leads.get(row.case_id) },
    }),
  );
}

const noSheet: TargetSheet = { targets: [], trl: null, budgetFen: null, ipWish: null };

/** Who answers for the case now, and whether it is a centre that took it. Nothing else of the case leaves this view. */
interface Lead {
  readonly case_id: string;
  readonly lead_id: string;
  readonly status: string;
  readonly due_at: Date;
  readonly taken: boolean;
}

async function readLeads(tx: Tx, city: string, rows: readonly Row[]): Promise<ReadonlyMap<string, Lead>> {
  const cases = sql`${`{${rows.map(({ case_id }) => case_id).join(',')}}`}::uuid[]`;
  const { rows: leads } = await sql<Lead>`
    select c.id as case_id, c.lead_id, c.status, c.due_at,
           exists (select 1 from technology_ask t where t.city = c.city and t.case_id = c.id and t.body_id = c.lead_id
                     and t.took_at is not null) as taken
    from need_case c where c.city = ${city} and c.id = any(${cases}) limit ${Math.max(1, rows.length)}`.execute(tx);
  return new Map(leads.map((lead) => [lead.case_id, lead]));
}

interface Beside {
  readonly language: Language;
  readonly rules: CaseRules;
  readonly now: Date;
  readonly own: string;
  readonly sheet: TargetSheet;
  /** newest first */
  readonly answers: readonly SheetAnswer[];
  readonly lead: Lead | undefined;
}

function reply(row: Row, { language, rules, now, own, sheet, answers, lead }: Beside): TechnologyAsk {
  const state = stateOf(row);
  const standing = { dueAt: row.due_at, stoppedAt: row.answered_at ?? row.ended_at ?? row.passed_at };
  const remainingMs = remainingOfStanding(standing, rules, now);
  const [answer = null, ...earlier] = answers;
  const leads = lead?.lead_id === own;
  const goesOn = lead?.status === 'waiting' || lead?.status === 'handling';
  const mayTake = state !== 'over' && row.kind === 'centre' && goesOn && !leads && !lead.taken;
  return {
    ...{ id: row.id, asker: { id: row.asker_id, name: row.asker_name }, title: row.title, text: row.text, state },
    ...{ sheet: sheetReply(sheet), reasons: reasonsReply(row.reasons, language), demo: row.demo },
    ...{ askedAt: row.asked_at.toISOString(), due: row.due_at.toISOString() },
    light: helpLight({ isOpen: state === 'open', askedAt: row.asked_at, remainingMs }, rules),
    ...{ remainingMinutes: wholeMinutes(remainingMs), dayMinutes: minutesOfToday(rules, now) },
    lead: leads ? { caseId: row.case_id, due: lead.due_at.toISOString() } : null,
    taken: lead?.taken === true && !leads,
    ...{ answer, earlier, chosen: row.chosen_at !== null },
    passedOver: row.passed_code === null ? null : passedOverWords[readPassedOver(row.passed_code)][language],
    allowed: [...(mayTake ? (['take'] as const) : []), ...(state === 'over' ? [] : (['answer'] as const))],
  };
}

function stateOf({ ended_at, passed_at, answered_at }: Row): TechnologyState {
  if (ended_at !== null || passed_at !== null) return 'over';
  return answered_at === null ? 'open' : 'answered';
}
