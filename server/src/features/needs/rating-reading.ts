import { createHash } from 'node:crypto';
import type { RatingFacts, RatingGrade } from '@zhitong/domain/needs/rating';
import type { DayGrades } from '@zhitong/domain/needs/rating-period';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export interface StoredRating extends RatingFacts {
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly round: number;
  readonly askerId: string;
  readonly body: string;
  readonly title: string;
}

/** Of a link only this is kept. */
export const ratingHash = (token: string) => createHash('sha256').update(token).digest('hex');

const columns = sql`r.id, r.case_id as "caseId", r.need_id as "needId", r.round, r.asker_id as "askerId", r.body_name as body, r.grade,
  r.expires_at as "expiresAt", c.title`;
const tables = sql`case_rating r join need_case c on c.city = r.city and c.id = r.case_id`;

/** Of the last end of the case of a need. */
export async function findRatingOfNeed(
  tx: Tx,
  { city, needId }: { city: string; needId: string },
): Promise<StoredRating | undefined> {
  const { rows } = await sql<StoredRating>`
    select ${columns} from ${tables}
    where r.city = ${city} and r.need_id = ${needId} and r.round = c.round and c.over_at is not null`.execute(tx);
  return rows[0];
}

export async function findRatingByToken(
  tx: Tx,
  { city, token }: { city: string; token: string },
): Promise<StoredRating | undefined> {
  const { rows } = await sql<StoredRating>`
    select ${columns} from ${tables} where r.city = ${city} and r.token_hash = ${ratingHash(token)}`.execute(tx);
  return rows[0];
}

/** From where the case was answered last, as the trail has it. System context. */
export async function findAnswerAddress(
  tx: Tx,
  { city, caseId }: { city: string; caseId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('audit_entry')
    .select('address')
    .where('city', '=', city)
    .where('subject_kind', '=', 'case')
    .where('subject_id', '=', caseId)
    .where('action', '=', 'case.answered')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.address ?? undefined;
}

export interface BodyDays {
  readonly body: { readonly id: string; readonly name: string };
  readonly days: readonly (DayGrades & {
    /** ends of cases that could be rated */
    readonly asked: number;
  })[];
}

/** How the grades of bodies are spread over the days on which their cases ended, the oldest day first. System context. */
export async function listGradesByDay(
  tx: Tx,
  { city, bodyId, limit }: { city: string; bodyId?: string; limit: number },
): Promise<readonly BodyDays[]> {
  const of = (grade: RatingGrade) => sql<number>`(count(*) filter (where grade = ${grade}))::int`;
  const { rows } = await sql<
    { id: string; name: string; day: string; asked: number } & Record<'a' | 'b' | 'c' | 'd' | 'e', number>
  >`
    select body_id as id, max(body_name) as name, to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           count(*)::int as asked, ${of(5)} as a, ${of(4)} as b, ${of(3)} as c, ${of(2)} as d, ${of(1)} as e
    from case_rating where city = ${city} ${bodyId === undefined ? sql`` : sql`and body_id = ${bodyId}::uuid`}
    group by body_id, day order by body_id, day limit ${limit}`.execute(tx);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((found) => ({
    body: { id: found[0]?.id ?? '', name: found.at(-1)?.name ?? '' },
    days: found.map(({ day, asked, a, b, c, d, e }) => ({ day, asked, grades: { 5: a, 4: b, 3: c, 2: d, 1: e } })),
  }));
}
