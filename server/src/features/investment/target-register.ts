import type { TargetInput } from '@zhitong/contract/investment/target-contract';
import { decideWish } from '@zhitong/domain/investment/premises';
import { decideBeginning, decideWords } from '@zhitong/domain/investment/target-decision';
import { type TargetAction, targetState } from '@zhitong/domain/investment/target-history';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { gapBook } from '#features/chains/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { bodyNameOf } from './body-name.ts';
import { duplicateOf, firstAlike } from './target-alike-reading.ts';
import type { TargetDeps } from './target-deps.ts';
import { type Firm, getFirm } from './target-firm.ts';
import type { OpenTarget } from './target-reading.ts';
import { findByKey, insertTarget, type NewTarget, type TargetSubject, takeNumber } from './target-store.ts';
import { standingOf, writeStep } from './target-writing.ts';
import { emptyAsNull } from './written-words.ts';

export interface Registered {
  readonly id: string;
  readonly number: number;
}

/** Registers a firm as a target, once: whoever comes second is told who has it, and joins it or says why not. */
export async function registerFor(deps: TargetDeps, viewer: Viewer, input: TargetInput): Promise<Registered> {
  const { database, effects } = deps;
  const at = effects.now();
  const said = { note: emptyAsNull(input.note), next: emptyAsNull(input.next), due: input.due };
  const insist = emptyAsNull(input.insist);
  decideBeginning(said, at);
  decideWords({ reason: insist });
  if (input.wish) decideWish(input.wish);
  const firm = await getFirm(deps, viewer, input.organisation);
  return inContext(database, contextOf(viewer), async (tx) => {
    const { city, organisationId: body, postId: post } = viewer;
    const number = await takeNumber(tx, city);
    const known = await findTwice(tx, { city, key: input.idempotencyKey, firm });
    if (known) return known;
    const subject: TargetSubject = { ...firm, gap: await gapOf(tx, { city, gap: input.gap, day: cityDay(at) }) };
    const found = await firstAlike(tx, { city, firm });
    if (found && insist === null) throw duplicateOf(found);
    const { next, due, note } = said;
    const action: TargetAction = { kind: 'registered', at, body, post, next, due };
    const state = targetState([action]);
    const owner = {
      body: { id: body, name: await bodyNameOf(tx, viewer) },
      post: { id: post, name: viewer.personName },
    };
    const target: NewTarget = {
      ...{ city, id: effects.newId(), firm: subject.name, owner, state, seq: 1, number, subject, wish: input.wish, at },
      standing: await standingOf(tx, { city, state, at }),
      ...{ alike: found && insist !== null ? { id: found.id, reason: insist } : null },
      ...{ by: viewer.personName, key: input.idempotencyKey ?? null },
    };
    await insertTarget(tx, target);
    await writeStep(tx, { effects, viewer, target }, { deed: { action, note, reason: found ? insist : null } });
    if (found && found.owner.bodyId !== body) await tellAlike(tx, { deps, viewer, target, found });
    return { id: target.id, number };
  });
}

/** The same form sent twice answers what its first sending made; the key of another firm is refused. */
async function findTwice(
  tx: Tx,
  { city, key, firm }: { city: string; key: string | undefined; firm: Firm },
): Promise<Registered | undefined> {
  const known = key === undefined ? undefined : await findByKey(tx, { city, key });
  if (known && known.firm !== firm.name) throw new Refusal('targets.key-used');
  if (!known) return undefined;
  // the number that was taken for this sending is not used
  await tx
    .updateTable('target_book')
    .set((book) => ({ last: book('last', '-', 1) }))
    .where('city', '=', city)
    .execute();
  return { id: known.id, number: known.number };
}

async function gapOf(tx: Tx, { city, gap, day }: { city: string; gap: string | undefined; day: string }) {
  if (gap === undefined) return null;
  const found = await gapBook.find(tx, { city, gap, day });
  if (!found) throw new Refusal('targets.unknown-gap');
  return found;
}

/** Whoever has the first record learns of the second. */
async function tellAlike(
  tx: Tx,
  told: { deps: TargetDeps; viewer: Viewer; target: NewTarget; found: OpenTarget },
): Promise<void> {
  const { deps, viewer, target, found } = told;
  const { city, id: subjectId, firm, at } = target;
  await appendEvents(tx, [
    {
      ...{ city, id: deps.effects.newId(), type: 'target.alike', subjectId, audience: [found.owner.bodyId] },
      ...{ actorId: viewer.personId, at, payload: { firm, by: `${viewer.organisationName} ${viewer.personName}` } },
    },
  ]);
}
