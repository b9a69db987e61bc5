import type { ClassReason, NeedClass } from '@zhitong/domain/needs/need-class';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export type Ruling = 'release' | 'keep';

export interface KeptNeed {
  readonly city: string;
  readonly id: string;
  readonly askerId: string;
  readonly class: NeedClass;
  readonly reasons: readonly ClassReason[];
  readonly at: Date;
  readonly review: { readonly at: Date; readonly text: string } | null;
  readonly ruling: {
    readonly at: Date;
    readonly ruling: Ruling;
    readonly text: string | null;
    readonly by: string;
  } | null;
}

export async function findKept(tx: Tx, { city, id }: { city: string; id: string }): Promise<KeptNeed | undefined> {
  const row = await tx
    .selectFrom('kept_need')
    .selectAll()
    .where('city', '=', city)
    .where('need_id', '=', id)
    .executeTakeFirst();
  return row && asKept(row);
}

interface KeptRow {
  city: string;
  need_id: string;
  asker_id: string;
  class: string;
  reasons: unknown;
  at: Date;
  review_text: string | null;
  review_at: Date | null;
  ruling: string | null;
  ruling_text: string | null;
  ruled_at: Date | null;
  ruled_by_name: string | null;
}

export function asKept(row: KeptRow): KeptNeed {
  const { ruled_at: ruledAt, ruling } = row;
  return {
    ...{ city: row.city, id: row.need_id, askerId: row.asker_id, class: wordColumn<NeedClass>(row.class) },
    ...{ reasons: jsonColumn<readonly ClassReason[]>(row.reasons), at: row.at },
    review: row.review_at && { at: row.review_at, text: row.review_text ?? '' },
    ruling:
      ruledAt && ruling !== null
        ? {
            ...{ at: ruledAt, ruling: wordColumn<Ruling>(ruling), text: row.ruling_text },
            by: row.ruled_by_name ?? '',
          }
        : null,
  };
}
