import { type CaseAction, isCaseOver } from '@zhitong/domain/needs/case-action';
import { caseClock } from '@zhitong/domain/needs/case-clock';
import { nextCaseActions } from '@zhitong/domain/needs/case-decision';
import { caseState } from '@zhitong/domain/needs/case-history';
import { caseLight } from '@zhitong/domain/needs/case-light';
import { caseRules } from '@zhitong/domain/needs/case-terms';
import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { lightIs } from '#features/needs/case-filter-sql';
import { readCaseAction, readCaseState } from '#features/needs/case-state-json';
import { inContext } from '#platform/context';
import { connect, type Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { cloneDatabase } from '#testing/test-cluster';
import { demoCity } from './demo-city.ts';
import { seedDemo } from './seed-demo.ts';
import { readUsualTerms } from './seed-reference.ts';

let database: Database;

beforeAll(async () => {
  const { url } = await cloneDatabase(inject('adminUrl'), 'empty');
  database = connect({ url, kind: 'embedded' });
  await seedDemo(database, { effects: realEffects });
  return () => database.close();
}, 180_000);

interface Row {
  id: string;
  list: string;
  status: string;
  lead_id: string;
  state: unknown;
  seq: number;
  light: string;
  allowance_ms: number;
  penalty_ms: number;
  actions: unknown[];
}

async function readCases(now: Date): Promise<readonly Row[]> {
  const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
    sql<Row>`
      select c.id, c.list, c.status, c.lead_id, c.state, c.seq, ${lightIs(now)} as light, c.allowance_ms, c.penalty_ms,
             (select jsonb_agg(a.action order by a.seq) from case_action a where a.city = c.city and a.case_id = c.id) as actions
      from need_case c where c.city = ${demoCity}`.execute(tx),
  );
  return rows;
}

describe('the demo cases', () => {
  it('are as many as a busy city has, on all four lists, in every state', async () => {
    const rows = await readCases(new Date());
    expect(rows.length).toBeGreaterThan(1_000);
    expect(new Set(rows.map(({ list }) => list))).toEqual(new Set(['problem', 'funding', 'sourcing', 'technology']));
    expect(new Set(rows.map(({ light }) => light)).size).toBeGreaterThanOrEqual(5);
  });

  it('are each the fold of their actions, and show the light of their history', async () => {
    const now = new Date();
    const rules = caseRules(readUsualTerms());
    for (const row of await readCases(now)) {
      const [first, ...rest] = row.actions.map(readCaseAction);
      const actions: readonly [CaseAction, ...CaseAction[]] = [first as CaseAction, ...rest];
      const state = caseState(actions);
      expect(readCaseState(row.state)).toEqual(state);
      expect([row.status, row.lead_id, row.seq]).toEqual([state.status, state.lead, actions.length]);
      const allowanceMs = Number(row.allowance_ms);
      const clock = caseClock(state, { calendar: rules.calendar, allowanceMs, penaltyMs: Number(row.penalty_ms) }, now);
      expect(row.light).toBe(caseLight(state, clock, { ...rules.light, allowanceMs }));
      if (!isCaseOver(state.status)) expect(nextCaseActions(state, 'firm').length).toBeGreaterThan(0);
    }
  });
});
