import { type MergeChoices, refuseMerge } from '@zhitong/domain/directory/merge-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { refuseWhileResponsible } from './duty-city.ts';
import { type ComparedFact, getMergeFacts } from './merge-facts.ts';
import { listStandingFor } from './merge-heads.ts';
import { changesOf, insertFactLines } from './merge-history-store.ts';
import { moveToSurvivor } from './merge-moving.ts';
import { carryPosts } from './merge-post-store.ts';
import { countDealsBetween, listAbove, lockParties, type MergeKey } from './merge-store.ts';
import { tellMerge } from './merge-telling.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import { lockTree } from './organisation-store.ts';

export interface MergeRequest {
  readonly id: string;
  readonly into: string;
  readonly choices?: MergeChoices | undefined;
  readonly why?: string | undefined;
}

/**
 * Merges one record into another in one transaction: the merged-away row stays and points to the survivor, chosen facts are copied,
 * what is not signed is moved, each value with what stood there before. What was signed or answered stays with the old id, and the
 * people of both hold their posts at both (ADR 0013).
 */
export function mergeOrganisations(deps: OrganisationDeps, viewer: Viewer, request: MergeRequest): Promise<string> {
  const context = contextOf(viewer);
  const { city } = viewer;
  const at = deps.effects.now();
  return inContext(deps.database, context, async (tx) => {
    const parties = await lockBoth(tx, city, request);
    const { survivor, merged } = parties;
    await refuseWhileResponsible(tx, { city, body: merged, since: cityDay(at) });
    const key: MergeKey = { city, mergeId: deps.effects.newId() };
    const why = request.why || null;
    await tx
      .insertInto('merge')
      .values({
        ...{ city, id: key.mergeId, survivor_id: survivor.id, merged_id: merged.id, why, at },
        by_name: viewer.personName,
      })
      .execute();
    const { facts, posts } = await asSystem(tx, context, async () => ({
      facts: await moveToSurvivor(tx, key, { survivor, merged, choices: request.choices ?? {} }),
      posts: await carryPosts(tx, key, { viewer, bodies: parties.bodies, effects: deps.effects }),
    }));
    await noteHistory(tx, deps, { viewer, parties, facts, why });
    const now = await getMergeFacts(tx, city, survivor.id);
    await tellMerge(tx, deps, { type: 'organisation.merged', viewer, context, survivor, merged, facts: now });
    await recordAudit(tx, deps.effects, {
      action: 'organisation.merged',
      subject: { kind: 'organisation', id: merged.id },
      before: shown(facts, 'survivor'),
      after: { mergedInto: survivor.id, merge: key.mergeId, ...shown(facts, 'kept'), posts },
      why: request.why,
    });
    return key.mergeId;
  });
}

type Party = Awaited<ReturnType<typeof lockParties>>[number];

interface Parties {
  readonly survivor: Party;
  readonly merged: Party;
  /** both, and every record that was merged into one of them before */
  readonly bodies: readonly Party[];
}

/** The rows first, all of them in the order of their ids, as whoever changes an organisation locks them, then the tree: two officers at once follow one another. */
async function lockBoth(tx: Tx, city: string, { id, into }: MergeRequest): Promise<Parties> {
  const standing = await listStandingFor(tx, city, [id, into]);
  if (standing.length === 0) throw new Refusal('platform.not-found');
  const rows = await lockParties(tx, city, standing);
  const [merged, survivor] = [id, into].map((wanted) => rows.find((row) => row.id === wanted));
  if (!merged || !survivor) throw new Refusal('platform.not-found');
  refuseMerge(partyOf(survivor), partyOf(merged));
  await lockTree(tx, city);
  refuseMerge(partyOf(survivor, await listAbove(tx, city, into)), partyOf(merged));
  const ids = await listStandingFor(tx, city, [id, into]);
  // another merge into one of the two was written while this one waited
  if (ids.length !== standing.length) throw new Refusal('merges.changed-meanwhile', { name: survivor.name });
  const count = await countDealsBetween(tx, city, ids);
  if (count > 0) throw new Refusal('merges.deal-between', { survivor: survivor.name, merged: merged.name, count });
  return { survivor, merged, bodies: rows };
}

const partyOf = (row: Party, above: readonly string[] = []) => ({ ...row, mergedInto: row.merged_into, above });

/** What was chosen stands in the history of the record that stays, with where it comes from; and the source of each fact goes along. */
async function noteHistory(
  tx: Tx,
  { effects }: OrganisationDeps,
  {
    viewer,
    parties,
    facts,
    why,
  }: { viewer: Viewer; parties: Parties; facts: readonly ComparedFact[]; why: string | null },
): Promise<void> {
  const { city, personId: id, personName: name } = viewer;
  const { survivor, merged } = parties;
  await insertFactLines(tx, {
    ...{ city, of: survivor.id, originOf: merged.id, changes: changesOf(facts), person: { id, name } },
    why: `并入“${merged.name}”${why === null ? '' : `：${why}`}`,
    ...{ at: effects.now(), newId: effects.newId },
  });
}

/** For the trail: facts that changed, never the contact. */
function shown(facts: readonly ComparedFact[], which: 'survivor' | 'kept'): Record<string, unknown> {
  const changed = facts.filter(
    ({ field, kept, survivor, merged }) => field !== 'contact' && kept === 'merged' && survivor !== merged,
  );
  return Object.fromEntries(changed.map((fact) => [fact.field, fact[which === 'kept' ? fact.kept : 'survivor']]));
}
