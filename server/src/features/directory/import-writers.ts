import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { applyChanges, listRenamedSuppliers, stageChanges, stageReturn } from './import-change-store.ts';
import { claimCodes, createOrganisations, type ImportOrigin, putContacts } from './import-organisation-store.ts';
import type { ImportKey } from './import-store.ts';
import { removeCreated, returnContacts } from './import-undo-store.ts';
import type { OrganisationDeps } from './organisation-service.ts';

export interface Writing {
  readonly key: ImportKey;
  readonly origin: ImportOrigin;
  readonly viewer: Viewer;
  readonly newId: () => string;
  readonly renameSupplier: OrganisationDeps['renameSupplier'];
}

export interface WriteCounts {
  readonly created: number;
  readonly changed: number;
}

interface Writer {
  /** all good rows at once; undefined when somebody took a code in this very moment */
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
      await tellSuppliers(tx, writing);
      await putContacts(tx, key);
      return { created, changed };
    },
    undo: async (tx, writing) => {
      const { key, origin, viewer, newId } = writing;
      const changes = await stageReturn(tx, key);
      await applyChanges(tx, key, { origin, ids: ids(changes, newId) });
      await tellSuppliers(tx, writing);
      await returnContacts(tx, key);
      const { kept } = await asSystem(tx, contextOf(viewer), () => removeCreated(tx, key));
      return { kept };
    },
  },
};
