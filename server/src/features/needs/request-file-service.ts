import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import { decideEvidence, mostEvidenceADay } from '@zhitong/domain/directory/evidence-decision';
import { Refusal } from '@zhitong/domain/refusal';
import { personTurns } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { longestLink, readLink, signLink } from '#platform/signed-link';
import { getStoredContent, getStoredFile, type StoredFile, storeFile } from '#platform/stored-file';
import type { Upload } from '#platform/upload';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { countRequestFilesSince } from './request-file-store.ts';

export interface RequestFileDeps extends CaseDeps {
  /** signs links */
  readonly secret: string;
}

const day = 24 * 3_600_000;
const kind = 'request-file';
const purpose = 'request';

/** Checked as evidence is: by its bytes, its name and its size. It goes nowhere before a request takes it along. */
export async function addFile(deps: RequestFileDeps, viewer: Viewer, upload: Upload): Promise<RequestFile> {
  const { effects } = deps;
  const file = decideEvidence(upload);
  const { city, personId, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    // uploads of one person follow one another, or many at once would all be the first
    await personTurns.hold(tx, personId);
    const since = new Date(effects.now().getTime() - day);
    if ((await countRequestFilesSince(tx, { city, personId, since })) >= mostEvidenceADay)
      throw new Refusal('evidence.too-many-today', { most: mostEvidenceADay });
    const { id, name, type, bytes } = await storeFile(tx, effects, {
      ...{ kind, ...file, content: upload.content, personId, organisationId },
    });
    await recordAudit(tx, effects, {
      action: 'request-file.added',
      subject: { kind, id },
      after: { name, type, bytes },
    });
    return { id, name, type, bytes };
  });
}

export async function linkFile(
  deps: RequestFileDeps,
  viewer: Viewer,
  id: string,
): Promise<{ link: string; until: Date }> {
  const until = new Date(deps.effects.now().getTime() + longestLink);
  await inContext(deps.database, contextOf(viewer), async (tx) => {
    const { name } = await getFile(tx, id);
    await recordAudit(tx, deps.effects, { action: 'request-file.link-given', subject: { kind, id }, after: { name } });
  });
  const link = signLink(deps.secret, { what: `${kind}:${id}`, reader: viewer.personId, until, why: purpose });
  return { link, until };
}

export async function openFile(
  deps: RequestFileDeps,
  viewer: Viewer,
  { id, link }: { id: string; link: string },
): Promise<{ file: StoredFile; content: Buffer }> {
  const use = { what: `${kind}:${id}`, reader: viewer.personId, now: deps.effects.now() };
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const file = await getFile(tx, id);
    const reading = readLink(deps.secret, link, use);
    if (reading.kind !== 'good')
      throw new Refusal(reading.kind === 'expired' ? 'evidence.link-expired' : 'evidence.link-wrong');
    const content = await getStoredContent(tx, id);
    await recordAudit(tx, deps.effects, {
      action: 'request-file.read',
      subject: { kind, id },
      after: { name: file.name },
    });
    return { file, content };
  });
}

async function getFile(tx: Tx, id: string): Promise<StoredFile> {
  const file = await getStoredFile(tx, id);
  if (file.kind !== kind) throw new Refusal('platform.not-found');
  return file;
}
