import type { ReadPurpose } from '@zhitong/domain/directory/read-purpose';
import { recordAudit } from './audit-log.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import type { Effects } from './effects.ts';
import { contextOf, type Viewer } from './viewer.ts';

export interface Reader {
  readonly database: Database;
  readonly effects: Effects;
}

export interface ReadFacts {
  readonly what: 'contact' | 'price' | 'evidence' | 'audit';
  readonly subject: { readonly kind: string; readonly id: string };
  readonly why: ReadPurpose;
  /** which of it was shown: names and numbers of rows, never the confidential value itself */
  readonly shown?: Readonly<Record<string, unknown>> | undefined;
}

/** Somebody was shown a confidential field: who, what, why. The value itself does not go into the trail. */
export function recordRead({ database, effects }: Reader, viewer: Viewer, facts: ReadFacts): Promise<void> {
  const { what, subject, why, shown } = facts;
  return inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, { action: `${what}.read`, subject, why, after: shown }),
  );
}

export interface ExportFacts {
  /** the kind of thing in the list */
  readonly list: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly rows: number;
}

/** Somebody took a list out of the house: which filter, how many rows. */
export function recordExport({ database, effects }: Reader, viewer: Viewer, facts: ExportFacts): Promise<void> {
  const { list, filter, rows } = facts;
  return inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, {
      action: `${list}.exported`,
      subject: { kind: list, id: 'list' },
      after: { filter, rows },
      why: 'export' satisfies ReadPurpose,
    }),
  );
}
