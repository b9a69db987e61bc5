import type { OpenSession } from '@zhitong/contract/directory/session-contract';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { AuthUse } from './auth-options.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import { listSessionRows, type SessionChoice } from './session-rows.ts';
import type { SignedIn } from './session-service.ts';

/** Where a person is signed in. */
export async function viewSessions(use: AuthUse, who: SignedIn): Promise<OpenSession[]> {
  const rows = await listSessionRows(use.database.db, who.userId, use.sessions.idleSince());
  return rows.map(({ id, address, device, signedInAt, lastUsedAt }) => ({
    ...{ id, own: id === who.sessionId, address, device },
    ...{ signedInAt: signedInAt.toISOString(), lastUsedAt: lastUsedAt.toISOString() },
  }));
}

interface Ending {
  readonly which: SessionChoice;
  readonly from: Origin;
}

/** Ends some of the own sessions. */
export async function endSessions(use: AuthUse, who: SignedIn, { which, from }: Ending): Promise<number> {
  const ended = await use.sessions.end(who.account, which);
  if (ended === 0) return 0;
  await inContext(use.database, contextOfPerson(who.person, from), (tx) =>
    recordAudit(tx, use.effects, {
      action: 'session.ended',
      subject: { kind: 'account', id: who.userId },
      after: { ended },
    }),
  );
  return ended;
}

export async function noteSignOut(use: AuthUse, who: SignedIn, from: Origin): Promise<void> {
  await inContext(use.database, contextOfPerson(who.person, from), (tx) =>
    recordAudit(tx, use.effects, { action: 'session.signed-out', subject: { kind: 'account', id: who.userId } }),
  );
}
