import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import type { MergeFacts } from './merge-facts.ts';
import { countChange } from './merge-store.ts';
import { writeNameParts } from './organisation-name-store.ts';
import type { OrganisationDeps } from './organisation-service.ts';

interface Side {
  readonly id: string;
  readonly name: string;
}

interface Telling {
  readonly type: 'organisation.merged' | 'organisation.split';
  readonly viewer: Viewer;
  readonly context: Context;
  readonly survivor: Side;
  readonly merged: Side;
  /** of the record that stays, as they stand now */
  readonly facts: MergeFacts;
}

/** Names are searched by, suppliers are matched by, people are told: all of it in the same transaction. */
export async function tellMerge(tx: Tx, { database: _, ...deps }: OrganisationDeps, telling: Telling): Promise<void> {
  const { type, viewer, context, survivor, merged, facts } = telling;
  const { city, personId: actorId } = viewer;
  const at = deps.effects.now();
  await asSystem(tx, context, async () => {
    await countChange(tx, city, { ids: [survivor.id, merged.id], at, by: viewer.personName });
    const { shortName, nameEn } = facts;
    await writeNameParts(tx, { city, id: survivor.id }, { name: facts.name ?? '', shortName, nameEn });
    await deps.renameSupplier(tx, { city, organisationId: survivor.id, actorId });
  });
  const common = { city, subjectId: survivor.id, actorId, at };
  const both = [survivor.id, merged.id];
  await appendEvents(tx, [
    { ...common, id: deps.effects.newId(), type: 'offers.imported', audience: [], payload: {} },
    {
      ...{ ...common, id: deps.effects.newId(), type, audience: both },
      payload: { away: merged.name, into: facts.name ?? survivor.name },
    },
  ]);
}
