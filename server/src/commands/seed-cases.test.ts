import { type CaseAction, type CaseStatus, isCaseOver } from '@zhitong/domain/needs/case-action';
import { caseClock } from '@zhitong/domain/needs/case-clock';
import { decideCaseAction, nextCaseActions } from '@zhitong/domain/needs/case-decision';
import { afterCaseAction, caseState } from '@zhitong/domain/needs/case-history';
import { caseLight, caseLights } from '@zhitong/domain/needs/case-light';
import { caseMarks, markLights } from '@zhitong/domain/needs/case-mark';
import { caseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needKinds, shownNeedStates } from '@zhitong/domain/needs/need';
import type { OrderAction } from '@zhitong/domain/needs/order-action';
import { orderState } from '@zhitong/domain/needs/order-history';
import { suspicionKinds } from '@zhitong/domain/needs/rating-suspicion';
import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { lightIs } from '#features/needs/case-filter-sql';
import { viewCases } from '#features/needs/case-list-views';
import { readCaseAction, readCaseState } from '#features/needs/case-state-json';
import { viewNeeds } from '#features/needs/need-views';
import { readOrderAction, readOrderState } from '#features/needs/order-state-json';
import { viewSuspicions } from '#features/needs/rating-views';
import { inContext } from '#platform/context';
import { connect, type Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { wordColumn } from '#platform/json-column';
import type { Viewer } from '#platform/viewer';
import { cloneDatabase } from '#testing/test-cluster';
import { demoCity } from './demo-city.ts';
import { seedDemo } from './seed-demo.ts';
import { ensureReference, readUsualTerms } from './seed-reference.ts';

let database: Database;

beforeAll(async () => {
  const { url } = await cloneDatabase(inject('adminUrl'), 'empty');
  database = connect({ url, kind: 'embedded' });
  // as the server does at its start
  await ensureReference(database, demoCity);
  await seedDemo(database, { effects: realEffects });
  return () => database.close();
}, 180_000);

const bureau: Viewer = {
  ...{ userId: 'test', personId: '01950000-0000-7000-8000-000000000001', personName: '演示-甲', city: demoCity },
  ...{ postId: '01950000-0000-7000-8000-000000000002', role: 'operator', organisationName: '演示', address: '' },
  ...{ organisationId: '01950000-0000-7000-8000-000000000003', requestId: 'test' },
};

interface Row {
  id: string;
  list: string;
  status: string;
  lead_id: string;
  state: unknown;
  seq: number;
  light: string;
  due_at: Date;
  stopped_at: Date | null;
  allowance_ms: number;
  penalty_ms: number;
  actions: unknown[];
}

async function readCases(now: Date): Promise<readonly Row[]> {
  const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
    sql<Row>`
      select c.id, c.list, c.status, c.lead_id, c.state, c.seq, ${lightIs(now)} as light, c.due_at, c.stopped_at, c.allowance_ms, c.penalty_ms,
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
      expect(row.light).toBe(
        caseLight(state, clock, {
          ...rules.light,
          allowanceMs,
          missed: markLights(caseMarks(state, rules), rules.marks),
        }),
      );
      if (!isCaseOver(state.status)) expect(nextCaseActions(state, 'firm').length).toBeGreaterThan(0);
    }
  });
});

describe('the figures above a list of cases', () => {
  it('count what the lights of its rows say, and name the next instant at which one is due', async () => {
    const now = new Date();
    const open = (await readCases(now)).filter(({ status }) => !isCaseOver(wordColumn<CaseStatus>(status)));
    const has = (...lights: readonly string[]) => open.filter(({ light }) => lights.includes(light)).length;
    const query = { who: 'body', q: '', limit: 100, offset: 0 } as const;
    const deps = { database, effects: { ...realEffects, now: () => now } };
    const { lights, total, nextDue } = await viewCases(deps, bureau, query);
    expect(lights).toEqual({ red: has('red'), yellow: has('yellow', 'caught-up'), green: has('green') });
    expect(total).toBe(open.length);
    const due = open.flatMap(({ due_at, stopped_at }) =>
      stopped_at === null && due_at > now ? [due_at.getTime()] : [],
    );
    expect(nextDue).toBe(new Date(Math.min(...due)).toISOString());
    expect(Math.min(lights.red, lights.yellow, lights.green)).toBeGreaterThan(0);
  });
});

describe('the demo orders', () => {
  it('stand in several states, each the fold of its actions, with the body that has the case', async () => {
    const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
      sql<{ state: unknown; status: string; body: string; lead: string; actions: unknown[] }>`
        select o.state, o.status, o.lead_id as body, c.lead_id as lead,
               (select jsonb_agg(a.action order by a.seq) from order_action a where a.city = o.city and a.order_id = o.id) as actions
        from supervision_order o join need_case c on c.city = o.city and c.id = o.case_id where o.city = ${demoCity}`.execute(
        tx,
      ),
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThanOrEqual(4);
    for (const { state, status, body, lead, actions } of rows) {
      const [first, ...rest] = actions.map(readOrderAction);
      const folded = orderState([first as OrderAction, ...rest]);
      expect(readOrderState(state)).toEqual(folded);
      expect([status, body]).toEqual([folded.status, lead]);
    }
  });
});

describe('the list of needs', () => {
  it('finds by state, list and light exactly the rows that show them', async () => {
    const now = new Date();
    const reading = { viewer: bureau, language: 'zh', today: cityDay(now), now, productName: () => undefined } as const;
    const read = (filter: Partial<Parameters<typeof viewNeeds>[2]>) =>
      viewNeeds(database, reading, { q: '', limit: 2_000, offset: 0, ...filter });
    const { needs, total } = await read({});
    expect(needs.length).toBe(total);
    const idsOf = (rows: typeof needs) => rows.map(({ id }) => id).toSorted();
    for (const state of shownNeedStates)
      expect(idsOf((await read({ state })).needs), state).toEqual(idsOf(needs.filter((row) => row.state === state)));
    for (const list of needKinds)
      expect(idsOf((await read({ list })).needs), list).toEqual(idsOf(needs.filter((row) => row.kind === list)));
    for (const light of caseLights)
      expect(idsOf((await read({ light })).needs), light).toEqual(
        idsOf(needs.filter(({ case: one }) => (light === 'caught-up' ? one?.caughtUp : one?.light === light))),
      );
  });
});

describe('what the detector marks in the demo city', () => {
  it('is of every kind, each mark with the cases behind it', async () => {
    const { suspicions } = await viewSuspicions({ database, effects: realEffects }, { viewer: bureau, language: 'zh' });
    for (const kind of suspicionKinds) {
      const marks = suspicions.filter((one) => one.kind === kind);
      expect(marks.length, kind).toBeGreaterThan(0);
      for (const { cases, count } of marks) expect(cases, kind).toHaveLength(count);
    }
  });
});

describe('the bodies of districts in the demo city', () => {
  it('stand in on every list on which the duty table gives districts something to do, but where the city keeps it', async () => {
    const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
      sql<{ list: string; body: string; zones: number; sources: string[] }>`
        select b.list, o.short_name as body, count(*)::int as zones, array_agg(distinct b.source) as sources
        from district_body b join organisation o on o.city = b.city and o.id = b.body_id
        where b.city = ${demoCity} group by 1, 2`.execute(tx),
    );
    expect(new Set(rows.map(({ list }) => list))).toEqual(new Set(['problem', 'funding', 'sourcing', 'technology']));
    expect(new Set(rows.flatMap(({ sources }) => sources))).toEqual(new Set(['演示']));
    expect(rows.find(({ list, body }) => list === 'problem' && body === '市税务局')?.zones).toBeGreaterThan(0);
    expect(rows.find(({ list, body }) => list === 'problem' && body === '市人社局')).toBeUndefined();
  });

  it('have cases of the problem list, each saying that it was placed there', async () => {
    const placed = (await readCases(new Date())).flatMap(({ list, actions }) => {
      const first = readCaseAction(actions[0]);
      return list === 'problem' && first.kind === 'submitted' ? [first.placing] : [];
    });
    expect(placed.filter((placing) => placing === 'district').length).toBeGreaterThan(20);
    expect(placed).toContain('no-district-body');
  });
});

describe('the demo banks', () => {
  const count = async (table: 'funding_ask' | 'funding_offer' | 'funding_receipt', where: string) => {
    const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
      sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} t
        where t.city = ${demoCity} and ${sql.raw(where)}`.execute(tx),
    );
    return rows[0]?.count ?? 0;
  };

  it('have been asked, have offered, declined with a reason, won and lost, and hold receipts', async () => {
    for (const state of ['open', 'offered', 'declined', 'won', 'lost'])
      expect(await count('funding_ask', `state = '${state}'`), state).toBeGreaterThan(0);
    expect(await count('funding_ask', `state = 'lost' and lost_code is not null`)).toBe(
      await count('funding_ask', `state = 'lost'`),
    );
    expect(await count('funding_offer', 'true')).toBeGreaterThanOrEqual(6);
    expect(await count('funding_receipt', 'used_at is not null')).toBeGreaterThan(0);
    expect(await count('funding_receipt', 'used_at is null')).toBeGreaterThan(0);
  });

  it('find payments behind each receipt, on deliveries that both sides have confirmed, most of them confirmed too', async () => {
    const { rows } = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
      sql<{ asker: string; payments: number; confirmed: number; unsigned: number; too_much: number }>`
        select r.asker_id as asker, count(p.id)::int as payments, count(p.confirmed_at)::int as confirmed,
          count(*) filter (where (select count(distinct c.side) from deal_confirmation c
                                  where c.city = p.city and c.step_id = p.step_id) <> 2)::int as unsigned,
          count(*) filter (where p.amount_fen > s.amount_fen or s.kind <> 'delivery')::int as too_much
        from (select distinct city, asker_id from funding_receipt) r
        left join deal_payment p on p.city = r.city and (p.buyer_id = r.asker_id or p.seller_id = r.asker_id)
        left join deal_step s on s.city = p.city and s.id = p.step_id
        where r.city = ${demoCity} group by 1`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.payments, row.asker).toBeGreaterThan(1);
      expect(row.confirmed, row.asker).toBeGreaterThan(0);
      expect([row.unsigned, row.too_much]).toEqual([0, 0]);
    }
  });

  it('stand in the history of their cases, with the district’s finance desk in charge and each step allowed', async () => {
    const rows = (await readCases(new Date())).filter(({ actions }) =>
      actions.some((action) => readCaseAction(action).kind === 'bank-asked'),
    );
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const row of rows) {
      const [first, ...rest] = row.actions.map(readCaseAction);
      expect(first).toMatchObject({ kind: 'submitted', placing: 'district' });
      let state = caseState([first as CaseAction]);
      for (const action of rest) {
        const side = action.kind.startsWith('bank-') && action.kind !== 'bank-asked' ? 'helper' : 'firm';
        const body = 'helper' in action ? action.helper : state.lead;
        expect(() =>
          decideCaseAction(state, { side: action.kind === 'accepted' ? 'lead' : side, body }, action),
        ).not.toThrow();
        state = afterCaseAction(state, action);
      }
    }
  });
});
