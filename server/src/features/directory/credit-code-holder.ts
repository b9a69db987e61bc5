import type { FactOrigin } from '@zhitong/domain/directory/organisation-fact';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { type OrganisationKey, recordChanges } from './organisation-store.ts';

interface Holding {
  readonly code: string;
  readonly holder: OrganisationKey;
}

/** Nobody speaks for the holder, and its code is somebody's word only. */
export async function isHearsay(tx: Tx, { code, holder }: Holding, now: Date): Promise<boolean> {
  const { city, id } = holder;
  const row = await tx
    .selectFrom('organisation as o')
    .leftJoin('organisation_fact as f', (join) =>
      join.onRef('f.city', '=', 'o.city').onRef('f.organisation_id', '=', 'o.id').on('f.field', '=', 'creditCode'),
    )
    .select((row) => [row.fn.coalesce('f.level', 'o.level').as('level'), 'o.merged_into'])
    .where('o.city', '=', city)
    .where('o.id', '=', id)
    .where('o.credit_code', '=', code)
    .forNoKeyUpdate('o')
    .executeTakeFirst();
  if (row?.level !== 'self-declared' || row.merged_into !== null) return false;
  const on = cityDay(now);
  const post = tx
    .selectFrom('post')
    .select('id')
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .where((held) => held.or([held('valid_to', 'is', null), held('valid_to', '>', on)]))
    .limit(1);
  return (await post.executeTakeFirst()) === undefined;
}

interface Displacing extends Holding {
  readonly effects: Effects;
  readonly viewer: Viewer;
  readonly origin: FactOrigin;
  /** who has the code from now on */
  readonly name: string;
}

/** Takes the code away from the one it was said of, with its line in the history and in the trail. The bureau only. */
export async function displaceHolder(
  tx: Tx,
  { code, holder, effects, viewer, origin, name }: Displacing,
): Promise<void> {
  const at = effects.now();
  const why = `统一社会信用代码 ${code} 经核实属于“${name}”`;
  await tx
    .updateTable('organisation')
    .set((row) => ({
      credit_code: null,
      version: row('version', '+', 1),
      changed_at: at,
      changed_by: viewer.personName,
    }))
    .where('city', '=', holder.city)
    .where('id', '=', holder.id)
    .execute();
  const change = { field: 'creditCode' as const, before: code, after: null };
  const person = { id: viewer.personId, name: viewer.personName };
  await recordChanges(tx, holder, { changes: [change], origin, why, person, at, newId: effects.newId });
  await releaseCreditCode(tx, holder, code);
  await recordAudit(tx, effects, {
    ...{ action: 'organisation.changed', subject: { kind: 'organisation', id: holder.id }, why },
    ...{ before: { creditCode: code }, after: { creditCode: null } },
  });
}

/** Another may have the code from now on, unless a record that was merged into this one still stands under it. */
export async function releaseCreditCode(tx: Tx, { city, id }: OrganisationKey, code: string): Promise<void> {
  await sql`
    delete from credit_code where code = ${code} and city = ${city} and organisation_id = ${id} and not exists (
      select 1 from organisation away where away.city = ${city} and away.merged_into is not null and away.credit_code = ${code})`.execute(
    tx,
  );
}
