import type { OpenSession } from '@zhitong/contract/directory/session-contract';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { AuthUse } from './auth-options.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import { deleteSessions, listSessionRows, type SessionChoice } from './session-rows.ts';
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

/** Ends some of the own sessions; one that is not there is not told from somebody else’s. */
export async function endSessions(use: AuthUse, who: SignedIn, { which, from }: Ending): Promise<number> {
  const ended = await inContext(use.database, contextOfPerson(who.person, from), async (tx) => {
    const count = await deleteSessions(tx, who.userId, which);
    if (count === 0 && which !== 'all' && 'only' in which) throw new Refusal('platform.not-found');
    await recordAudit(tx, use.effects, {
      action: 'session.ended',
      subject: { kind: 'account', id: who.userId },
      after: { ended: count },
    });
    return count;
  });
  use.sessions.noteEnd(who.account);
  return ended;
}

export async function noteSignOut(use: AuthUse, who: SignedIn, from: Origin): Promise<void> {
  await inContext(use.database, contextOfPerson(who.person, from), (tx) =>
    recordAudit(tx, use.effects, { action: 'session.signed-out', subject: { kind: 'account', id: who.userId } }),
  );
}
