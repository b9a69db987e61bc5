import type { acceptAnswer } from '@zhitong/contract/needs/article-contract';
import type { AnswerKind } from '@zhitong/domain/needs/article';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { inForceOn } from './policy-in-force.ts';

interface Source {
  readonly title: string;
  readonly bodyId: string;
  readonly body: string;
}

type Wish = z.output<NonNullable<typeof acceptAnswer.body>>;

/** The firm is done without a case. Pressed twice it is counted once; what it wrote is not kept. */
export function acceptAnswerFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { kind, id: sourceId, idempotencyKey: key }: Wish,
): Promise<z.input<typeof acceptAnswer.reply>['accepted']> {
  const { city, organisationId } = viewer;
  const at = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const source = await findSource(tx, { viewer, kind, id: sourceId, day: cityDay(at) });
    if (!source) throw new Refusal('articles.no-such-answer');
    const body = { id: source.bodyId, name: source.body };
    const id = effects.newId();
    const row = { city, id, organisation_id: organisationId, kind, source_id: sourceId, title: source.title };
    const written = await tx
      .insertInto('answer_accepted')
      .values({ ...row, body_id: source.bodyId, idempotency_key: key, at })
      .onConflict((conflict) => conflict.columns(['city', 'organisation_id', 'idempotency_key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!written) return findWritten(tx, { city, organisationId, key });
    await recordAudit(tx, effects, {
      ...{
        action: 'article.accepted',
        subject: { kind: 'article', id: sourceId },
        after: { kind, title: source.title },
      },
    });
    const event = { city, id: effects.newId(), type: 'article.accepted' as const, subjectId: sourceId, at };
    await appendEvents(tx, [{ ...event, audience: [source.bodyId], payload: { title: source.title, answer: kind } }]);
    return { id, title: source.title, body };
  });
}

interface Of {
  readonly viewer: Viewer;
  readonly kind: AnswerKind;
  readonly id: string;
  readonly day: string;
}

/** Only what the form could have shown: published and in force, or the firm’s own and answered. */
async function findSource(tx: Tx, of: Of): Promise<Source | undefined> {
  const { rows } = await sql<Source>`${sources[of.kind](of)}`.execute(tx);
  return rows[0];
}

const sources: Readonly<Record<AnswerKind, (of: Of) => RawBuilder<Source>>> = {
  article: ({ viewer, id, day }) => sql`
    select v.question as title, b.id as "bodyId", b.name as body
    from article a
    join article_version v on v.city = a.city and v.article_id = a.id and v.version = a.published_version
    join organisation b on b.city = a.city and b.id = a.body_id
    where a.city = ${viewer.city} and a.id = ${id} and v.valid_from <= ${day}::date
      and (v.valid_to is null or v.valid_to > ${day}::date)`,
  policy: ({ viewer, id, day }) => sql`
    select p.title, b.id as "bodyId", b.name as body
    from policy p join organisation b on b.city = p.city and b.id = p.body_id
    where p.city = ${viewer.city} and p.id = ${id} and ${inForceOn(day)}`,
  'own-case': ({ viewer, id }) => sql`
    select c.title, c.lead_id as "bodyId", c.lead_name as body
    from need_case c
    where c.city = ${viewer.city} and c.need_id = ${id} and c.asker_id = ${viewer.organisationId}
      and exists (select 1 from case_action x where x.city = c.city and x.case_id = c.id and x.kind = 'answered')`,
};

async function findWritten(
  tx: Tx,
  { city, organisationId, key }: { city: string; organisationId: string; key: string },
): Promise<{ id: string; title: string; body: { id: string; name: string } }> {
  const row = await tx
    .selectFrom('answer_accepted as x')
    .innerJoin('organisation as b', (join) => join.onRef('b.city', '=', 'x.city').onRef('b.id', '=', 'x.body_id'))
    .select(['x.id', 'x.title', 'b.id as body_id', 'b.name as body'])
    .where('x.city', '=', city)
    .where('x.organisation_id', '=', organisationId)
    .where('x.idempotency_key', '=', key)
    .executeTakeFirstOrThrow();
  return { id: row.id, title: row.title, body: { id: row.body_id, name: row.body } };
}
