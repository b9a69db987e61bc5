import type { AuditCheck } from '@zhitong/contract/directory/audit-contract';
import type { Language } from '@zhitong/domain/language';
import { checkTrail } from '#platform/audit-check';
import { exportLines } from '#platform/audit-export';
import { recordAudit } from '#platform/audit-log';
import { readTrailState } from '#platform/audit-reader';
import { recordExport, recordRead } from '#platform/audit-reads';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { checkReply, lastCheckReply } from './audit-check-views.ts';
import { type TrailPage, type TrailRows, viewTrail } from './audit-views.ts';

export interface AuditDeps {
  readonly database: Database;
  readonly effects: Effects;
}

/** A page of the trail. That somebody read it stands in the trail too. */
export async function readTrailPage(deps: AuditDeps, viewer: Viewer, page: TrailPage): Promise<TrailRows> {
  const rows = await viewTrail(deps.database, viewer, page);
  const shown = { filter: page.filter, rows: rows.entries.length };
  await recordRead(deps, viewer, { what: 'audit', subject: trail, why: 'audit-review', shown });
  return rows;
}

const trail = { kind: 'audit', id: 'list' } as const;

export async function readState({ database }: AuditDeps, viewer: Viewer, language: Language) {
  const { head, unsealed } = await readTrailState(database, viewer.city);
  return { head, unsealed, lastCheck: await lastCheckReply(database, viewer.city, language) };
}

/** Proves the chain now. The check itself becomes an entry, behind the head it has proven. */
export async function checkNow(deps: AuditDeps, viewer: Viewer, language: Language): Promise<AuditCheck> {
  const { database, effects } = deps;
  const check = await checkTrail(database, { city: viewer.city, effects, byPerson: viewer.personId });
  const { entries, broken } = check;
  await inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, { action: 'audit.checked', subject: trail, after: { entries, broken } }),
  );
  return checkReply(check, language);
}

/** The lines of a provable export, from behind a cursor up to the head of this moment. */
export async function exportTrail(deps: AuditDeps, viewer: Viewer, after: number): Promise<AsyncGenerator<string>> {
  const { city } = viewer;
  const { head } = await readTrailState(deps.database, city);
  const rows = Math.max(0, head.position - after);
  await recordExport(deps, viewer, { list: 'audit', filter: { after, to: head.position }, rows });
  return exportLines(deps.database, { city, after, to: head.position, at: deps.effects.now() });
}
