import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { columnOfField, contactColumn, factColumn, getMergeFacts, type MergeFacts } from './merge-facts.ts';
import { insertFactLines, restoreOrigins } from './merge-history-store.ts';
import { takePostsBack } from './merge-post-store.ts';
import { movedLinks, movedNames, movedPlaces, searchFacts } from './merge-scope.ts';
import { type KeptMove, lockParties, type MergeKey, pointTo, removeContact, restoreColumn } from './merge-store.ts';
import { tellMerge } from './merge-telling.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import { lockTree } from './organisation-store.ts';
import type { PostDeps } from './post-desk.ts';

export interface SplitResult {
  readonly restored: number;
  readonly kept: readonly KeptMove[];
  /** who lost a post that the merge had carried over */
  readonly lost: readonly string[];
}

/** Puts back every value that still stands as the merge left it; what was changed since stays and is named. */
export async function splitOrganisations(
  deps: OrganisationDeps & Pick<PostDeps, 'sessions'>,
  viewer: Viewer,
  { id, why }: { readonly id: string; readonly why?: string | undefined },
): Promise<SplitResult> {
  const context = contextOf(viewer);
  const { city } = viewer;
  const split = await inContext(deps.database, context, async (tx) => {
    const { survivor, merged } = await lockMerge(tx, city, id);
    const before = await getMergeFacts(tx, city, survivor.id);
    const result = await asSystem(tx, context, () => restore(tx, { city, mergeId: id }, merged.id));
    const facts = await getMergeFacts(tx, city, survivor.id);
    await insertFactLines(tx, {
      ...{ city, of: survivor.id, originOf: survivor.id, changes: changesBetween(before, facts) },
      ...{ why: `拆分“${merged.name}”${why ? `：${why}` : ''}`, at: deps.effects.now(), newId: deps.effects.newId },
      person: { id: viewer.personId, name: viewer.personName },
    });
    await tellMerge(tx, deps, { type: 'organisation.split', viewer, context, survivor, merged, facts });
    await tx
      .updateTable('merge')
      .set({ split_at: deps.effects.now(), split_by: viewer.personName, split_kept: result.kept.length })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, deps.effects, {
      action: 'organisation.split',
      subject: { kind: 'organisation', id: merged.id },
      before: { mergedInto: survivor.id, merge: id },
      after: { mergedInto: null, restored: result.restored, kept: result.kept.length },
      why,
    });
    return result;
  });
  for (const personId of new Set(split.lost)) deps.sessions.noteEnd({ personId });
  return split;
}

async function lockMerge(tx: Tx, city: string, id: string) {
  const merge = await tx
    .selectFrom('merge')
    .select(['survivor_id', 'merged_id', 'split_at'])
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!merge) throw new Refusal('platform.not-found');
  if (merge.split_at !== null) throw new Refusal('merges.split-already');
  const rows = await lockParties(tx, city, [merge.survivor_id, merge.merged_id]);
  await lockTree(tx, city);
  const [survivor, merged] = [merge.survivor_id, merge.merged_id].map((wanted) =>
    rows.find((row) => row.id === wanted),
  );
  if (!survivor || !merged) throw new Refusal('platform.not-found');
  if (survivor.merged_into !== null) throw new Refusal('merges.later-first', { name: survivor.name });
  return { survivor, merged };
}

async function restore(tx: Tx, key: MergeKey, mergedId: string): Promise<SplitResult> {
  const columns = [
    ...movedLinks,
    ...movedNames,
    ...movedPlaces,
    ...Object.values(searchFacts),
    ...Object.keys(columnOfField).map((field) => factColumn(field as keyof typeof columnOfField)),
    ...(['name', 'phone'] as const).map(contactColumn),
  ];
  let restored = 0;
  const kept: KeptMove[] = [];
  for (const column of columns) {
    const part = await restoreColumn(tx, key, column);
    restored += part.restored;
    kept.push(...part.kept);
  }
  const posts = await takePostsBack(tx, key);
  restored += posts.restored + (await restoreOrigins(tx, key)) + (await removeContact(tx, key));
  await pointTo(tx, key.city, { from: mergedId, to: null });
  return { restored, kept: [...kept, ...posts.kept], lost: posts.lost };
}

function changesBetween(before: MergeFacts, after: MergeFacts) {
  return Object.keys(before).flatMap((name) => {
    const field = name as keyof MergeFacts;
    return before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }];
  });
}
