import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseAction, type CaseSide, isCaseOver } from '@zhitong/domain/needs/case-action';
import { afterCaseAction, type CaseState, caseState } from '@zhitong/domain/needs/case-history';
import { caseStanding } from '@zhitong/domain/needs/case-standing';
import { givenTerms } from '@zhitong/domain/needs/case-terms';
import { caseTimers, subjectOf } from '@zhitong/domain/needs/case-timers';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';
import type { CasePhrases } from './seed-case-fates.ts';
import { type OrderPhrases, orderActionRows, orderRow, orderWordRows, tellOrders } from './seed-case-orders.ts';
import { type CaseStory, type CaseWorld, tellRequests, tellSourcing } from './seed-case-stories.ts';
import { fundingTables } from './seed-funding.ts';
import { tellFunding } from './seed-funding-stories.ts';
import { paymentTables } from './seed-payments.ts';
import { callbackRows, ratingRows } from './seed-ratings.ts';
import { dataFolder, readUsualOrderTerms } from './seed-reference.ts';
import type { Story } from './seed-stories.ts';
import { tellSuspicions } from './seed-suspicions.ts';
import { tellTechnology } from './seed-technology.ts';
import { technologyTables } from './seed-technology-rows.ts';

/** The demo cases with their actions, what fell due in them, and the news of it, as the running server would have written them. */
export async function writeCases(
  tx: Tx,
  connection: BulkConnection,
  { world, stories }: { readonly world: CaseWorld; readonly stories: readonly Story[] },
): Promise<void> {
  const phrases: CasePhrases = JSON.parse(readFileSync(join(dataFolder, 'demo-city', 'case-phrases.json'), 'utf8'));
  const technology = tellTechnology(world);
  const asks = tellFunding(world);
  const requests = [
    ...tellRequests(world, phrases),
    ...tellSuspicions(world),
    ...technology,
    ...new Set(asks.map(({ story }) => story)),
  ];
  const stood = [...requests, ...tellSourcing(world, stories)].map((story) => standingOf(world, story));
  const orderWords: OrderPhrases = JSON.parse(
    readFileSync(join(dataFolder, 'demo-city', 'order-phrases.json'), 'utf8'),
  );
  const orders = tellOrders(world, { cases: stood, phrases: orderWords });
  const issuers = new Map(orders.map(({ story, issuer }) => [story.id, issuer.id]));
  const cases = stood.map((one) => ({ ...one, issuer: issuers.get(one.story.id) }));
  const orderTerms = readUsualOrderTerms();
  const names = new Map(world.rows.organisations.map(({ id, name }) => [id, name]));
  const tables = [
    { table: 'need', rows: requests.map(needRow) },
    { table: 'need_case', rows: cases.map((one) => caseRow(world, one, names)) },
    { table: 'case_action', rows: cases.flatMap((one) => actionRows(world, one, names)) },
    { table: 'case_timer', rows: cases.flatMap((one) => timerRows(world, one)) },
    { table: 'case_task', rows: cases.flatMap((one) => taskRows(world, one, names)) },
    { table: 'case_rating', rows: ratingRows(world, cases, names) },
    { table: 'callback_note', rows: callbackRows(world, requests) },
    { table: 'supervision_order', rows: orders.map((one) => orderRow(world, one, { names, terms: orderTerms })) },
    { table: 'order_action', rows: orders.flatMap((one) => orderActionRows(one, names)) },
    { table: 'order_word', rows: orders.flatMap(orderWordRows) },
    {
      table: 'event',
      rows: cases.filter(({ story }) => story.kind !== 'sourcing').flatMap((one) => eventRows(world, one, names)),
    },
    ...technologyTables(world, technology),
  ];
  for (const table of [...tables, ...fundingTables(world, asks), ...paymentTables(world, { asks, stories })])
    await fillCityTable(tx, connection, table);
}

interface Stood {
  readonly story: CaseStory;
  readonly state: CaseState;
  readonly terms: ReturnType<typeof givenTerms>;
  readonly standing: ReturnType<typeof caseStanding>;
  readonly last: CaseAction;
  /** the office that ordered it */
  readonly issuer?: string | undefined;
}

type Names = ReadonlyMap<string, string>;

function standingOf({ rules }: CaseWorld, story: CaseStory): Stood {
  const [first, ...rest] = story.steps.map(({ action }) => action);
  if (!first) throw new Error('A demo case without a beginning.');
  const state = rest.reduce<CaseState>((before, action) => afterCaseAction(before, action), caseState([first]));
  const terms = givenTerms(rules, { list: story.kind, class: story.class, at: first.at });
  return { story, state, terms, standing: caseStanding(state, terms, rules), last: rest.at(-1) ?? first };
}

function needRow({ needId, asker, kind, text, steps: [first, ...rest] }: CaseStory) {
  const end = [...rest].reverse().find(({ action }) => action.kind === 'withdrawn');
  return {
    ...{ city: asker.city, id: needId, organisation_id: asker.id, kind, text, product_ids: '{}', certificates: '{}' },
    ...{ limits: [], state: end ? 'withdrawn' : 'open', reach: 'city', notes: [], idempotency_key: `seed ${needId}` },
    ...{ text_hash: createHash('sha256').update(text).digest('hex'), demo: true, published_at: first.action.at },
    closed_at: end?.action.at ?? null,
  };
}

function caseRow({ rows }: CaseWorld, { story, state, terms, standing, last, issuer }: Stood, names: Names) {
  const { asker, duty, steps } = story;
  const { post, holder } = holderOf(rows, { duty, lead: state.lead });
  const proposals = story.proposed.map(({ duty: matter, confidence }) => proposal(matter, confidence, names));
  return {
    ...{ city: asker.city, id: story.id, need_id: story.needId, asker_id: asker.id, asker_name: asker.name },
    ...{
      asker_region: asker.region,
      list: story.kind,
      class: story.class,
      duty_id: duty?.id ?? null,
      candidates: proposals,
    },
    ...{ title: caseTitle(story.text), text: story.text, status: state.status, lead_id: state.lead },
    ...{ lead_name: names.get(state.lead) ?? '', holder_post_id: post?.id ?? null, holder_id: holder?.id ?? null },
    ...{ holder_name: holder?.name ?? null, lead_since: state.leadSince, started_at: steps[0].action.at },
    ...{ round: state.rounds.length, allowance_ms: terms.allowanceMs, penalty_ms: terms.penaltyMs },
    ...{ due_at: standing.dueAt, due_certain: standing.dueCertain, yellow_at: standing.yellowAt },
    ...{ first_answer_due_at: standing.firstAnswerDueAt, red_at: standing.redAt },
    ...{ sign_due_at: standing.signDueAt, stopped_at: standing.stoppedAt, late: standing.late },
    ...{ over_at: isCaseOver(state.status) ? last.at : null, hand_backs: standing.handBacks },
    ...{ state: JSON.stringify(state), seq: steps.length, demo: true },
    reader_ids: listValue([...new Set([...readersOf(story, state), ...(issuer ? [issuer] : [])])]),
  };
}

/** The owner of the matter, the first handler of the body, or its manager. */
function holderOf(rows: CaseWorld['rows'], { duty, lead }: { duty: CaseStory['duty']; lead: string }) {
  const owner = duty && lead === duty.bodyId ? rows.posts.find(({ id }) => id === duty.ownerPostId) : undefined;
  const post =
    owner ??
    rows.posts.find(
      ({ organisationId, role }) => organisationId === lead && (role === 'handler' || role === 'operator'),
    ) ??
    rows.posts.find(({ organisationId, role }) => organisationId === lead && role === 'manager');
  return { post, holder: post && rows.people.find(({ id }) => id === post.personId) };
}

function proposal(duty: NonNullable<CaseStory['duty']>, confidence: number, names: Names) {
  return {
    ...{ dutyId: duty.id, number: duty.number, title: duty.title, bodyId: duty.bodyId, confidence, reasons: [] },
    bodyName: names.get(duty.bodyId) ?? '',
  };
}

function readersOf({ asker }: CaseStory, { rounds }: CaseState): string[] {
  return [...new Set([asker.id, ...rounds.flatMap(({ holdings }) => holdings.map(({ body }) => body))])];
}

function actionRows({ rows }: CaseWorld, { story, state }: Stood, names: Names) {
  // the first quote of a supplier answers a sourcing need, nobody of the bureau does
  const { holder } = story.kind === 'sourcing' ? {} : holderOf(rows, { duty: story.duty, lead: state.lead });
  return story.steps.map(({ action, side, text }, at) => {
    const acting = { firm: story.asker.id, system: null, lead: state.lead, helper: state.lead, bureau: state.lead };
    const body = doerOf(action, side) ?? acting[side];
    return {
      ...{ city: story.asker.city, case_id: story.id, seq: at + 1, kind: action.kind, at: action.at, side, text },
      ...(action.kind === 'answered' && body === state.lead && holder
        ? { person_id: holder.id, person_name: holder.name }
        : { person_id: null, person_name: null }),
      ...{ body_id: body, body_name: body && (names.get(body) ?? '') },
      action: JSON.stringify(action),
    };
  });
}

/** The body an action names as its doer: a bank or centre helps in its own name. Undefined: whoever stands on that side. */
function doerOf(action: CaseAction, side: CaseSide): string | undefined {
  if ('body' in action) return action.body;
  if (action.kind === 'taken') return action.next;
  return side === 'helper' && 'helper' in action ? action.helper : undefined;
}

function timerRows({ rules, now }: CaseWorld, { story, state, terms }: Stood) {
  return caseTimers(state, terms, rules).map(({ kind, dueAt }) => ({
    ...{ city: story.asker.city, case_id: story.id, round: state.rounds.length, kind, due_at: dueAt },
    fired_at: dueAt <= now ? dueAt : null,
  }));
}

function taskRows(world: CaseWorld, { story, state, terms, issuer }: Stood, names: Names) {
  return caseTimers(state, terms, world.rules).flatMap(({ kind, dueAt }) => {
    const { who: rung, mark } = subjectOf(kind);
    if (rung === null || dueAt > world.now) return [];
    const body = rung === 'bureau' || rung === 'chief' ? world.bureauId : state.lead;
    // an office has seen to it by its order
    const closed = issuer === body && (rung === 'bureau' || rung === 'chief') ? world.now : null;
    const whose = { body_id: body, body_name: names.get(body) ?? '', person_id: null, person_name: null };
    return [
      {
        city: story.asker.city,
        id: world.newId(),
        case_id: story.id,
        rung,
        mark,
        ...whose,
        at: dueAt,
        closed_at: closed,
      },
    ];
  });
}

function eventRows({ newId }: CaseWorld, { story, state }: Stood, names: Names) {
  const { asker, needId, kind: list, text } = story;
  const title = caseTitle(text);
  return story.steps.map(({ action, side }) => ({
    ...{ city: asker.city, id: newId(), type: 'case.acted', subject_id: story.id, at: action.at },
    audience: listValue(readersOf(story, state)),
    payload: {
      ...{ needId, title, list, kind: action.kind, by: names.get(doerOf(action, side) ?? asker.id) ?? '' },
      lead: names.get('next' in action ? action.next : state.lead) ?? '',
      ...('code' in action ? { code: action.code } : {}),
    },
  }));
}
