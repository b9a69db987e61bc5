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
  { lookup }: DuplicateDeps,
  viewer: Viewer,
  { entered, language }: { readonly entered: Entered; readonly language: Language },
): Promise<Hits> {
  const { index, known } = await lookup.directoryOf(viewer.city);
  const { kind, except = '', ...facts } = entered;
  if (facts.name.length < 2 && facts.creditCode === null) return [];
  return index.check({ ...facts, id: except, region: facts.region ?? viewer.city }).flatMap(({ id, decision }) => {
    const organisation = known.get(id);
    if (!organisation || organisation.kind !== kind || decision.verdict === 'different') return [];
    if (!counts(kind, decision)) return [];
    const { name, creditCode } = organisation;
    return [
      {
        organisation: { id, name, creditCode },
        verdict: decision.verdict,
        reasons: reasonSentences(decision.reasons, language),
      },
    ];
  });
}

/** What the matcher weighs is how firms are named; public bodies are named otherwise. */
function counts(kind: string | undefined, decision: DuplicateDecision): boolean {
  return kind === 'enterprise' || isOnePublicBody(decision);
}

/** Compares everybody with everybody. Answered pairs are not asked again; open ones get today's reasons. */
export async function runDuplicateSearch(deps: DuplicateDeps, viewer: Viewer) {
  const { index, known } = await deps.lookup.directoryOf(viewer.city);
  const kindOf = (id: string) => known.get(id)?.kind;
  const sameKind = ({ a, b, decision }: DuplicatePair) => kindOf(a) === kindOf(b) && counts(kindOf(a), decision);
  const pairs = [...index.pairs()].filter(sameKind);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const added = pairs.length === 0 ? 0 : await putPairs(tx, { city: viewer.city, pairs, at: deps.effects.now() });
    const found = { organisations: index.size, found: pairs.length, added };
    const subject = { kind: 'duplicate', id: viewer.city };
    await recordAudit(tx, deps.effects, { action: 'duplicates.searched', subject, after: found });
    return found;
  });
}

async function putPairs(
  tx: Tx,
  { city, pairs, at }: { city: string; pairs: readonly DuplicatePair[]; at: Date },
): Promise<number> {
  const rows = pairs.map(({ a, b, decision }) => ({ a, b, ...decision }));
  const { rows: put } = await sql<{ added: boolean }>`
    insert into duplicate_pair (city, a_id, b_id, verdict, weight, reasons, found_at)
    select ${city}, (p->>'a')::uuid, (p->>'b')::uuid, p->>'verdict', (p->>'weight')::float8, p->'reasons', ${at}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) p
    on conflict (city, a_id, b_id) do update set verdict = excluded.verdict, weight = excluded.weight, reasons = excluded.reasons
      where duplicate_pair.state in ('open', 'later')
    returning (xmax = 0) as added`.execute(tx);
  return put.filter(({ added }) => added).length;
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
