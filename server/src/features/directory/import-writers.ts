import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { applyChanges, stageChanges, stageReturn } from './import-change-store.ts';
import { claimCodes, createOrganisations, type ImportOrigin, putContacts } from './import-organisation-store.ts';
import type { ImportKey } from './import-store.ts';
import { removeCreated, returnContacts } from './import-undo-store.ts';

export interface Writing {
  readonly key: ImportKey;
  readonly origin: ImportOrigin;
  readonly viewer: Viewer;
  readonly newId: () => string;
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

/** How the rows of each kind are written, and taken back. */
export const importWriters: Readonly<Record<ImportKind, Writer>> = {
  organisations: {
    take: async (tx, { key, origin, newId }) => {
      const changes = await stageChanges(tx, key);
      const created = await createOrganisations(tx, key, origin);
      if (!(await claimCodes(tx, key))) return undefined;
      const changed = await applyChanges(tx, key, { origin, ids: ids(changes, newId) });
      await putContacts(tx, key);
      return { created, changed };
    },
    undo: async (tx, { key, origin, viewer, newId }) => {
      const changes = await stageReturn(tx, key);
      await applyChanges(tx, key, { origin, ids: ids(changes, newId) });
      await returnContacts(tx, key);
      const { kept } = await asSystem(tx, contextOf(viewer), () => removeCreated(tx, key));
      return { kept };
    },
  },
};
