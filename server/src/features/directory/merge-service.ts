import { type MergeChoices, refuseMerge } from '@zhitong/domain/directory/merge-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, type Context, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { refuseWhileResponsible } from './duty-city.ts';
import { type ComparedFact, columnOfField, compareFacts, type MergeFacts, readMergeFacts } from './merge-facts.ts';
import {
  countChange,
  insertContact,
  type KeptMove,
  listAbove,
  lockParties,
  type MergeKey,
  moveColumn,
  movedLinks,
  pointTo,
  removeContact,
  restoreColumn,
  searchFacts,
} from './merge-store.ts';
import { writeNameParts } from './organisation-name-store.ts';
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
 * what is not signed is moved, each value with what stood there before. What was signed or answered stays with the old id.
 */
export function mergeOrganisations(deps: OrganisationDeps, viewer: Viewer, request: MergeRequest): Promise<string> {
  const context = contextOf(viewer);
  const { city } = viewer;
  const at = deps.effects.now();
  return inContext(deps.database, context, async (tx) => {
    const { survivor, merged } = await lockBoth(tx, city, request);
    await refuseWhileResponsible(tx, { city, body: merged, since: cityDay(at) });
    const key: MergeKey = { city, mergeId: deps.effects.newId() };
    const why = request.why || null;
    await tx
      .insertInto('merge')
      .values({
        city,
        id: key.mergeId,
        survivor_id: survivor.id,
        merged_id: merged.id,
        why,
        at,
        by_name: viewer.personName,
      })
      .execute();
    const facts = await asSystem(tx, context, () =>
      move(tx, key, { survivor, merged, choices: request.choices ?? {} }),
    );
    await afterwards(tx, { deps, viewer, context, survivorId: survivor.id, mergedId: merged.id, facts });
    await recordAudit(tx, deps.effects, {
      action: 'organisation.merged',
      subject: { kind: 'organisation', id: merged.id },
      before: shown(facts, 'survivor'),
      after: { mergedInto: survivor.id, merge: key.mergeId, ...shown(facts, 'kept') },
      why: request.why,
    });
    return key.mergeId;
  });
}

interface Party {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly external_code: string | null;
}

async function lockBoth(tx: Tx, city: string, { id, into }: MergeRequest) {
  await lockTree(tx, city);
  const rows = await lockParties(tx, city, [id, into]);
  const [merged, survivor] = [id, into].map((wanted) => rows.find((row) => row.id === wanted));
  if (!merged || !survivor) throw new Refusal('platform.not-found');
  const above = await listAbove(tx, city, into);
  refuseMerge(
    { ...survivor, mergedInto: survivor.merged_into, above },
    { ...merged, mergedInto: merged.merged_into, above: [] },
  );
  return { survivor, merged };
}

async function move(
  tx: Tx,
  key: MergeKey,
  { survivor, merged, choices }: { survivor: Party; merged: Party; choices: MergeChoices },
): Promise<readonly ComparedFact[]> {
  const { city } = key;
  const facts = compareFacts(
    { survivor: await facesOf(tx, city, survivor.id), merged: await facesOf(tx, city, merged.id) },
    choices,
  );
  for (const { field, merged: value, kept } of facts) {
    if (kept !== 'merged') continue;
    if (field === 'contact') await moveContact(tx, key, { from: merged.id, to: survivor.id });
    else await moveColumn(tx, key, { ...factColumn(field), of: survivor.id, to: value });
  }
  const now = (field: 'name' | 'region') => {
    const fact = facts.find((one) => one.field === field);
    return fact === undefined ? null : fact[fact.kept];
  };
  await moveColumn(tx, key, { ...searchFacts.name, of: merged.id, to: now('name') });
  await moveColumn(tx, key, { ...searchFacts.region, of: merged.id, to: now('region') });
  await moveColumn(tx, key, { ...searchFacts.code, of: merged.id, to: survivor.external_code });
  for (const moved of movedLinks) await moveColumn(tx, key, { ...moved, of: merged.id, to: survivor.id });
  await pointTo(tx, city, { from: merged.id, to: survivor.id });
  return facts;
}

async function moveContact(tx: Tx, key: MergeKey, sides: { from: string; to: string }): Promise<void> {
  const contact = await tx
    .selectFrom('organisation_contact')
    .select(['name', 'phone'])
    .where('city', '=', key.city)
    .where('organisation_id', '=', sides.from)
    .executeTakeFirst();
  if (!contact) return;
  await insertContact(tx, key, sides);
  for (const column of ['name', 'phone'] as const)
    await moveColumn(tx, key, { ...contactColumn(column), of: sides.to, to: contact[column] });
}

export interface SplitResult {
  readonly restored: number;
  readonly kept: readonly KeptMove[];
}

/** Puts back every value that still stands as the merge left it; what was changed since stays and is named. */
export function splitOrganisations(
  deps: OrganisationDeps,
  viewer: Viewer,
  { id, why }: { readonly id: string; readonly why?: string | undefined },
): Promise<SplitResult> {
  const context = contextOf(viewer);
  const { city } = viewer;
  return inContext(deps.database, context, async (tx) => {
    const merge = await lockMerge(tx, city, id);
    const result = await asSystem(tx, context, () => restore(tx, { city, mergeId: id }, merge));
    const facts = await factsNow(tx, city, merge.survivor_id);
    await afterwards(tx, { deps, viewer, context, survivorId: merge.survivor_id, mergedId: merge.merged_id, facts });
    await tx
      .updateTable('merge')
      .set({ split_at: deps.effects.now(), split_by: viewer.personName, split_kept: result.kept.length })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, deps.effects, {
      action: 'organisation.split',
      subject: { kind: 'organisation', id: merge.merged_id },
      before: { mergedInto: merge.survivor_id, merge: id },
      after: { mergedInto: null, restored: result.restored, kept: result.kept.length },
      why,
    });
    return result;
  });
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
  await lockTree(tx, city);
  const rows = await lockParties(tx, city, [merge.survivor_id, merge.merged_id]);
  const further = rows.find((row) => row.id === merge.survivor_id && row.merged_into !== null);
  if (further) throw new Refusal('merges.later-first', { name: further.name });
  return merge;
}

async function restore(tx: Tx, key: MergeKey, merge: { merged_id: string }): Promise<SplitResult> {
  const columns = [
    ...movedLinks,
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
  restored += await removeContact(tx, key);
  await pointTo(tx, key.city, { from: merge.merged_id, to: null });
  return { restored, kept };
}

const factColumn = (field: keyof typeof columnOfField) =>
  ({ table: 'organisation', key: 'id', column: columnOfField[field], type: 'text', owner: 'id' }) as const;
const contactColumn = (column: 'name' | 'phone') =>
  ({ table: 'organisation_contact', key: 'organisation_id', column, type: 'text', owner: 'organisation_id' }) as const;

interface Afterwards {
  readonly deps: OrganisationDeps;
  readonly viewer: Viewer;
  readonly context: Context;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly facts: readonly ComparedFact[];
}

/** Names are searched by, suppliers are matched by: both learn of it in the same transaction. */
async function afterwards(tx: Tx, { deps, viewer, context, survivorId, mergedId, facts }: Afterwards): Promise<void> {
  const { city } = viewer;
  const at = deps.effects.now();
  const value = (field: ComparedFact['field']) => {
    const fact = facts.find((one) => one.field === field);
    return fact === undefined ? null : fact[fact.kept];
  };
  const named = { name: value('name') ?? '', shortName: value('shortName'), nameEn: value('nameEn') };
  await asSystem(tx, context, async () => {
    await countChange(tx, city, { ids: [survivorId, mergedId], at, by: viewer.personName });
    await writeNameParts(tx, { city, id: survivorId }, named);
    await deps.renameSupplier(tx, { city, organisationId: survivorId, actorId: viewer.personId });
  });
  await appendEvents(tx, [
    {
      ...{ city, id: deps.effects.newId(), type: 'offers.imported', subjectId: survivorId, audience: [] },
      ...{ actorId: viewer.personId, payload: {}, at },
    },
  ]);
}

async function facesOf(tx: Tx, city: string, id: string): Promise<MergeFacts> {
  const facts = await readMergeFacts(tx, city, id);
  if (!facts) throw new Refusal('platform.not-found');
  return facts;
}

async function factsNow(tx: Tx, city: string, id: string): Promise<readonly ComparedFact[]> {
  const facts = await facesOf(tx, city, id);
  return compareFacts({ survivor: facts, merged: facts }, {});
}

/** For the trail: facts that changed, never the contact. */
function shown(facts: readonly ComparedFact[], which: 'survivor' | 'kept'): Record<string, unknown> {
  const changed = facts.filter(
    ({ field, kept, survivor, merged }) => field !== 'contact' && kept === 'merged' && survivor !== merged,
  );
  return Object.fromEntries(changed.map((fact) => [fact.field, fact[which === 'kept' ? fact.kept : 'survivor']]));
}
