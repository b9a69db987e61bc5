import type { HeldValue } from '@zhitong/contract/directory/organisation-tree-contract';
import type { FactOrigin, HoldingField } from '@zhitong/domain/directory/organisation-fact';
import type { Capability, HeldCertificate } from '@zhitong/domain/directory/organisation-holding';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import type { OrganisationKey } from './organisation-store.ts';

type HeldTable = 'organisation_capability' | 'organisation_certificate';

/** Whose row it is; undefined when there is none, or it has ended. */
export async function findHolder(tx: Tx, table: HeldTable, { city, id }: OrganisationKey): Promise<string | undefined> {
  const row = await tx
    .selectFrom(table)
    .select('organisation_id')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.organisation_id;
}

export type Kept<T> = T & { readonly id: string };

export async function listCapabilities(tx: Tx, { city, id }: OrganisationKey): Promise<readonly Kept<Capability>[]> {
  const rows = await tx
    .selectFrom('organisation_capability')
    .select(['id', 'kind', 'name', 'detail'])
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({ ...row, kind: wordColumn<Capability['kind']>(row.kind) }));
}

export function listCertificates(tx: Tx, { city, id }: OrganisationKey): Promise<readonly Kept<HeldCertificate>[]> {
  return tx
    .selectFrom('organisation_certificate')
    .select(['id', 'name', 'number', 'issuer', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(1_000)
    .execute();
}

export async function insertCapability(
  tx: Tx,
  { city, id: organisation_id }: OrganisationKey,
  { id, capability, origin }: { id: string; capability: Capability; origin: FactOrigin },
): Promise<void> {
  await tx
    .insertInto('organisation_capability')
    .values({ city, id, organisation_id, ...capability, ...originColumns(origin) })
    .execute();
}

export async function insertCertificate(
  tx: Tx,
  { city, id: organisation_id }: OrganisationKey,
  { id, certificate, origin }: { id: string; certificate: HeldCertificate; origin: FactOrigin },
): Promise<void> {
  const { name, number, issuer, validFrom, validUntil } = certificate;
  await tx
    .insertInto('organisation_certificate')
    .values({
      ...{ city, id, organisation_id, name, number, issuer, valid_from: validFrom, valid_until: validUntil },
      ...originColumns(origin),
    })
    .execute();
}

/** What is over is marked, never rewritten. */
export async function markRemoved(
  tx: Tx,
  table: HeldTable | 'alliance_member',
  { city, id, at }: OrganisationKey & { readonly at: Date },
): Promise<void> {
  await tx.updateTable(table).set({ removed_at: at }).where('city', '=', city).where('id', '=', id).execute();
}

/** Whoever read the page before this is told when saving. Answers the new version. */
export async function touchOrganisation(
  tx: Tx,
  { city, id }: OrganisationKey,
  { since, at, by }: { since: string | null; at: Date; by: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('organisation')
    .set({ since, changed_at: at, changed_by: by })
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('city', '=', city)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** What one act came to; `since` where the present name now begins on another day. */
export interface HeldChange {
  readonly field: HoldingField;
  readonly before: HeldValue | null;
  readonly after: HeldValue | null;
  readonly since?: string | null;
  readonly others?: readonly string[];
}

interface HeldRecord {
  readonly id: string;
  readonly change: HeldChange;
  readonly origin: FactOrigin;
  readonly why: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** The line of the history: what stood there and what stands there now. */
export async function recordHeldChange(
  tx: Tx,
  { city, id: organisation_id }: OrganisationKey,
  { id, change: { field, before, after }, origin, why, person, at }: HeldRecord,
): Promise<void> {
  const told = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .insertInto('organisation_change')
    .values({
      ...{ city, id, organisation_id, field, before: told(before), after: told(after), why },
      ...{ ...originColumns(origin), person_id: person.id, person_name: person.name, at },
    })
    .execute();
}

export const originColumns = ({ source, asOf, level }: FactOrigin) => ({ source, as_of: asOf, level });
