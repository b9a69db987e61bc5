import type { Tx } from '#platform/database';
import type { StoredDeed, StoredDraft, Written } from './draft-reading.ts';

/** A chain of this short name; undefined: another chain has it, or the same click came before. */
export async function insertChain(
  tx: Tx,
  chain: { city: string; id: string; slug: string; madeKey: string; at: Date },
): Promise<string | undefined> {
  const { city, id, slug, madeKey, at } = chain;
  const row = await tx
    .insertInto('chain')
    .values({ city, id, slug, made_key: madeKey, demo: false, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function findMade(
  tx: Tx,
  { city, madeKey }: { city: string; madeKey: string },
): Promise<{ id: string; slug: string } | undefined> {
  return tx
    .selectFrom('chain')
    .select(['id', 'slug'])
    .where('city', '=', city)
    .where('made_key', '=', madeKey)
    .executeTakeFirst();
}

/** Held until the transaction ends: whoever draws the same chain waits, and sees what was written. */
export async function lockChain(tx: Tx, { city, id }: { city: string; id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('chain')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDraft(tx: Tx, draft: StoredDraft, { at, by }: Written): Promise<void> {
  const { city, chainId, number, state, edition, validFrom, content } = draft;
  await tx
    .insertInto('chain_version')
    .values({
      ...{ city, chain_id: chainId, number, state, edition, content: JSON.stringify(content) },
      ...{ valid_from: validFrom, valid_to: null, written_at: at, written_by: by },
    })
    .execute();
}

export async function writeDraft(tx: Tx, draft: StoredDraft, { at, by }: Written): Promise<void> {
  const { city, chainId, number, state, edition, validFrom, content } = draft;
  await tx
    .updateTable('chain_version')
    .set({
      ...{ state, edition, content: JSON.stringify(content), valid_from: validFrom },
      ...{ written_at: at, written_by: by },
    })
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('number', '=', number)
    .execute();
}

/** The version before is in force until the new one is. */
export async function endVersion(
  tx: Tx,
  { city, chainId, number, until }: { city: string; chainId: string; number: number; until: string },
): Promise<void> {
  await tx
    .updateTable('chain_version')
    .set({ valid_to: until })
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('number', '=', number)
    .where('valid_to', 'is', null)
    .execute();
}

export async function insertDeed(
  tx: Tx,
  { city, chainId, number }: StoredDraft,
  { seq, action, personId, by, at, reason }: StoredDeed,
): Promise<void> {
  await tx
    .insertInto('chain_action')
    .values({
      ...{ city, chain_id: chainId, number, seq, action, reason },
      ...{ person_id: personId, person_name: by, at },
    })
    .execute();
}
