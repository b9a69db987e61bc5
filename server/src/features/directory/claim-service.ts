import type { ClaimActionKind } from '@zhitong/domain/directory/claim';
import { claimFiles, mostOpenClaims } from '@zhitong/domain/directory/claim';
import { decideClaimable, decideClaimStep, decideFiles } from '@zhitong/domain/directory/claim-decision';
import { unclaimedHours } from '@zhitong/domain/directory/evidence-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { listStoredFiles } from '#platform/stored-file';
import type { Viewer } from '#platform/viewer';
import { findFirm, findHolders, lockFirm } from './claim-firm.ts';
import {
  countOpenClaims,
  findOpenClaim,
  insertClaim,
  insertClaimAction,
  listClaimedFiles,
  lockClaim,
} from './claim-store.ts';
import { type Bearer, bearerOf, type EvidenceDeps } from './evidence-service.ts';
import { holdPerson } from './person-store.ts';

/** Who claims: in a post, or with an account only. */
export interface Claimant extends Bearer {
  readonly name: string;
}

export function claimantOf(viewer: Viewer): Claimant {
  return { ...bearerOf(viewer), name: viewer.personName };
}

interface Papers {
  readonly evidence: readonly string[];
  readonly words: string;
}

/** The claim of a firm in the directory. Whoever claims a firm somebody speaks for contests it: both are told, the bureau decides. */
export async function makeClaim(
  deps: EvidenceDeps,
  claimant: Claimant,
  { organisationId, ...papers }: Papers & { readonly organisationId: string },
): Promise<string> {
  return inContext(deps.database, claimant.context, (tx) =>
    makeClaimIn(deps, tx, { claimant, organisationId, ...papers }),
  );
}

/** The same in an open transaction: a registration claims in the transaction of its account. */
export async function makeClaimIn(
  { effects }: EvidenceDeps,
  tx: Tx,
  { claimant, organisationId, ...papers }: Papers & { readonly claimant: Claimant; readonly organisationId: string },
): Promise<string> {
  const now = effects.now();
  const { personId } = claimant;
  await holdPerson(tx, personId);
  const firm = await asSystem(tx, claimant.context, () => lockFirm(tx, organisationId));
  if (!firm) throw new Refusal('platform.not-found');
  const { own, held } = await findHolders(tx, { organisationId, personId, on: cityDay(now) });
  const open = await findOpenClaim(tx, { personId, organisationId });
  const into = firm.merged_into === null ? undefined : await findFirm(tx, firm.merged_into);
  decideClaimable({ ...firm, mergedInto: into?.name ?? null, own, openSince: open ? cityDay(open) : null });
  if ((await countOpenClaims(tx, personId)) >= mostOpenClaims)
    throw new Refusal('claims.too-many-open', { most: mostOpenClaims });
  const id = effects.newId();
  await insertClaim(tx, {
    ...{ id, organisationId, firmName: firm.name, creditCode: firm.credit_code, contest: held, at: now },
    ...{ personId, personName: claimant.name, claimantOrganisationId: claimant.organisationId },
  });
  await submit(tx, { effects, claimant, claimId: id, firmName: firm.name, papers });
  if (held) await tellHolders(tx, { effects, claimant, claimId: id, firm });
  return id;
}

interface Submission {
  readonly effects: EvidenceDeps['effects'];
  readonly claimant: Claimant;
  readonly claimId: string;
  readonly firmName: string;
  readonly papers: Papers;
}

/** The first action of a claim, with its entry in the trail and its notice to the bureau. */
export async function submit(tx: Tx, { effects, claimant, claimId, firmName, papers }: Submission): Promise<void> {
  await checkFiles(tx, claimant, { wanted: papers.evidence, before: [], now: effects.now() });
  await insertClaimAction(tx, {
    ...{ id: effects.newId(), claimId, kind: 'submitted', code: null, words: papers.words, at: effects.now() },
    ...{ personId: claimant.personId, personName: claimant.name, fileIds: papers.evidence },
  });
  await recordAudit(tx, effects, {
    ...{ action: 'claim.submitted', subject: { kind: 'claim', id: claimId } },
    after: { firm: firmName, files: papers.evidence.length },
  });
  const audience = claimant.organisationId ? [claimant.organisationId] : [];
  await appendEvents(tx, [
    {
      ...{ city: enteredContext(tx).city, id: effects.newId(), type: 'claim.submitted', subjectId: claimId },
      ...{ audience, actorId: claimant.personId, payload: { firm: firmName }, at: effects.now() },
    },
  ]);
}

/** Whoever speaks for the firm now learns that somebody else claims it; not who. */
async function tellHolders(
  tx: Tx,
  given: Omit<Submission, 'papers' | 'firmName'> & { readonly firm: { readonly id: string; readonly name: string } },
): Promise<void> {
  const { effects, claimant, firm } = given;
  await appendEvents(tx, [
    {
      ...{ city: enteredContext(tx).city, id: effects.newId(), type: 'claim.contested', subjectId: firm.id },
      ...{ audience: [firm.id], actorId: claimant.personId, payload: { firm: firm.name }, at: effects.now() },
    },
  ]);
}

export function supplementClaim(
  deps: EvidenceDeps,
  claimant: Claimant,
  { id, ...papers }: Papers & { readonly id: string },
): Promise<void> {
  return act(deps, claimant, { id, kind: 'supplemented', ...papers });
}

export function withdrawClaim(deps: EvidenceDeps, claimant: Claimant, id: string): Promise<void> {
  return act(deps, claimant, { id, kind: 'withdrawn', evidence: [], words: '' });
}

async function act(
  { database, effects }: EvidenceDeps,
  claimant: Claimant,
  { id, kind, evidence, words }: Papers & { readonly id: string; readonly kind: ClaimActionKind },
): Promise<void> {
  await inContext(database, claimant.context, async (tx) => {
    const claim = await lockClaim(tx, id);
    // the bureau may lock every claim of its city: what belongs to the claimant stays the claimant's
    if (claim.personId !== claimant.personId) throw new Refusal('platform.not-found');
    decideClaimStep(claim.actions, { kind, fileIds: evidence, code: undefined, words, own: true });
    await checkFiles(tx, claimant, { wanted: evidence, before: claimFiles(claim.actions), now: effects.now() });
    await insertClaimAction(tx, {
      ...{ id: effects.newId(), claimId: id, kind, code: null, words, fileIds: evidence, at: effects.now() },
      ...{ personId: claimant.personId, personName: claimant.name },
    });
    await recordAudit(tx, effects, {
      ...{ action: `claim.${kind}`, subject: { kind: 'claim', id } },
      ...{ after: { firm: claim.firmName, files: evidence.length }, why: words || undefined },
    });
    const audience = claimant.organisationId ? [claimant.organisationId] : [];
    await appendEvents(tx, [
      {
        ...{ city: enteredContext(tx).city, id: effects.newId(), type: 'claim.changed', subjectId: id },
        ...{ audience, actorId: claimant.personId, payload: { firm: claim.firmName, kind }, at: effects.now() },
      },
    ]);
  });
}

async function checkFiles(
  tx: Tx,
  { personId }: Claimant,
  { wanted, before, now }: { wanted: readonly string[]; before: readonly string[]; now: Date },
): Promise<void> {
  // what is older is about to be deleted
  const since = new Date(now.getTime() - unclaimedHours * 3_600_000);
  const taken = await asSystemHere(tx, () => listClaimedFiles(tx, wanted));
  const files = await listStoredFiles(tx, wanted);
  const own = files.filter(
    (file) =>
      file.kind === 'evidence' && file.personId === personId && file.storedAt >= since && !taken.includes(file.id),
  );
  decideFiles({ wanted, known: own.map(({ id }) => id), before });
}

/** A file in another's claim cannot be seen from here, and must not be taken either. */
function asSystemHere<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  return asSystem(tx, enteredContext(tx), run);
}
