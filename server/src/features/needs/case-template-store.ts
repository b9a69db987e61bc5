import type { CaseTemplate } from '@zhitong/contract/needs/case-template-contract';
import type { DutyList } from '@zhitong/domain/directory/duty';
import { mostTemplates } from '@zhitong/domain/needs/case-template';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Of {
  readonly city: string;
  readonly bodyId: string;
}

export interface TemplateWords {
  readonly title: string;
  readonly text: string;
  readonly dutyId: string | null;
  readonly list: DutyList | null;
}

export async function listTemplates(tx: Tx, { city, bodyId }: Of): Promise<readonly CaseTemplate[]> {
  const { rows } = await sql<Omit<CaseTemplate, 'at'> & { at: Date }>`
    select t.id, t.title, t.text, t.duty_id as "dutyId", t.list, d.title as matter, t.version, t.by_name as by, t.at, t.demo
    from case_template t left join duty d on d.city = t.city and d.id = t.duty_id
    where t.city = ${city} and t.body_id = ${bodyId} and t.removed_at is null
    order by t.title, t.id limit ${mostTemplates}`.execute(tx);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Of two of a body who write at once one comes first: the other one counts and compares what is there by then. */
export async function lockTemplates(tx: Tx, of: Of): Promise<readonly CaseTemplate[]> {
  await sql`select 1 from organisation where city = ${of.city} and id = ${of.bodyId} for no key update`.execute(tx);
  return listTemplates(tx, of);
}

export async function insertTemplate(
  tx: Tx,
  { city, bodyId, id }: Of & { id: string },
  { title, text, dutyId, list, by, at }: TemplateWords & { by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('case_template')
    .values({ ...{ city, id, body_id: bodyId, title, text, duty_id: dutyId, list }, by_name: by, at })
    .execute();
}

export interface LockedTemplate extends TemplateWords {
  readonly version: number;
}

/** Undefined: the body keeps no such template, or keeps it no longer. */
export async function lockTemplate(
  tx: Tx,
  { city, bodyId, id }: Of & { id: string },
): Promise<LockedTemplate | undefined> {
  const { rows } = await sql<LockedTemplate>`
    select title, text, duty_id as "dutyId", list, version from case_template
    where city = ${city} and body_id = ${bodyId} and id = ${id} and removed_at is null for no key update`.execute(tx);
  return rows[0];
}

export async function updateTemplate(
  tx: Tx,
  { city, id }: { city: string; id: string },
  change: (TemplateWords & { version: number; by: string; at: Date }) | { removedAt: Date },
): Promise<void> {
  const values =
    'removedAt' in change
      ? { removed_at: change.removedAt }
      : {
          ...{ title: change.title, text: change.text, duty_id: change.dutyId, list: change.list },
          ...{ version: change.version, by_name: change.by, at: change.at },
        };
  await tx.updateTable('case_template').set(values).where('city', '=', city).where('id', '=', id).execute();
}
