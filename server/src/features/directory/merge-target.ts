import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import { findHead } from './merge-heads.ts';

/** Nothing new is put at or below a record that was merged away; the refusal names the one that stands for both. */
export async function refuseMergedTarget(
  tx: Tx,
  target: { readonly city: string; readonly id: string; readonly name: string },
): Promise<void> {
  const head = await findHead(tx, target);
  if (head && head.id !== target.id)
    throw new Refusal('merges.stands-for-both', { name: target.name, into: head.name, intoId: head.id });
}
