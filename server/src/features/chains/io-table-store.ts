import type { IoTable } from '@zhitong/domain/chains/io-table';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

export interface StoredIoTable {
  readonly source: string;
  /** ISO date */
  readonly asOf: string;
  readonly table: IoTable;
  /** GB/T 4754 class of each product it is known of */
  readonly industryOf: ReadonlyMap<string, string>;
}

interface Content extends IoTable {
  readonly products: Readonly<Record<string, string>>;
}

/** The one imported last; undefined: none was. */
export async function findIoTable(tx: Tx): Promise<StoredIoTable | undefined> {
  const row = await tx
    .selectFrom('io_table')
    .select(['source', 'as_of', 'content'])
    .orderBy('imported_at', 'desc')
    .orderBy('digest')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sectors, coefficients, products } = jsonColumn<Content>(row.content);
  return {
    ...{ source: row.source, asOf: row.as_of, table: { sectors, coefficients } },
    industryOf: new Map(Object.entries(products)),
  };
}

/** False: the same table of the same source and day is there already, and nothing was written. */
export async function insertIoTable(
  tx: Tx,
  { digest, source, asOf, table, industryOf, at }: StoredIoTable & { digest: string; at: Date },
): Promise<boolean> {
  const content: Content = { ...table, products: Object.fromEntries(industryOf) };
  const written = await tx
    .insertInto('io_table')
    .values({ digest, source, as_of: asOf, imported_at: at, content: JSON.stringify(content) })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('digest')
    .execute();
  return written.length > 0;
}
