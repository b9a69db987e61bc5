import { offerContent, type TakenOffer } from '@zhitong/domain/directory/import-offers';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { type ImportKey, type KeptRow, listImportRows } from './import-store.ts';
import type { WriteCounts, Writing } from './import-writing.ts';

/** Publishes the new offers of a job and changes those it found. */
export async function takeOffers(tx: Tx, writing: Writing): Promise<WriteCounts> {
  const { key, offers } = writing;
  const rows = await listImportRows(tx, key);
  const created = rows
    .filter(({ action }) => action === 'create')
    .map((row) => takenOf(row, undefined, authorOf(writing).source));
  const changes = await changesOf(tx, writing, rows);
  if (created.length > 0) await offers.publish(tx, created, authorOf(writing));
  if (changes.length > 0) {
    await offers.change(tx, changes, authorOf(writing));
    await keepBefore(tx, key, changes);
  }
  return { created: created.length, changed: changes.length };
}

/** Withdraws what a job published and gives back what it changed. What others have built on since stays, and is counted. */
export async function undoOffers(tx: Tx, writing: Writing): Promise<{ readonly kept: number }> {
  const { key, offers } = writing;
  const rows = await listImportRows(tx, key);
  const created = rows
    .filter(({ action }) => action === 'create')
    .map((row) => takenOf(row, undefined, authorOf(writing).source));
  const changed = await listBefore(tx, key);
  const gone = created.length > 0 ? await offers.withdraw(tx, created, authorOf(writing)) : 0;
  const back = changed.length > 0 ? await offers.restore(tx, changed, authorOf(writing)) : 0;
  return { kept: created.length - gone + changed.length - back };
}

const authorOf = ({ key, viewer, origin }: Writing) => ({
  ...{ city: key.city, actorId: viewer.personId, why: origin.source },
  // what somebody else enters for a firm is not the firm's own word
  source: viewer.role === 'operator' ? ('imported' as const) : ('declared' as const),
});

interface Change {
  readonly line: number;
  readonly before: TakenOffer;
  readonly after: TakenOffer;
}

async function changesOf(tx: Tx, writing: Writing, rows: readonly KeptRow[]): Promise<readonly Change[]> {
  const { key, offers } = writing;
  const { source } = authorOf(writing);
  const changing = rows.filter(({ action }) => action === 'change');
  const firms = [...new Set(changing.map(({ values }) => String(values.bodyId)))];
  const known = new Map((await offers.list(tx, key.city, firms)).map((offer) => [offer.id, offer]));
  return changing.flatMap((row) => {
    const before = known.get(row.targetId ?? '');
    if (!before) return [];
    return [{ line: row.line, before, after: takenOf(row, before, source) }];
  });
}

function takenOf({ targetId, values }: KeptRow, before: TakenOffer | undefined, source: string): TakenOffer {
  return {
    id: targetId ?? '',
    organisationId: String(values.bodyId),
    productId: before?.productId ?? (typeof values.productId === 'string' ? values.productId : null),
    productText: before?.productText ?? String(values.product),
    ...offerContent(values, before),
    source,
  };
}

async function keepBefore(tx: Tx, { city, id }: ImportKey, changes: readonly Change[]): Promise<void> {
  await sql`
    update import_row r set before = jsonb_build_object('before', c.before, 'after', c.after)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(line integer, before jsonb, after jsonb)
    where r.city = ${city} and r.job_id = ${id} and r.line = c.line`.execute(tx);
}

async function listBefore(tx: Tx, { city, id }: ImportKey): Promise<readonly Omit<Change, 'line'>[]> {
  const { rows } = await sql<{ before: unknown }>`
    select before from import_row
    where city = ${city} and job_id = ${id} and action = 'change' and before is not null order by line`.execute(tx);
  return rows.map(({ before }) => jsonColumn<Omit<Change, 'line'>>(before));
}
