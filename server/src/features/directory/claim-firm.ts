import type { ClaimTarget } from '@zhitong/domain/directory/claim-decision';
import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import { type FactLevel, factLevels } from '@zhitong/domain/directory/organisation-fact';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { wordColumn } from '#platform/json-column';
import { findPersonById } from './person-store.ts';
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
  readonly personId: string;
  readonly organisationId: string;
  readonly role: PostRole;
}

/** Gives the post from today on, unless the person holds one there already. An administrator gets none in the city's business. */
export async function givePost(tx: Tx, { newId, now }: Effects, { personId, organisationId, role }: NewPost) {
  const { city } = enteredContext(tx);
  const on = cityDay(now());
  const held = await listPosts(tx, { city, personId, on });
  if (held.some((post) => post.organisation.id === organisationId)) return;
  const person = await findPersonById(tx, { city, key: personId });
  if (!person) throw new Refusal('platform.not-found');
  await refuseMixing(tx, { city, person, wanted: { role, from: on, to: null } });
  const row = { city, id: newId(), person_id: personId, organisation_id: organisationId, role, valid_from: on };
  await refusingOverlaps(person.name, () => tx.insertInto('post').values(row).execute());
}

/** The level of the firm rises to what the claim has proved; it never falls by a claim. */
export async function raiseLevel(
  tx: Tx,
  { firm, level, by, at }: { firm: { id: string; level: FactLevel }; level: FactLevel; by: string; at: Date },
): Promise<boolean> {
  if (factLevels.indexOf(level) <= factLevels.indexOf(firm.level)) return false;
  await tx
    .updateTable('organisation')
    .set((row) => ({ level, version: row('version', '+', 1), changed_at: at, changed_by: by }))
    .where('city', '=', enteredContext(tx).city)
    .where('id', '=', firm.id)
    .execute();
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
