import { randomBytes } from 'node:crypto';
import { cityPattern } from '@zhitong/domain/directory/organisation';
import { spokenDay } from '@zhitong/domain/needs/city-day';
import { isBadGrade, type RatingGrade, ratingState } from '@zhitong/domain/needs/rating';
import type { RatingRefusalCode } from '@zhitong/domain/needs/rating-refusals';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { reopenVeiled } from './case-reopening.ts';
import { lockCase } from './case-store.ts';
import { findAnswerAddress, findRatingByToken, findRatingOfNeed, type StoredRating } from './rating-reading.ts';
import { setRatingToken, takeGrade } from './rating-store.ts';

/** Makes the link. It is told once, here, to the firm that asked: only its hash is kept. Behind `#` it is sent to nobody. */
export function linkFor({ database, effects }: CaseDeps, viewer: Viewer, needId: string) {
  const { city } = viewer;
  const token = `${city}.${randomBytes(32).toString('base64url')}`;
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const asked = await tx
      .selectFrom('need_case')
      .select('asker_id')
      .where('city', '=', city)
      .where('need_id', '=', needId)
      .executeTakeFirst();
    if (asked?.asker_id !== viewer.organisationId) throw new Refusal('platform.not-found');
    const rating = await findRatingOfNeed(tx, { city, needId });
    if (!rating) throw refuse('ratings.not-yet');
    refuseOver(rating, now);
    if (!(await setRatingToken(tx, { city, id: rating.id, token }))) throw refuse('ratings.used');
    await recordAudit(tx, effects, { action: 'rating.link-given', subject: { kind: 'case', id: rating.caseId } });
    return { token, path: `/rating#${token}`, until: rating.expiresAt.toISOString() };
  });
}

/** What the link is about, for whoever holds it. */
export function readFor({ database, effects }: CaseDeps, token: string) {
  const city = cityOf(token);
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const rating = await getByToken(tx, { city, token });
    const { title, body, expiresAt } = rating;
    return { title, body, state: ratingState(rating, effects.now()), until: expiresAt.toISOString() };
  });
}

export interface GivenGrade {
  readonly token: string;
  readonly grade: RatingGrade;
  readonly text: string | undefined;
  readonly address: string;
  readonly requestId: string;
  /** signed in at the same browser; null: nobody */
  readonly viewer: Viewer | null;
}

/**
 * Takes the grade, once. No sign-in is asked for: the link is 256 bits that only the firm was told, it works once, and who rates from
 * a telephone has no account there; it also keeps the rater out of the trail. A bad grade has the case taken up again in the firm's
 * name, as if the firm had asked for it on the page: nobody can tell the two apart.
 */
export async function gradeBy(
  { database, effects }: CaseDeps,
  given: GivenGrade,
): Promise<{ reopened: boolean; due: string | null; dueCertain: boolean }> {
  const { token, grade } = given;
  const city = cityOf(token);
  if (given.viewer) await refuseSignedIn({ database, effects }, { token, city, viewer: given.viewer });
  const at = effects.now();
  const said = given.text?.trim() || null;
  return inContext(database, { city, viewer: 'system', requestId: given.requestId }, async (tx) => {
    const rating = await getByToken(tx, { city, token });
    const { caseId } = rating;
    const sameAddress = (await findAnswerAddress(tx, { city, caseId })) === given.address;
    if (!(await takeGrade(tx, { city, token, grade, said, at, sameAddress }))) {
      refuseOver(await getByToken(tx, { city, token }), at);
      throw refuse('ratings.used');
    }
    await recordAudit(tx, effects, { action: 'rating.given', subject: { kind: 'case', id: caseId }, after: { grade } });
    const due = isBadGrade(grade)
      ? await reopenVeiled(tx, { effects, city, caseId, because: 'rating', at, round: rating.round })
      : undefined;
    return { reopened: due !== undefined, due: due?.at.toISOString() ?? null, dueCertain: due?.certain ?? true };
  });
}

/** Looked at in a transaction of its own: the refusal is in the trail though the grade is not. */
async function refuseSignedIn(
  { database, effects }: CaseDeps,
  { token, city, viewer }: { token: string; city: string; viewer: Viewer },
): Promise<void> {
  const refused = await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const rating = await getByToken(tx, { city, token });
    return (await isHandler(tx, { city, rating, viewer })) ? rating.caseId : undefined;
  });
  if (refused === undefined) return;
  await inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, { action: 'rating.refused', subject: { kind: 'case', id: refused } }),
  );
  throw refuse('ratings.own-handling');
}

/** The link is the firm's: nobody who handled the case, and nobody of the bureau, grades in its name. */
async function isHandler(
  tx: Tx,
  { city, rating, viewer }: { city: string; rating: StoredRating; viewer: Viewer },
): Promise<boolean> {
  const { organisationId: own, role } = viewer;
  if (own === rating.askerId || viewer.city !== city) return false;
  if (role === 'operator') return true;
  const found = await lockCase(tx, { city, id: rating.caseId });
  const held = found?.state.rounds.flatMap(({ holdings }) => holdings.map(({ body }) => body)) ?? [];
  for (const body of new Set([...held, ...(found?.state.helps.map(({ helper }) => helper) ?? [])]))
    if (await mergedRecords.isOne(tx, city, [body, own])) return true;
  return false;
}

async function getByToken(tx: Tx, of: { city: string; token: string }): Promise<StoredRating> {
  const rating = await findRatingByToken(tx, of);
  if (!rating) throw refuse('ratings.unknown');
  return rating;
}

function refuseOver(rating: StoredRating, now: Date): void {
  const state = ratingState(rating, now);
  if (state === 'expired') throw refuse('ratings.expired', spokenDay(rating.expiresAt));
  if (state === 'used') throw refuse('ratings.used');
}

/** A link names its city, where it is kept. */
function cityOf(token: string): string {
  const [city = ''] = token.split('.');
  if (!cityPattern.test(city)) throw refuse('ratings.unknown');
  return city;
}

function refuse(code: RatingRefusalCode, details: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(code, details);
}
