import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf } from '#platform/viewer';
import { applyChanges, listRenamedSuppliers, stageChanges, stageReturn } from './import-change-store.ts';
import { enterDuties, listEnteredDuties, removeDuties } from './import-duty-store.ts';
import { tellDuties, tellPosts } from './import-events.ts';
import { takeOffers, undoOffers } from './import-offer-writing.ts';
import {
  claimCodes,
  claimReturned,
  createOrganisations,
  putContacts,
  releaseCodes,
} from './import-organisation-store.ts';
import { enterPeople, enterPhones, givePosts, listGivenPosts, removePosts } from './import-people-store.ts';
import { takePurchases, undoPurchases } from './import-purchase-writing.ts';
import { noteDuties, notePosts } from './import-trail.ts';
import { removeCreated, returnContacts } from './import-undo-store.ts';
import type { WriteCounts, Writing } from './import-writing.ts';

interface Writer {
  /** all good rows at once; undefined when somebody took a code, a number or a post in this very moment */
  readonly take: (tx: Tx, writing: Writing) => Promise<WriteCounts | undefined>;
  /** answers how many rows had to stay */
  readonly undo: (tx: Tx, writing: Writing) => Promise<{ readonly kept: number }>;
}

const ids = (count: number, newId: () => string) => Array.from({ length: count }, newId);

async function tellSuppliers(tx: Tx, { key, viewer, renameSupplier }: Writing): Promise<void> {
  for (const organisationId of await listRenamedSuppliers(tx, key))
    await renameSupplier(tx, { city: key.city, organisationId, actorId: viewer.personId });
}

/** How the rows of each kind are written, and taken back. */
export const importWriters: Readonly<Record<ImportKind, Writer>> = {
  organisations: {
    take: async (tx, writing) => {
      const { key, origin, newId } = writing;
      const changes = await stageChanges(tx, key);
      const created = await createOrganisations(tx, key, origin);
      if (!(await claimCodes(tx, key))) return undefined;
      const changed = await applyChanges(tx, key, { origin, ids: ids(changes, newId) });
      await releaseCodes(tx, key);
      await tellSuppliers(tx, writing);
      await putContacts(tx, key);
      return { created, changed };
    },
    undo: async (tx, writing) => {
      const { key, origin, viewer, newId } = writing;
      const changes = await stageReturn(tx, key);
      await claimReturned(tx, key);
      await applyChanges(tx, key, { origin, ids: ids(changes, newId) });
      await tellSuppliers(tx, writing);
      await returnContacts(tx, key);
      await releaseCodes(tx, key);
      const { kept } = await asSystem(tx, contextOf(viewer), () => removeCreated(tx, key));
      return { kept };
    },
  },
  people: {
    take: async (tx, writing) => {
      const { key, origin } = writing;
      await enterPeople(tx, key);
      if (!(await enterPhones(tx, key))) return undefined;
      const created = await givePosts(tx, key, origin.today);
      const posts = await listGivenPosts(tx, key);
      await notePosts(tx, writing, { given: true, posts });
      await tellPosts(tx, writing, { type: 'post.given', posts });
      return { created, changed: 0 };
    },
    undo: async (tx, writing) => {
      const { gone, kept } = await asSystem(tx, contextOf(writing.viewer), () => removePosts(tx, writing.key));
      await notePosts(tx, writing, { given: false, posts: gone });
      await tellPosts(tx, writing, { type: 'post.ended', posts: gone });
      return { kept };
    },
  },
  offers: { take: takeOffers, undo: undoOffers },
  purchases: { take: takePurchases, undo: undoPurchases },
  duties: {
    take: async (tx, writing) => {
      const created = await enterDuties(tx, writing.key, writing.origin);
      if (created === undefined) return undefined;
      const duties = await listEnteredDuties(tx, writing.key);
      await noteDuties(tx, writing, { entered: true, duties });
      await tellDuties(tx, writing, { type: 'duty.assigned', duties });
      return { created, changed: 0 };
    },
    undo: async (tx, writing) => {
      const { gone, kept } = await asSystem(tx, contextOf(writing.viewer), () => removeDuties(tx, writing.key));
      await noteDuties(tx, writing, { entered: false, duties: gone });
      await tellDuties(tx, writing, { type: 'duty.ended', duties: gone });
      return { kept };
    },
  },
};
