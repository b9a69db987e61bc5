import type { ClaimTarget } from '@zhitong/domain/directory/claim-decision';
import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import { type FactLevel, factLevels, provenField } from '@zhitong/domain/directory/organisation-fact';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { wordColumn } from '#platform/json-column';
import { insertPosts } from './duty-store.ts';
import { recordLine } from './organisation-store.ts';
import { lockBodies } from './post-desk.ts';
import { refuseMixing, refusingOverlaps } from './post-overlap.ts';
import { listPosts } from './session-store.ts';

/** The firm of a claim, locked, so that the same person does not claim it twice at once. System or bureau. */
export async function lockFirm(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'credit_code', 'level', 'merged_into'])
    .where('city', '=', enteredContext(tx).city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, kind: wordColumn<OrganisationKind>(row.kind), level: wordColumn<FactLevel>(row.level) };
}

/** The same to look at. */
export async function findFirm(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('city', '=', enteredContext(tx).city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, kind: wordColumn<OrganisationKind>(row.kind) };
}

/** Whether the person holds a post at the firm, and whether anybody does. */
export async function findHolders(
  tx: Tx,
  { organisationId, personId, on }: { organisationId: string; personId: string; on: string },
): Promise<Pick<ClaimTarget, 'own'> & { readonly held: boolean }> {
  const held = tx
    .selectFrom('post')
    .select('id')
    .where('city', '=', enteredContext(tx).city)
    .where('organisation_id', '=', organisationId)
    .where('valid_from', '<=', on)
    .where((post) => post.or([post('valid_to', 'is', null), post('valid_to', '>', on)]))
    .limit(1);
  const own = await held.where('person_id', '=', personId).executeTakeFirst();
  return { own: own !== undefined, held: own !== undefined || (await held.executeTakeFirst()) !== undefined };
}

export interface NewPost {
  readonly person: { readonly id: string; readonly name: string };
  readonly firm: { readonly id: string; readonly name: string };
  readonly role: PostRole;
  readonly why: string | undefined;
}

/**
 * Gives the post from today on, unless the person holds one there already: told and noted as every other post that is given. An
 * administrator gets none in the city's business.
 */
export async function givePost(tx: Tx, effects: Effects, { person, firm, role, why }: NewPost): Promise<void> {
  const { city } = enteredContext(tx);
  const at = effects.now();
  const from = cityDay(at);
  // whoever gives or ends posts there at the same time follows, or is followed
  await lockBodies(tx, city, [firm.id]);
  const held = await listPosts(tx, { city, personId: person.id, on: from });
  if (held.some((post) => post.organisation.id === firm.id)) return;
  await refuseMixing(tx, { city, person, wanted: { role, from, to: null } });
  const id = effects.newId();
  const post = { id, personId: person.id, personName: person.name, bodyId: firm.id, role, from, to: null };
  await refusingOverlaps(person.name, () => insertPosts(tx, city, [post]));
  await recordAudit(tx, effects, {
    ...{ action: 'post.given', subject: { kind: 'post', id }, why },
    after: { person: person.name, organisation: firm.name, role, from, to: null },
  });
  const payload = { person: person.name, role, from, organisationId: firm.id };
  const { actor } = enteredContext(tx);
  const event = { city, id: effects.newId(), type: 'post.given' as const, subjectId: firm.id, payload, at };
  await appendEvents(tx, [{ ...event, audience: [firm.id], actorId: actor?.personId ?? person.id }]);
}

interface Raising {
  readonly firm: { readonly id: string; readonly level: FactLevel };
  readonly level: FactLevel;
  readonly by: { readonly id: string; readonly name: string };
  /** whose claim proved it */
  readonly why: string;
}

/** The level of the firm rises to what the claim has proved; it never falls by a claim. Who raised it and why stands in its history. */
export async function raiseLevel(tx: Tx, { now, newId }: Effects, { firm, level, by, why }: Raising): Promise<boolean> {
  if (factLevels.indexOf(level) <= factLevels.indexOf(firm.level)) return false;
  const { city } = enteredContext(tx);
  const at = now();
  await tx
    .updateTable('organisation')
    .set((row) => ({ level, version: row('version', '+', 1), changed_at: at, changed_by: by.name }))
    .where('city', '=', city)
    .where('id', '=', firm.id)
    .execute();
  await recordLine(
    tx,
    { city, id: firm.id },
    {
      change: { field: provenField, before: firm.level, after: level },
      ...{ origin: { source: '企业认领', asOf: cityDay(at), level }, why, person: by, at, newId },
    },
  );
  return true;
}

/** A firm that was not in the directory enters it. The code is unique over all cities. */
export async function insertFirm(
  tx: Tx,
  { now }: Effects,
  { id, name, creditCode }: { id: string; name: string; creditCode: string | null },
): Promise<void> {
  const { city } = enteredContext(tx);
  if (creditCode !== null) await takeCreditCode(tx, { code: creditCode, city, organisationId: id });
  await tx
    .insertInto('organisation')
    .values({
      ...{ city, id, kind: 'enterprise', name, credit_code: creditCode },
      ...{ source: '企业注册', as_of: cityDay(now()), created_at: now() },
    })
    .execute();
}

async function takeCreditCode(tx: Tx, taken: { code: string; city: string; organisationId: string }): Promise<void> {
  const { code, city, organisationId } = taken;
  const row = await tx
    .insertInto('credit_code')
    .values({ code, city, organisation_id: organisationId })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .executeTakeFirst();
  if (row) return;
  const holder = await tx
    .selectFrom('organisation')
    .select('name')
    .where('city', '=', city)
    .where('credit_code', '=', code)
    .executeTakeFirst();
  throw new Refusal('claims.code-taken', { code, name: holder?.name ?? '—' });
}
