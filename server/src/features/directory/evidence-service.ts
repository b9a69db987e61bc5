import type { EvidenceFile, EvidencePurpose } from '@zhitong/contract/directory/evidence-contract';
import {
  decideEvidence,
  mostEvidenceADay,
  mostEvidenceFiles,
  usualStrangerBytesADay,
} from '@zhitong/domain/directory/evidence-decision';
import type { EvidenceRefusalCode } from '@zhitong/domain/directory/evidence-refusals';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, type Context, enteredContext, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { longestLink, readLink, signLink } from '#platform/signed-link';
import { getStoredContent, getStoredFile, type StoredFile, storeFile } from '#platform/stored-file';
import type { Upload } from '#platform/upload';
import { contextOf, type Viewer } from '#platform/viewer';
import { countEvidenceSince, countUnclaimed, sumStrangersBytes } from './evidence-store.ts';
import { holdPerson } from './person-store.ts';

export interface EvidenceDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly secret: string;
  /** bytes that people without a post may hand in within a day */
  readonly strangerBytesADay?: number;
}

/** Who hands in or reads a file: a person in a post, or one who has none yet. */
export interface Bearer {
  readonly context: Context;
  readonly personId: string;
  readonly organisationId: string | null;
}

export function bearerOf(viewer: Viewer): Bearer {
  const { personId, organisationId } = viewer;
  return { context: contextOf(viewer), personId, organisationId };
}

const day = 24 * 60 * 60_000;

export async function addEvidence(deps: EvidenceDeps, bearer: Bearer, upload: Upload): Promise<EvidenceFile> {
  const file = decideEvidence(upload);
  const { personId, organisationId } = bearer;
  return inContext(deps.database, bearer.context, async (tx) => {
    const since = new Date(deps.effects.now().getTime() - day);
    // uploads of one person follow one another, or many at once would all be the first
    await holdPerson(tx, personId);
    if (organisationId === null)
      await refuseStrangersFlood(deps, tx, { personId, since, bytes: upload.content.length });
    if ((await countEvidenceSince(tx, { personId, since })) >= mostEvidenceADay)
      throw refuse('evidence.too-many-today', { most: mostEvidenceADay });
    const kept = { kind: 'evidence', ...file, content: upload.content, personId, organisationId } as const;
    const { id, name, type, bytes } = await storeFile(tx, deps.effects, kept);
    await recordAudit(tx, deps.effects, {
      ...{ action: 'evidence.added', subject: { kind: 'evidence', id }, after: { name, type, bytes } },
    });
    return { id, name, type, bytes };
  });
}

interface Flood {
  readonly personId: string;
  readonly since: Date;
  readonly bytes: number;
}

/**
 * Anybody can register, so what people without a post leave here is bounded in files and, all of them together, in bytes.
 * Uploads of several people at the same instant may pass the budget by one file each.
 */
async function refuseStrangersFlood(deps: EvidenceDeps, tx: Tx, { personId, since, bytes }: Flood): Promise<void> {
  const { strangerBytesADay = usualStrangerBytesADay } = deps;
  const [waiting, spent] = await asSystem(tx, enteredContext(tx), async () => [
    await countUnclaimed(tx, personId),
    await sumStrangersBytes(tx, since),
  ]);
  if (waiting >= mostEvidenceFiles) throw refuse('evidence.too-many-waiting', { most: mostEvidenceFiles });
  if (spent + bytes > strangerBytesADay) throw refuse('evidence.budget-spent');
}

/** A link that opens the file to this reader for five minutes; its purpose goes into the trail here and when it is used. */
export async function linkEvidence(
  deps: EvidenceDeps,
  bearer: Bearer,
  { id, purpose }: { id: string; purpose: EvidencePurpose },
): Promise<{ link: string; until: Date }> {
  const until = new Date(deps.effects.now().getTime() + longestLink);
  await inContext(deps.database, bearer.context, async (tx) => {
    const { name } = await getEvidence(tx, id);
    await recordAudit(tx, deps.effects, {
      ...{ action: 'evidence.link-given', subject: { kind: 'evidence', id }, after: { name }, why: purpose },
    });
  });
  return {
    link: signLink(deps.secret, { what: `evidence:${id}`, reader: bearer.personId, until, why: purpose }),
    until,
  };
}

export async function openEvidence(
  deps: EvidenceDeps,
  bearer: Bearer,
  { id, link }: { id: string; link: string },
): Promise<{ file: StoredFile; content: Buffer }> {
  const use = { what: `evidence:${id}`, reader: bearer.personId, now: deps.effects.now() };
  return inContext(deps.database, bearer.context, async (tx) => {
    const file = await getEvidence(tx, id);
    const reading = readLink(deps.secret, link, use);
    if (reading.kind !== 'good')
      throw refuse(reading.kind === 'expired' ? 'evidence.link-expired' : 'evidence.link-wrong');
    const content = await getStoredContent(tx, id);
    await recordAudit(tx, deps.effects, {
      ...{ action: 'evidence.read', subject: { kind: 'evidence', id }, after: { name: file.name } },
      why: reading.facts.why,
    });
    return { file, content };
  });
}

async function getEvidence(tx: Tx, id: string): Promise<StoredFile> {
  const file = await getStoredFile(tx, id);
  if (file.kind !== 'evidence') throw new Refusal('platform.not-found');
  return file;
}

function refuse(code: EvidenceRefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(code, details);
}
