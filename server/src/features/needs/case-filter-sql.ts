import type { listCases } from '@zhitong/contract/needs/case-contract';
import type { CaseLight } from '@zhitong/domain/needs/case-light';
import type { CaseMarkKind } from '@zhitong/domain/needs/case-mark';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { containsPattern } from '#platform/search-text';
import type { Viewer } from '#platform/viewer';
import { ofChain } from './case-chain-sql.ts';

export type CaseQuery = z.output<NonNullable<typeof listCases.query>>;

/** Whether nothing but the usual question is asked: then the figures of the lights are the figures of the list. */
export function isPlain({ who, limit: _limit, offset: _offset, q, state, ...narrowed }: CaseQuery): boolean {
  const open = (state ?? 'open') === 'open' && who !== 'done' && q.trim() === '';
  return open && Object.values(narrowed).every((value) => value === undefined || value === false);
}

/** What a question narrows the list to, as conditions of the query. */
export function filtered(query: CaseQuery, now: Date, { organisationId, city }: Viewer): RawBuilder<unknown> {
  const { list, light, body, region, chain, unassigned, came, ended, missed, q } = query;
  const conditions = [
    inState(query),
    list && sql`c.list = ${list}`,
    light && sql`${lightIs(now)} = any(${shownAs(light)})`,
    body && sql`c.lead_id = ${body}::uuid`,
    region && sql`c.asker_region = ${region}`,
    chain && ofChain(chain, { city, day: cityDay(now) }),
    unassigned && waitsForBody(organisationId),
    came && onDay(sql.ref('c.started_at'), came),
    ended && onDay(sql.ref('c.over_at'), ended),
    missed && isMissed(missed, now),
    handedBack(query),
    withWords(q.trim()),
  ];
  return sql.join([sql``, ...conditions.flatMap((one) => (one ? [sql`and ${one}`] : []))], sql` `);
}

const wideStates: Readonly<Record<string, RawBuilder<unknown> | undefined>> = {
  any: undefined,
  open: sql`c.over_at is null`,
  over: sql`c.over_at is not null`,
  closed: sql`c.status in ('solved', 'unsolved')`,
};

function inState({ state, who }: CaseQuery): RawBuilder<unknown> | undefined {
  const wanted = state ?? (who === 'done' ? 'any' : 'open');
  return wanted in wideStates ? wideStates[wanted] : sql`c.status = ${wanted}`;
}

function withWords(words: string): RawBuilder<unknown> | undefined {
  if (words === '') return undefined;
  return sql`(strpos(lower(c.text), lower(${words})) > 0 or c.asker_name ilike ${containsPattern(words)})`;
}

/** A hand-back of the case: by one body, or to one, or both in the same step; or any at all. */
function handedBack({ from, to, handedBack: ever }: CaseQuery): RawBuilder<unknown> | undefined {
  if (!from && !to && !ever) return undefined;
  return sql`exists (select 1 from case_action a where a.city = c.city and a.case_id = c.id and a.kind = 'handed-back'
    ${from ? sql`and a.body_id = ${from}::uuid` : sql``} ${to ? sql`and a.action ->> 'next' = ${to}` : sql``})`;
}

/** A red that was caught up counts as yellow, as in the figures. */
export const shownAs = (light: CaseLight): readonly CaseLight[] =>
  light === 'yellow' ? ['yellow', 'caught-up'] : [light];

const markColumns = { sign: sql`c.sign_due_at`, 'first-answer': sql`c.first_answer_due_at` } as const;

/** A mark that is open though its instant has passed; of cases that run. */
export function isMissed(mark: CaseMarkKind, now: Date): RawBuilder<unknown> {
  return sql`(c.over_at is null and c.stopped_at is null and ${markColumns[mark]} < ${now})`;
}

/** From the first instant of a day of the city until the first of the next. */
export function onDay(column: RawBuilder<unknown>, day: string): RawBuilder<unknown> {
  const end = endOfCityDay(day);
  return sql`${column} >= ${new Date(end.getTime() - 86_400_000)} and ${column} < ${end}`;
}

/** The bureau has to find a body: routing was not sure, or a body handed it back. Sourcing is the bureau’s own. */
export function waitsForBody(bureau: string): RawBuilder<unknown> {
  return sql`c.over_at is null and c.status = 'waiting' and c.list <> 'sourcing'
    and (c.duty_id is null or (c.hand_backs > 0 and c.lead_id = ${bureau}::uuid))`;
}

/** The light of a row in SQL, the same as `lightOfStanding`; a test compares the two. */
export function lightIs(now: Date): RawBuilder<string> {
  return sql<string>`case when c.over_at is not null then case c.status when 'solved' then 'solved' else 'unsolved' end
    when c.stopped_at is not null then case when c.late then 'caught-up' else 'green' end
    when coalesce(c.red_at, c.due_at) < ${now} then 'red' when c.yellow_at <= ${now} then 'yellow' else 'green' end`;
}
