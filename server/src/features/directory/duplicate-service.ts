import type { checkDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import { type DuplicateDecision, isOnePublicBody } from '@zhitong/domain/directory/duplicate-decision';
import type { DuplicatePair } from '@zhitong/domain/directory/duplicate-index';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import type { DuplicateLookup } from './duplicate-lookup.ts';
import { reasonSentences } from './duplicate-sentences.ts';

export interface DuplicateDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly lookup: DuplicateLookup;
}

type Entered = z.output<typeof checkDuplicates.body & z.ZodType>;
type Hits = z.input<typeof checkDuplicates.reply>['duplicates'];

/** Who the entered organisation may already be, the likeliest first. Bodies of other kinds are left out. */
export async function findDuplicates(
  deps: DuplicateDeps,
  viewer: Viewer,
  { entered, language }: { readonly entered: Entered; readonly language: Language },
): Promise<Hits> {
  const found = await findLookAlikes(deps, viewer, entered);
  return found.map(({ decision, ...organisation }) => ({
    organisation,
    verdict: decision.verdict,
    reasons: reasonSentences(decision.reasons, language),
  }));
}

export interface LookAlikeFound {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly decision: DuplicateDecision & { readonly verdict: 'same' | 'review' };
}

/** The same with what the matcher weighed. Names and codes are those of this moment. */
export async function findLookAlikes(
  { database, lookup }: DuplicateDeps,
  viewer: Viewer,
  entered: Entered,
): Promise<readonly LookAlikeFound[]> {
  const { kind, except = '', ...facts } = entered;
  if (facts.name.length < 2 && facts.creditCode === null) return [];
  const { city } = viewer;
  const [hits = []] = await lookup.check(city, [{ ...facts, id: except, region: facts.region ?? city }]);
  if (hits.length === 0) return [];
  const ids = hits.map(({ id }) => id);
  const rows = await inContext(database, { city, viewer: 'system' }, (tx) => listStanding(tx, { city, ids, kind }));
  return hits.flatMap(({ id, decision }) => {
    const organisation = rows.find((row) => row.id === id);
    const { verdict } = decision;
    if (!organisation || verdict === 'different' || !counts(kind, decision)) return [];
    return [{ ...organisation, decision: { ...decision, verdict } }];
  });
}

function listStanding(tx: Tx, { city, ids, kind }: { city: string; ids: readonly string[]; kind: string }) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'credit_code as creditCode'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .where('kind', '=', kind)
    .where('merged_into', 'is', null)
    .execute();
}

/** What the matcher weighs is how firms are named; public bodies are named otherwise. */
function counts(kind: string, decision: DuplicateDecision): boolean {
  return kind === 'enterprise' || isOnePublicBody(decision);
}

/** Compares everybody with everybody. Answered pairs are not asked again; open ones get today's reasons. */
export async function runDuplicateSearch(deps: DuplicateDeps, viewer: Viewer) {
  const { pairs, organisations } = await deps.lookup.pairs(viewer.city);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const put = await putPairs(tx, { city: viewer.city, pairs, at: deps.effects.now() });
    const found = { organisations, ...put };
    const subject = { kind: 'duplicate', id: viewer.city };
    await recordAudit(tx, deps.effects, { action: 'duplicates.searched', subject, after: found });
    return found;
  });
}

async function putPairs(
  tx: Tx,
  { city, pairs, at }: { city: string; pairs: readonly DuplicatePair[]; at: Date },
): Promise<{ readonly found: number; readonly added: number }> {
  const rows = pairs.map(({ a, b, decision }) => ({ a, b, ...decision, public: isOnePublicBody(decision) }));
  const { rows: counted } = await sql<{ found: number; added: number }>`
    with told as (
      select one.id as a, other.id as b, p->>'verdict' as verdict, (p->>'weight')::float8 as weight, p->'reasons' as reasons
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) p
      join organisation one on one.city = ${city} and one.id = (p->>'a')::uuid and one.merged_into is null
      join organisation other on other.city = ${city} and other.id = (p->>'b')::uuid and other.merged_into is null
      where one.kind = other.kind and (one.kind = 'enterprise' or (p->>'public')::boolean)),
    put as (
      insert into duplicate_pair (city, a_id, b_id, verdict, weight, reasons, found_at)
      select ${city}, a, b, verdict, weight, reasons, ${at} from told
      on conflict (city, a_id, b_id) do update
        set verdict = excluded.verdict, weight = excluded.weight, reasons = excluded.reasons
        where duplicate_pair.state in ('open', 'later')
      returning (xmax = 0) as added)
    select (select count(*) from told)::int as found, (select count(*) from put where added)::int as added`.execute(tx);
  return counted[0] ?? { found: 0, added: 0 };
}

export interface DuplicateAnswer {
  readonly a: string;
  readonly b: string;
  readonly answer: 'same' | 'different' | 'later';
}

export function answerPair(
  deps: DuplicateDeps,
  viewer: Viewer,
  given: DuplicateAnswer,
): Promise<DuplicateAnswer['answer']> {
  const [a, b] = [given.a, given.b].toSorted();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const before = await tx
      .selectFrom('duplicate_pair')
      .select('state')
      .where('city', '=', viewer.city)
      .where('a_id', '=', a ?? '')
      .where('b_id', '=', b ?? '')
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new Refusal('platform.not-found');
    await tx
      .updateTable('duplicate_pair')
      .set({ state: given.answer, answered_at: deps.effects.now(), answered_by: viewer.personName })
      .where('city', '=', viewer.city)
      .where('a_id', '=', a ?? '')
      .where('b_id', '=', b ?? '')
      .execute();
    await recordAudit(tx, deps.effects, {
      action: 'duplicate.answered',
      subject: { kind: 'organisation', id: given.a },
      before: { other: given.b, state: before.state },
      after: { other: given.b, state: given.answer },
    });
    return given.answer;
  });
}
