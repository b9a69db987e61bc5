import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { AttemptClaim } from './attempt-store.ts';
import type { AuthUse } from './auth-options.ts';

/** Who tried what: a known person at its own account, or a stranger at a user name. */
export interface Tried {
  readonly context: Context;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly from: { readonly address: string; readonly requestId: string };
}

/** A try that the lock kept out. A script that goes on knocking writes a few lines a minute, not one for each knock. */
export async function noteKeptOut(use: AuthUse, claim: AttemptClaim, tried: Tried): Promise<void> {
  if (claim.kind === 'allowed') return;
  const { key, until } = claim;
  if (use.sessions.knocks.take(key, use.effects.now()) > 0) return;
  await note(use, tried, { action: 'session.refused', lockedUntil: until });
}

/** A try that did not come in and was not counted against anything. */
export async function noteRefused(use: AuthUse, tried: Tried): Promise<void> {
  await note(use, tried, { action: 'session.refused', lockedUntil: null });
}

/** A wrong try, and the lock it has set. */
export async function noteWrong(use: AuthUse, claim: AttemptClaim, tried: Tried): Promise<void> {
  await noteRefused(use, tried);
  if (claim.kind === 'allowed' && claim.locks !== null)
    await note(use, tried, { action: 'session.locked', lockedUntil: claim.locks });
}

async function note(
  { database, effects }: AuthUse,
  { context, subject, from }: Tried,
  { action, lockedUntil }: { action: 'session.refused' | 'session.locked'; lockedUntil: Date | null },
): Promise<void> {
  const { address, requestId } = from;
  const after = { address, requestId, ...(lockedUntil && { lockedUntil: lockedUntil.toISOString() }) };
  await inContext(database, context, (tx) => recordAudit(tx, effects, { action, subject, after }));
}
