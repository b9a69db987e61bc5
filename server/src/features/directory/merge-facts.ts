import {
  type MergeChoices,
  type MergeField,
  type MergeSide,
  mergeFields,
  sideOf,
} from '@zhitong/domain/directory/merge-decision';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';

/** The column a chosen fact stands in. */
export const columnOfField = {
  name: 'name',
  shortName: 'short_name',
  nameEn: 'name_en',
  creditCode: 'credit_code',
  region: 'region',
  registeredAddress: 'registered_address',
  workingAddress: 'working_address',
  industry: 'industry',
  size: 'size',
  duty: 'duty',
} as const satisfies Record<Exclude<MergeField, 'contact'>, string>;

export type MergeFacts = Readonly<Record<MergeField, string | null>>;

/** The facts a merge chooses between, as text. Of the contact only as much as tells two apart: reading it is a matter of its own. */
export async function readMergeFacts(tx: Tx, city: string, id: string): Promise<MergeFacts | undefined> {
  const row = await tx
    .selectFrom('organisation as o')
    .leftJoin('organisation_contact as c', (join) =>
      join.on('c.city', '=', city).onRef('c.city', '=', 'o.city').onRef('c.organisation_id', '=', 'o.id'),
    )
    .select(['o.name', 'o.short_name', 'o.name_en', 'o.credit_code', 'o.region', 'o.registered_address'])
    .select(['o.working_address', 'o.industry', 'o.size', 'o.duty', 'c.name as contact_name', 'c.phone'])
    .where('o.city', '=', city)
    .where('o.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ name: row.name, shortName: row.short_name, nameEn: row.name_en, creditCode: row.credit_code },
    ...{ region: row.region, registeredAddress: row.registered_address, workingAddress: row.working_address },
    ...{ industry: row.industry, size: row.size, duty: row.duty },
    contact: row.contact_name === null ? null : `${row.contact_name.slice(0, 1)}** ···${(row.phone ?? '').slice(-4)}`,
  };
}

export async function getMergeFacts(tx: Tx, city: string, id: string): Promise<MergeFacts> {
  const facts = await readMergeFacts(tx, city, id);
  if (!facts) throw new Refusal('platform.not-found');
  return facts;
}

export const factColumn = (field: keyof typeof columnOfField) =>
  ({ table: 'organisation', key: 'id', column: columnOfField[field], type: 'text', owner: 'id' }) as const;
export const contactColumn = (column: 'name' | 'phone') =>
  ({ table: 'organisation_contact', key: 'organisation_id', column, type: 'text', owner: 'organisation_id' }) as const;

export interface ComparedFact {
  readonly field: MergeField;
  readonly survivor: string | null;
  readonly merged: string | null;
  readonly kept: MergeSide;
}

export function compareFacts(
  facts: Readonly<Record<MergeSide, MergeFacts>>,
  choices: MergeChoices,
): readonly ComparedFact[] {
  return mergeFields.map((field) => {
    const both = { survivor: facts.survivor[field], merged: facts.merged[field] };
    return { field, ...both, kept: sideOf(field, both, choices) };
  });
}
