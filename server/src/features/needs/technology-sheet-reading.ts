import type { TargetSheet } from '@zhitong/domain/needs/target-sheet';
import type { IpWish } from '@zhitong/domain/needs/target-words';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export async function findSheet(tx: Tx, of: { city: string; needId: string }): Promise<TargetSheet | undefined> {
  return (await listSheets(tx, { city: of.city, needIds: [of.needId] })).get(of.needId);
}

/** Sheets of needs, by need. */
export async function listSheets(
  tx: Tx,
  { city, needIds }: { city: string; needIds: readonly string[] },
): Promise<ReadonlyMap<string, TargetSheet>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('technology_sheet')
    .select(['need_id', 'targets', 'trl', 'budget_fen', 'ip_wish'])
    .where('city', '=', city)
    .where('need_id', 'in', [...needIds])
    .limit(needIds.length)
    .execute();
  return new Map(
    rows.map((row) => {
      const ipWish = row.ip_wish === null ? null : wordColumn<IpWish>(row.ip_wish);
      const targets = jsonColumn<TargetSheet['targets']>(row.targets);
      return [row.need_id, { targets, trl: row.trl, budgetFen: row.budget_fen, ipWish }];
    }),
  );
}
