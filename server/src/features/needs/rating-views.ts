import type { listCallbacks, listSuspicions } from '@zhitong/contract/needs/rating-contract';
import type { Language } from '@zhitong/domain/language';
import { callbackSeed, drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { unfilled } from '@zhitong/domain/needs/case-template';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { gradeSum, ratingGrades } from '@zhitong/domain/needs/rating';
import {
  type Answered,
  bulkClosings,
  isSelfRating,
  type SuspicionKind,
  suspicionWords,
  templateAnswers,
} from '@zhitong/domain/needs/rating-suspicion';
import { sql } from 'kysely';
import type { z } from 'zod';
import { asSystem, enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { getCaseRules } from './case-rules.ts';
import { countGrades } from './rating-reading.ts';

/** The grades of one's own body, once they are enough to hide who gave them. */
export function viewGrades({ database }: CaseDeps, { city, organisationId: bodyId, ...viewer }: Viewer) {
  return inContext(database, contextOf({ city, organisationId: bodyId, ...viewer }), async (tx) => {
    const given = await asSystem(tx, enteredContext(tx), () => countGrades(tx, { city, bodyId }));
    const { count, grades } = gradeSum(given);
    return { count, grades: grades && ratingGrades.map((grade) => ({ grade, count: grades[grade] })) };
  });
}

type Suspicion = z.input<typeof listSuspicions.reply>['suspicions'][number];

interface AnswerRow extends Answered {
  readonly body: string;
  readonly bodyId: string;
  readonly person: string;
}

const looksBack = 30 * 86_400_000;
const mostAnswers = 50_000;
const mostShown = 200;
const mostCases = 50;

/** What the detector marks in the last 30 days, newest first. */
export function viewSuspicions(
  { database, effects }: CaseDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
): Promise<z.input<typeof listSuspicions.reply>> {
  const now = effects.now();
  const of = { city: viewer.city, since: new Date(now.getTime() - looksBack) };
  return inContext(database, contextOf(viewer), async (tx) => {
    const { calendar } = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
    const answers = await listAnswers(tx, of);
    const selfRated = await asSystem(tx, enteredContext(tx), () => listSelfRated(tx, of));
    const known = new Map(answers.map((answer) => [answer.caseId, answer]));
    const marks = (kind: SuspicionKind, runs: readonly (readonly Answered[])[]) =>
      runs.flatMap((run) =>
        markOf(
          run.flatMap(({ caseId }) => known.get(caseId) ?? []),
          { kind, language },
        ),
      );
    const suspicions = [
      ...marks('bulk-closing', bulkClosings(answers, calendar)),
      ...marks('template-answers', templateAnswers(answers)),
      ...selfRated.map((row) => ({
        ...row,
        kind: 'self-rating' as const,
        words: suspicionWords['self-rating'][language],
      })),
    ];
    return { suspicions: suspicions.toSorted((a, b) => (a.to < b.to ? 1 : -1)).slice(0, mostShown) };
  });
}

function markOf(
  run: readonly AnswerRow[],
  { kind, language }: { kind: SuspicionKind; language: Language },
): Suspicion[] {
  const times = run.map(({ at }) => at.getTime());
  return run.slice(0, 1).map(({ bodyId, body, person }) => ({
    ...{ kind, words: suspicionWords[kind][language], body: { id: bodyId, name: body }, person, count: run.length },
    ...{ from: new Date(Math.min(...times)).toISOString(), to: new Date(Math.max(...times)).toISOString() },
    cases: run.slice(0, mostCases).map(({ caseId }) => caseId),
  }));
}

/** The last answer of each case of the time, with what it was due against. */
async function listAnswers(tx: Tx, { city, since }: { city: string; since: Date }): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow & { allowance: number; firm: string; matter: string }>`
    select distinct on (a.case_id) a.case_id as "caseId", a.person_id as "personId", a.person_name as person, a.body_id as "bodyId",
           a.body_name as body, a.at, c.due_at as due, c.allowance_ms as allowance, coalesce(a.text, '') as text,
           c.asker_name as firm, coalesce(d.title, c.title) as matter
    from case_action a join need_case c on c.city = a.city and c.id = a.case_id
    left join duty d on d.city = c.city and d.id = c.duty_id
    where a.city = ${city} and a.kind = 'answered' and a.at > ${since} and a.person_id is not null and a.body_id is not null
    order by a.case_id, a.seq desc limit ${mostAnswers}`.execute(tx);
  // a template whose places are filled is still the same words
  return rows.map(({ allowance, firm, matter, text, ...row }) => ({
    ...{ ...row, text: unfilled(text, { firm, matter }), allowanceMs: Number(allowance) },
  }));
}

/** Bodies with ratings that came too fast or from too near; the cases are not named, for a body may be the bureau itself. */
async function listSelfRated(
  tx: Tx,
  { city, since }: { city: string; since: Date },
): Promise<readonly Omit<Suspicion, 'kind' | 'words'>[]> {
  const { rows } = await sql<{ bodyId: string; body: string; ratedAt: Date; answeredAt: Date; sameAddress: boolean }>`
    select r.body_id as "bodyId", r.body_name as body, r.rated_at as "ratedAt", r.same_address as "sameAddress", a.at as "answeredAt"
    from case_rating r
    join lateral (select at from case_action where city = r.city and case_id = r.case_id and kind = 'answered' and at <= r.rated_at
                  order by seq desc limit 1) a on true
    where r.city = ${city} and r.rated_at > ${since} order by r.rated_at limit ${mostAnswers}`.execute(tx);
  const bodies = Map.groupBy(rows.filter(isSelfRating), ({ bodyId }) => bodyId);
  return [...bodies.entries()].map(([id, found]) => {
    const times = found.map(({ ratedAt }) => ratedAt.toISOString());
    const [from = '', to = from] = [times[0], times.at(-1)];
    return { body: { id, name: found[0]?.body ?? '' }, person: null, count: found.length, from, to, cases: [] };
  });
}

const mostClosed = 20_000;

/** Cases closed on a day, and those of them whose firms are called back. */
export function viewCallbacks(
  { database }: CaseDeps,
  viewer: Viewer,
  date: string,
): Promise<z.input<typeof listCallbacks.reply>> {
  const end = endOfCityDay(date);
  const start = new Date(end.getTime() - 86_400_000);
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows: closed } = await sql<{ id: string }>`
      select c.id from need_case c
      where c.city = ${viewer.city} and c.status in ('solved', 'unsolved') and c.list <> 'sourcing'
        and c.over_at >= ${start} and c.over_at < ${end} order by c.id limit ${mostClosed}`.execute(tx);
    const drawn = drawCallbacks(
      date,
      closed.map(({ id }) => id),
    );
    const callbacks = await listDrawn(tx, { city: viewer.city, ids: drawn });
    return { date, seed: callbackSeed(date), closed: closed.length, callbacks };
  });
}

async function listDrawn(tx: Tx, { city, ids }: { city: string; ids: readonly string[] }) {
  const rows = await tx
    .selectFrom('need_case')
    .select(['id', 'need_id', 'title', 'asker_id', 'asker_name', 'lead_id', 'lead_name', 'status', 'over_at'])
    .where('city', '=', city)
    .where('id', 'in', ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('over_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ case: { id: row.id }, need: { id: row.need_id }, title: row.title },
    ...{ asker: { id: row.asker_id, name: row.asker_name }, lead: { id: row.lead_id, name: row.lead_name } },
    ...{ status: row.status === 'solved' ? ('solved' as const) : ('unsolved' as const) },
    closedAt: (row.over_at ?? new Date(0)).toISOString(),
  }));
}
