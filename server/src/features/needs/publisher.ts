import { createHash } from 'node:crypto';
import type { NeedState } from '@zhitong/domain/needs/need';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { deleteSentDraft } from './draft-store.ts';
import { findTwin, lockPublisher } from './need-store.ts';

/** Within this time the same words of the same firm are taken for a second tab. */
const twinMinutes = 10;
const minute = 60_000;

export interface Publisher {
  readonly name: string;
  readonly region: string | null;
  readonly demo: boolean;
}

export interface RequestKey {
  readonly idempotencyKey: string;
  readonly textHash: string;
}

/** What came of a need that was published, also when it was published before. */
export interface Published {
  readonly need: { readonly id: string; readonly state: NeedState };
  readonly matched: number;
  readonly keptBack: boolean;
  readonly case: { readonly id: string } | null;
}

/**
 * The firm, locked: two tabs publish one need. Nothing begins in the name of a record that was merged away. What is sent is no draft any
 * more, on whichever device it was written.
 */
export async function enterPublisher(tx: Tx, viewer: Viewer, { idempotencyKey }: RequestKey): Promise<Publisher> {
  const { city, organisationId: id } = viewer;
  const publisher = await lockPublisher(tx, { city, id });
  if (publisher === undefined) throw new Refusal('platform.forbidden');
  await mergedRecords.refuseAway(tx, { city, id, name: publisher.name });
  await deleteSentDraft(tx, viewer, idempotencyKey);
  return publisher;
}

export function keyOf({ idempotencyKey, text }: { idempotencyKey: string; text: string }): RequestKey {
  return { idempotencyKey, textHash: hashOf(text) };
}

/** The need that this key made already of these words. Other words under the key, or these under another, are refused: nothing is swallowed. */
export async function findTwinOf(
  tx: Tx,
  { viewer, key, now }: { viewer: Viewer; key: RequestKey; now: Date },
): Promise<Published | undefined> {
  const { city, organisationId } = viewer;
  const twin = await findTwin(tx, {
    city,
    organisationId,
    ...key,
    since: new Date(now.getTime() - twinMinutes * minute),
  });
  if (!twin) return undefined;
  if (!twin.sameKey) throw refusalOf('needs.same-need', twin, now);
  if (!twin.sameWords) throw refusalOf('needs.key-used', twin, now);
  const { id, state, matched, keptBack, caseId } = twin;
  return { need: { id, state }, matched, keptBack, case: caseId === null ? null : { id: caseId } };
}

function refusalOf(
  code: 'needs.same-need' | 'needs.key-used',
  twin: { id: string; publishedAt: Date },
  now: Date,
): Refusal {
  const minutes = Math.max(1, Math.round((now.getTime() - twin.publishedAt.getTime()) / minute));
  return new Refusal(code, { minutes, needId: twin.id });
}

/** Equal for texts that differ only in spaces, line ends or full-width letters. */
function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFKC').replace(/\s+/gu, ' ').trim()).digest('hex');
}
