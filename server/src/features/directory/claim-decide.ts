import type { ClaimActionKind } from '@zhitong/domain/directory/claim';
import { claimLevel } from '@zhitong/domain/directory/claim';
import { decideClaimStep } from '@zhitong/domain/directory/claim-decision';
import type { ClaimReturnCode } from '@zhitong/domain/directory/claim-return';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { givePost, insertFirm, lockFirm, raiseLevel } from './claim-firm.ts';
import { insertClaimAction, type LockedClaim, lockClaim } from './claim-store.ts';
import type { EvidenceDeps } from './evidence-service.ts';
import { findHead } from './merge-heads.ts';

export interface ClaimDecision {
  readonly id: string;
  readonly decision: 'approved' | 'returned' | 'verified';
  readonly code: ClaimReturnCode | undefined;
  readonly words: string;
  /** with an approval: the papers were compared with the register */
  readonly verified: boolean;
}

/** The bureau approves, returns or verifies. An approval gives the post and, where the firm is new, the firm. */
export async function decideClaim(deps: EvidenceDeps, viewer: Viewer, given: ClaimDecision): Promise<void> {
  await inContext(deps.database, contextOf(viewer), async (tx) => {
    const claim = await lockClaim(tx, given.id);
    const kinds: readonly ClaimActionKind[] =
      given.decision === 'approved' && given.verified ? ['approved', 'verified'] : [given.decision];
    const done = [...claim.actions];
    for (const kind of kinds) {
      const { code, words } = given;
      decideClaimStep(done, { kind, fileIds: [], code, words, own: claim.personId === viewer.personId });
      done.push({ kind, fileIds: [] });
    }
    const settled = { ...claim, actions: done };
    await writeActions(deps, tx, { claim, kinds, given, viewer });
    if (given.decision !== 'returned') await settle(deps, tx, { claim: settled, viewer, given });
    await tell(deps, tx, { claim, viewer, given });
  });
}

interface Decided {
  readonly claim: LockedClaim;
  readonly viewer: Viewer;
  readonly given: ClaimDecision;
}

async function writeActions(
  { effects }: EvidenceDeps,
  tx: Tx,
  { claim, kinds, given, viewer }: Decided & { readonly kinds: readonly ClaimActionKind[] },
): Promise<void> {
  for (const kind of kinds)
    await insertClaimAction(tx, {
      ...{ id: effects.newId(), claimId: claim.id, kind, fileIds: [], at: effects.now() },
      ...{ code: kind === 'returned' ? (given.code ?? null) : null, words: kind === 'verified' ? '' : given.words },
      ...{ personId: viewer.personId, personName: viewer.personName },
    });
  await recordAudit(tx, effects, {
    ...{ action: `claim.${given.decision}`, subject: { kind: 'claim', id: claim.id } },
    before: { level: claimLevel(claim.actions) },
    after: { firm: claim.firmName, claimant: claim.personName, actions: kinds, code: given.code ?? null },
    why: given.words || undefined,
  });
}

/** The post and the level, each by the way that a change by hand goes: with its line in the trail, its notice, its history. */
async function settle({ effects }: EvidenceDeps, tx: Tx, { claim, viewer, given }: Decided): Promise<void> {
  const firm = await firmOf(tx, effects, claim);
  const person = { id: claim.personId, name: claim.personName };
  const why = `${claim.personName}认领“${claim.firmName}”${given.words ? `：${given.words}` : ''}`;
  await givePost(tx, effects, { person, firm, role: 'manager', why });
  const level = claimLevel(claim.actions);
  const by = { id: viewer.personId, name: viewer.personName };
  const raised = await raiseLevel(tx, effects, { firm, level, by, why });
  await recordAudit(tx, effects, {
    ...{ action: 'organisation.claimed', subject: { kind: 'organisation', id: firm.id }, why },
    before: { level: firm.level },
    after: { name: firm.name, manager: claim.personName, level: raised ? level : firm.level },
  });
}

/** The firm claimed; one that was not in the directory enters it, and of a merged one it is the firm that now stands for both. */
async function firmOf(tx: Tx, effects: EvidenceDeps['effects'], claim: LockedClaim) {
  const { city } = enteredContext(tx);
  // a firm that enters the directory by a claim carries the claim's id: a second decision finds it again
  const id = claim.organisationId ?? claim.id;
  const head = await findHead(tx, { city, id });
  if (!head && claim.organisationId === null)
    await insertFirm(tx, effects, { id, name: claim.firmName, creditCode: claim.creditCode });
  const firm = await lockFirm(tx, head?.id ?? id);
  if (!firm) throw new Refusal('platform.not-found');
  return firm;
}

async function tell({ effects }: EvidenceDeps, tx: Tx, { claim, viewer, given }: Decided): Promise<void> {
  const { claimantOrganisationId: audience } = claim;
  await appendEvents(tx, [
    {
      ...{ city: viewer.city, id: effects.newId(), type: 'claim.decided', subjectId: claim.id, at: effects.now() },
      ...{ audience: audience ? [audience] : [], actorId: viewer.personId },
      payload: { firm: claim.firmName, kind: given.decision, ...(given.code ? { claimCode: given.code } : {}) },
    },
  ]);
}
