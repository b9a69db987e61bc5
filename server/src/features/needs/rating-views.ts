import type { listSuspicions } from '@zhitong/contract/needs/rating-contract';
import type { Language } from '@zhitong/domain/language';
import { unfilled } from '@zhitong/domain/needs/case-template';
import { cityDay } from '@zhitong/domain/needs/city-day';
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

type Suspicion = z.input<typeof listSuspicions.reply>['suspicions'][number];

interface AnswerRow extends Answered {
  readonly body: string;
  readonly bodyId: string;
  readonly person: string;
  readonly title: string;
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
    const selfRated = await asSystem(tx, enteredContext(tx), () =>
      listSelfRated(tx, { ...of, own: viewer.organisationId }),
    );
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
    cases: run.slice(0, mostCases).map(({ caseId, title }) => ({ id: caseId, title })),
  }));
}

/** The last answer of each case of the time, with what it was due against. */
async function listAnswers(tx: Tx, { city, since }: { city: string; since: Date }): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow & { allowance: number; firm: string; matter: string }>`
    select distinct on (a.case_id) a.case_id as "caseId", a.person_id as "personId", a.person_name as person, a.body_id as "bodyId",
           a.body_name as body, a.at, c.due_at as due, c.allowance_ms as allowance, coalesce(a.text, '') as text,
           c.title, c.asker_name as firm, coalesce(d.title, c.title) as matter
    from case_action a join need_case c on c.city = a.city and c.id = a.case_id
    left join duty d on d.city = c.city and d.id = c.duty_id
    where a.city = ${city} and a.kind = 'answered' and a.at > ${since} and a.person_id is not null and a.body_id is not null
    order by a.case_id, a.seq desc limit ${mostAnswers}`.execute(tx);
  // a template whose places are filled is still the same words
  return rows.map(({ allowance, firm, matter, text, ...row }) => ({
    ...{ ...row, text: unfilled(text, { firm, matter }), allowanceMs: Number(allowance) },
  }));
}

interface RatedRow {
  readonly caseId: string;
  readonly title: string;
  readonly bodyId: string;
  readonly body: string;
  readonly ratedAt: Date;
  readonly answeredAt: Date;
  readonly sameAddress: boolean;
}

/** Bodies with ratings that came too fast or from too near. The cases of the reader's own body are not named: it would learn who rated. */
async function listSelfRated(
  tx: Tx,
  { city, since, own }: { city: string; since: Date; own: string },
): Promise<readonly Omit<Suspicion, 'kind' | 'words'>[]> {
  const { rows } = await sql<RatedRow>`
    select r.case_id as "caseId", c.title, r.body_id as "bodyId", r.body_name as body, r.rated_at as "ratedAt",
           r.same_address as "sameAddress", a.at as "answeredAt"
    from case_rating r
    join need_case c on c.city = r.city and c.id = r.case_id
    join lateral (select at from case_action where city = r.city and case_id = r.case_id and kind = 'answered' and at <= r.rated_at
                  order by seq desc limit 1) a on true
    where r.city = ${city} and r.rated_at > ${since} order by r.rated_at limit ${mostAnswers}`.execute(tx);
  const bodies = Map.groupBy(rows.filter(isSelfRating), ({ bodyId }) => bodyId);
  return [...bodies.entries()].map(([id, found]) => {
    const times = found.map(({ ratedAt }) => ratedAt.toISOString());
    const [from = '', to = from] = [times[0], times.at(-1)];
    const named = id === own ? [] : found.slice(0, mostCases);
    const cases = named.map(({ caseId, title }) => ({ id: caseId, title }));
    return { body: { id, name: found[0]?.body ?? '' }, person: null, count: found.length, from, to, cases };
  });
}
