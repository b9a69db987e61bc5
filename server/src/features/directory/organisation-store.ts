import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import type { FactChange, OrganisationFacts } from '@zhitong/domain/directory/organisation-change';
import type { FactOrigin, OrganisationSize, provenField } from '@zhitong/domain/directory/organisation-fact';
import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';

export interface OrganisationKey {
  readonly city: string;
  readonly id: string;
}

/** An organisation as it stands, locked until the transaction ends. */
export interface LockedOrganisation {
  readonly facts: OrganisationFacts;
  readonly since: string | null;
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

export async function lockOrganisation(tx: Tx, { city, id }: OrganisationKey): Promise<LockedOrganisation | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select(['name', 'short_name', 'name_en', 'kind', 'credit_code', 'parent_id', 'region', 'registered_address'])
    .select(['working_address', 'registered_only', 'industry', 'size', 'duty', 'since', 'version'])
    .select(['changed_at', 'changed_by'])
    .where('city', '=', city)
    .where('id', '=', id)
    // a move elsewhere may name this one as its parent meanwhile: the key is not what changes
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const contact = await tx
    .selectFrom('organisation_contact')
    .select(['name', 'phone'])
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .executeTakeFirst();
  return {
    facts: {
      ...{ name: row.name, shortName: row.short_name, nameEn: row.name_en, kind: row.kind as OrganisationKind },
      ...{ creditCode: row.credit_code, parentId: row.parent_id, region: row.region, duty: row.duty },
      ...{ registeredAddress: row.registered_address, workingAddress: row.working_address },
      ...{ registeredOnly: row.registered_only, industry: row.industry, size: row.size as OrganisationSize | null },
      contact: contact ?? null,
    },
    ...{ since: row.since, version: row.version, changedAt: row.changed_at, changedBy: row.changed_by },
  };
}

const columnsOf = (facts: OrganisationFacts) => ({
  ...{ kind: facts.kind, name: facts.name, short_name: facts.shortName, name_en: facts.nameEn },
  ...{ credit_code: facts.creditCode, parent_id: facts.parentId, region: facts.region, duty: facts.duty },
  ...{ registered_address: facts.registeredAddress, working_address: facts.workingAddress },
  ...{ registered_only: facts.registeredOnly, industry: facts.industry, size: facts.size },
});

export async function insertOrganisation(
  tx: Tx,
  key: OrganisationKey,
  row: { facts: OrganisationFacts; origin: FactOrigin; at: Date },
): Promise<void> {
  const { source, asOf, level } = row.origin;
  await tx
    .insertInto('organisation')
    .values({ ...key, ...columnsOf(row.facts), source, as_of: asOf, level, demo: false, created_at: row.at })
    .execute();
}

/** How many organisations a person entered since a moment, as the trail tells. System context. */
export async function countEntered(tx: Tx, { personId, since }: { personId: string; since: Date }): Promise<number> {
  const row = await tx
    .selectFrom('audit_entry')
    .select((count) => count.fn.countAll<number>().as('entered'))
    .where('city', '=', enteredContext(tx).city)
    .where('actor_person', '=', personId)
    .where('at', '>', since)
    .where('action', '=', 'organisation.created')
    .executeTakeFirstOrThrow();
  return row.entered;
}

export async function updateOrganisation(
  tx: Tx,
  key: OrganisationKey,
  row: { facts: OrganisationFacts; since: string | null; at: Date; by: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('organisation')
    .set({ ...columnsOf(row.facts), since: row.since, changed_at: row.at, changed_by: row.by, parts_of: null })
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('city', '=', key.city)
    .where('id', '=', key.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function putContact(
  tx: Tx,
  { city, id }: OrganisationKey,
  contact: { readonly name: string; readonly phone: string },
): Promise<void> {
  await tx
    .insertInto('organisation_contact')
    .values({ city, organisation_id: id, ...contact })
    .onConflict((conflict) => conflict.columns(['city', 'organisation_id']).doUpdateSet(contact))
    .execute();
}

/** Where a fact comes from: its own source, or the one of the organisation. */
export async function readSource(tx: Tx, { city, id }: OrganisationKey, field: string): Promise<string> {
  const row = await tx
    .selectFrom('organisation as o')
    .leftJoin('organisation_fact as f', (join) =>
      join.onRef('f.city', '=', 'o.city').onRef('f.organisation_id', '=', 'o.id').on('f.field', '=', field),
    )
    .select((one) => one.fn.coalesce('f.source', 'o.source').as('source'))
    .where('o.city', '=', city)
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow();
  return row.source;
}

export async function insertPast(
  tx: Tx,
  { city, id }: OrganisationKey,
  past: { facts: OrganisationFacts; from: string | null; to: string; source: string; at: Date; by: string },
): Promise<void> {
  const { name, shortName, kind, parentId, region } = past.facts;
  await tx
    .insertInto('organisation_past')
    .values({
      ...{ city, organisation_id: id, valid_from: past.from, valid_to: past.to, name, short_name: shortName, kind },
      ...{ parent_id: parentId, region, source: past.source, recorded_at: past.at, recorded_by: past.by },
    })
    .execute();
}

export interface ChangeRecord {
  readonly changes: readonly FactChange[];
  readonly origin: FactOrigin;
  readonly why: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly newId: () => string;
}

/** Who changed what, field by field, and each fact's own source from now on. Contact data is not copied. */
export async function recordChanges(tx: Tx, key: OrganisationKey, record: ChangeRecord): Promise<void> {
  const { changes, origin } = record;
  const { source, asOf, level } = origin;
  await insertLines(tx, key, record);
  await tx
    .insertInto('organisation_fact')
    .values(
      changes.map(({ field }) => ({ city: key.city, organisation_id: key.id, field, source, as_of: asOf, level })),
    )
    .onConflict((conflict) =>
      conflict.columns(['city', 'organisation_id', 'field']).doUpdateSet({ source, as_of: asOf, level }),
    )
    .execute();
}

type Line = Omit<FactChange, 'field'> & { readonly field: FactChange['field'] | typeof provenField };

/** One line of the history that is about no fact of its own. */
export function recordLine(
  tx: Tx,
  key: OrganisationKey,
  { change, ...record }: Omit<ChangeRecord, 'changes'> & { readonly change: Line },
): Promise<void> {
  return insertLines(tx, key, { ...record, changes: [change] });
}

async function insertLines(
  tx: Tx,
  { city, id }: OrganisationKey,
  record: Omit<ChangeRecord, 'changes'> & { readonly changes: readonly Line[] },
): Promise<void> {
  const { changes, origin, why, person, at, newId } = record;
  const { source, asOf, level } = origin;
  const told = (field: string, value: unknown) => (field === 'contact' ? null : JSON.stringify(value));
  await tx
    .insertInto('organisation_change')
    .values(
      changes.map(({ field, before, after }) => ({
        ...{ city, id: newId(), organisation_id: id, field, before: told(field, before), after: told(field, after) },
        ...{ why, source, as_of: asOf, level, person_id: person.id, person_name: person.name, at },
      })),
    )
    .execute();
}

/** Claims the code for this organisation; answers whose it is already, if it is another's. */
export async function claimCreditCode(
  tx: Tx,
  { city, id }: OrganisationKey,
  code: string,
): Promise<{ readonly city: string; readonly id: string; readonly name: string | null } | undefined> {
  await tx
    .insertInto('credit_code')
    .values({ code, city, organisation_id: id })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const owner = await tx
    .selectFrom('credit_code as claimed')
    .leftJoin('organisation as o', (join) =>
      join.on('o.city', '=', city).onRef('o.city', '=', 'claimed.city').onRef('o.id', '=', 'claimed.organisation_id'),
    )
    .select(['claimed.city', 'claimed.organisation_id', 'o.name'])
    .where('claimed.code', '=', code)
    .executeTakeFirstOrThrow();
  return owner.organisation_id === id ? undefined : { city: owner.city, id: owner.organisation_id, name: owner.name };
}

/** One move at a time in a city: two moves at once could close a circle together. */
export async function lockTree(tx: Tx, city: string): Promise<void> {
  await tx
    .insertInto('organisation_tree')
    .values({ city, moves: 1 })
    .onConflict((conflict) => conflict.column('city').doUpdateSet({ moves: sql`organisation_tree.moves + 1` }))
    .execute();
}

export async function hasRegion(tx: Tx, code: string): Promise<boolean> {
  const row = await tx.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst();
  return row !== undefined;
}
