import { sql } from 'kysely';
import type { BulkConnection, CopyValue } from './bulk-connection.ts';
import { asSystem } from './context.ts';
import type { Tx } from './database.ts';

/** A row by column name; every row of a call has the same columns. */
export type BulkRow = Readonly<Record<string, CopyValue>>;

/**
 * Fills a table of the cities with many rows: copied to a temporary twin, which row-level security does not stop, and moved from
 * there by one checked statement a city. Afterwards the transaction stands in the context of the last city.
 */
export async function fillCityTable(
  tx: Tx,
  connection: BulkConnection,
  { table, rows }: { readonly table: string; readonly rows: readonly (BulkRow & { readonly city: string })[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const twin = `staged_${table}`;
  await sql.raw(`create temporary table ${twin} (like ${table} including defaults) on commit drop`).execute(tx);
  await connection.copy(twin, columns, rowsInOrder(rows, columns));
  const list = columns.join(', ');
  const move = `insert into ${table} (${list}) select ${list} from ${twin} where city = `;
  for (const city of new Set(rows.map((row) => row.city)))
    await asSystem(tx, { city, viewer: 'system' }, () => sql`${sql.raw(move)}${city}`.execute(tx));
  // the same table may be filled once more in this transaction
  await sql.raw(`drop table ${twin}`).execute(tx);
}

/** Fills a table that belongs to no city. */
export async function fillSharedTable(
  connection: BulkConnection,
  { table, rows }: { readonly table: string; readonly rows: readonly BulkRow[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  await connection.copy(table, columns, rowsInOrder(rows, columns));
}

/** A list for a `text[]` or `uuid[]` column; plain arrays become JSON. */
export function listValue(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, (found) => `\\${found}`)}"`).join(',')}}`;
}

function* rowsInOrder(rows: readonly BulkRow[], columns: readonly string[]): Generator<readonly CopyValue[]> {
  for (const row of rows) yield columns.map((column) => row[column] ?? null);
}
